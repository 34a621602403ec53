using System.Collections.Frozen;
using System.Text;
using Storefront.Modules.Videos.Platforms;

namespace Storefront.Modules.Videos;

/// <summary>Reads what a seller copied in a video app: the link in it and the seller's own words. Asks nobody, so it answers at once.</summary>
internal sealed class ReadShareText
{
    /// <summary>Real share texts have fewer than 500 characters; more is refused before anything looks at it.</summary>
    public const int MaxLength = 4000;

    private readonly FrozenDictionary<string, IVideoPlatform> byHost;

    public ReadShareText(IEnumerable<IVideoPlatform> platforms) =>
        byHost = platforms
            .SelectMany(platform => platform.Hosts, (platform, host) => KeyValuePair.Create(host, platform))
            .ToFrozenDictionary(StringComparer.Ordinal);

    internal enum Verdict
    {
        /// <summary>A known platform's link, or its command without one; it may still be <see cref="VideoKind.NotAVideo"/>.</summary>
        Found = 1,
        NoLink = 2,
        TooLong = 3,
    }

    /// <param name="Link">The first link with an id, else the first of a known platform; null unless <see cref="Verdict.Found"/>.</param>
    /// <param name="Others">Further links with an id, each once: to tell the seller about, not to use.</param>
    /// <param name="Hint">What the words around a short link say it is: for a label only, see <see cref="ShareProse"/>.</param>
    internal sealed record Result(
        Verdict Verdict, VideoLink? Link, IReadOnlyList<VideoLink> Others, ShareCaption Caption, VideoKind? Hint)
    {
        /// <summary>Words that only the platform's app understands, and no link: the seller is told what to copy instead.</summary>
        public bool IsCommand { get; init; }
    }

    public Result Run(string? pasted)
    {
        if (pasted is { Length: > MaxLength })
            return new(Verdict.TooLong, Link: null, [], new(string.Empty, []), Hint: null);
        var text = ShareLinks.RemoveInvisible(pasted ?? string.Empty);
        var found = ShareLinks.In(text, host => PlatformOf(host) is not null).ToArray();
        var links = found
            .Select(each => PlatformOf(each.Link.Host)?.Read(each.Link))
            .OfType<VideoLink>()
            .DistinctBy(link => (link.Platform, link.Kind, link.Id))
            .ToArray();
        var command = links.Length == 0 ? ReadCommand(text) : null;
        var first = links.FirstOrDefault(link => link.Id is not null) ?? links.FirstOrDefault() ?? command;
        var others = links.Where(link => link.Id is not null && link != first).ToArray();

        var prose = MarkLinks(text, found);
        var read = byHost.Values.FirstOrDefault(platform => platform.Name == first?.Platform)?.ReadProse(prose) ?? new(prose);
        return new(first is null ? Verdict.NoLink : Verdict.Found, first, others, ShareCaption.From(read.Text), read.Hint)
        {
            IsCommand = command is not null,
        };
    }

    /// <summary>What one address is; null when its host is no platform's.</summary>
    public VideoLink? ReadAddress(PastedLink link) => PlatformOf(link.Host)?.Read(link);

    private VideoLink? ReadCommand(string text) =>
        byHost.Values.FirstOrDefault(platform => platform.IsCommand(text)) is { } platform ? VideoLink.Nothing(platform.Name) : null;

    private IVideoPlatform? PlatformOf(string host) => HostKeys.Of(host).Select(key => byHost.GetValueOrDefault(key)).FirstOrDefault(platform => platform is not null);

    private static string MarkLinks(string text, IEnumerable<ShareLinks.Found> links)
    {
        var marked = new StringBuilder(text.Length);
        var at = 0;
        foreach (var link in links)
        {
            marked.Append(text, at, link.Start - at).Append(' ').Append(ShareProse.LinkMark).Append(' ');
            at = link.End;
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }
}
