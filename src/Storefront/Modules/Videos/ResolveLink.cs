using System.Net;
using Storefront.Modules.Videos.Model;
using Storefront.Modules.Videos.Platforms;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>
/// Asks a platform where one of its short links leads. Headers only, a few hops, each to a host that the platform's adapter names; a hop that says which
/// video it is ends the way unasked. Nothing of ours or the seller's goes along.
/// </summary>
internal sealed class ResolveLink(IHttpClientFactory clients, ReadShareText read, IEnumerable<IVideoPlatform> platforms, TimeProvider clock)
{
    public const string Client = "videos-short-links";

    private const int MostHops = 4;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Dictionary<string, HashSet<string>> _ways = platforms.ToDictionary(
        platform => platform.Name,
        platform => platforms.Where(other => platform.LeadsTo.Contains(other.Name)).Prepend(platform).SelectMany(each => each.WayHosts).ToHashSet(StringComparer.Ordinal),
        StringComparer.Ordinal);

    /// <param name="Link">What the short link is; null exactly when <paramref name="Failure"/> says why not.</param>
    public sealed record Result(VideoLink? Link, LookupFailure Failure);

    /// <param name="platform">Whose short link it is.</param>
    /// <param name="address">Its canonical address, built by the adapter.</param>
    public async Task<Result> RunAsync(string platform, string address, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var until = CancellationTokenSource.CreateLinkedTokenSource(cancel, patience.Token);
        try
        {
            return await FollowAsync(_ways[platform], ShareLinks.Whole(address), until.Token);
        }
        catch (HttpRequestException failure)
        {
            return new(Link: null, failure is NotPublicException || failure.InnerException is NotPublicException ? LookupFailure.NotPublic : LookupFailure.NoAnswer);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(Link: null, LookupFailure.NoAnswer);
        }
    }

    private async Task<Result> FollowAsync(HashSet<string> way, PastedLink? at, CancellationToken cancel)
    {
        var been = new HashSet<PastedLink>();
        for (var hops = 0; hops < MostHops; hops++)
        {
            if (at is null || !IsOn(way, at) || !been.Add(at)) break;
            var (failure, location) = await AskAsync(at, cancel);
            if (failure != LookupFailure.None) return new(Link: null, failure);
            at = Next(at, location);
            if (at is not null && IsOn(way, at) && read.ReadAddress(at) is { Id: not null, Kind: not VideoKind.ShortLink } link)
                return link.Kind == VideoKind.Profile ? new(Link: null, LookupFailure.Profile) : new(link, LookupFailure.None);
        }
        return new(Link: null, LookupFailure.Astray);
    }

    private async Task<(LookupFailure Failure, string Location)> AskAsync(PastedLink at, CancellationToken cancel)
    {
        using var http = clients.CreateClient(Client);
        using var answer = await http.GetAsync(at.Address, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone) return (LookupFailure.Gone, string.Empty);
        if (answer.StatusCode >= HttpStatusCode.InternalServerError || answer.StatusCode is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout)
            return (LookupFailure.NoAnswer, string.Empty);
        // As it was sent: the parsed header decodes and folds, and then two readers may disagree about the host.
        var given = answer.Headers.NonValidated.TryGetValues("Location", out var values) && values.Count == 1 ? values.First() : string.Empty;
        return (int)answer.StatusCode is >= 300 and < 400 && given.Length > 0 ? (LookupFailure.None, given) : (LookupFailure.NoWay, string.Empty);
    }

    private static PastedLink? Next(PastedLink at, string location) => location switch
    {
        ['/', '/', ..] => ShareLinks.Whole("https:" + location),
        ['/', ..] => ShareLinks.Whole($"https://{at.Host}{location}"),
        _ => ShareLinks.Whole(location),
    };

    private static bool IsOn(HashSet<string> way, PastedLink link) => HostKeys.Of(link.Host).Any(way.Contains);
}
