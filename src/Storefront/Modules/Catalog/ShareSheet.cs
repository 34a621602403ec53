using Microsoft.AspNetCore.WebUtilities;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>
/// <c>POST /sell/share</c>: where a phone's share sheet and our paste buttons bring a text. It changes nothing and asks nobody who they are
/// (a share from another app carries no cookie): it only leads on to the page of the same address, which does.
/// </summary>
internal static class ShareSheet
{
    public const string Path = "/sell/share";

    /// <summary>
    /// As an address a Chinese letter is nine characters, and the way through sign-in keeps the address in a cookie of at most 4,096:
    /// what is longer is told in its own words, with the link rebuilt.
    /// </summary>
    private const int LongestAddress = 2_400;

    private const int LongestText = 4_000;
    private const int MostFields = 32 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapPost(Path, ReceiveAsync).DisableAntiforgery().WithMetadata(new FromAnywhereAttribute());

    /// <summary>The page's address with what was shared, short enough for every hand it goes through.</summary>
    public static string AddressOf(string text, string? shared, IVideos videos)
    {
        if (Uri.EscapeDataString(text).Length > LongestAddress) text = Shorten(text, videos);
        var query = new Dictionary<string, string?>(StringComparer.Ordinal) { ["text"] = text.Length == 0 ? null : text, ["shared"] = shared };
        return QueryHelpers.AddQueryString(Path, query);
    }

    private static async Task<IResult> ReceiveAsync(HttpContext context, IVideos videos)
    {
        var form = await ReadAsync(context);
        var parts = new[] { "title", "text", "url" }.Select(field => form[field].ToString().Trim()).Where(part => part.Length is > 0 and <= MostFields);
        context.Response.Headers.Location = AddressOf(Join(parts), shared: null, videos);
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        try
        {
            return context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted) : FormCollection.Empty;
        }
        catch (InvalidDataException)
        {
            return FormCollection.Empty;
        }
    }

    /// <summary>Apps say the same thing twice: the title stands in the text, or the link does.</summary>
    public static string Join(IEnumerable<string> parts) =>
        parts.Aggregate("", (all, part) => all.Contains(part, StringComparison.Ordinal) ? all : part.Contains(all, StringComparison.Ordinal) ? part : $"{all} {part}");

    private static string Shorten(string text, IVideos videos)
    {
        var read = videos.Read(text.Length > LongestText ? text[..LongestText] : text);
        var words = string.Join(' ', [read.Caption, .. read.Hashtags.Select(tag => "#" + tag)]);
        var link = read.Canonical is null ? "" : " " + read.Canonical;
        var room = words.Length;
        while (room > 0 && Uri.EscapeDataString(Cut(words, room) + link).Length > LongestAddress) room -= Math.Max(1, room / 20);
        return Cut(words, room) + link;
    }

    private static string Cut(string words, int length) => length > 0 && length < words.Length && char.IsHighSurrogate(words[length - 1]) ? words[..(length - 1)] : words[..length];
}
