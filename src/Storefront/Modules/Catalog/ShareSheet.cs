using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
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

    /// <summary>Says in the page's address that pictures were shared and not kept.</summary>
    public const string PicturesLost = "pictures";

    /// <summary>
    /// As an address a Chinese letter is nine characters, and the way through sign-in keeps the address in a cookie of at most 4,096:
    /// what is longer is told in its own words, with the link rebuilt.
    /// </summary>
    private const int LongestAddress = 2_400;

    private const int LongestText = 4_000;
    private const int MostLetters = 32 * 1024;
    private const long MostBytes = 100 * 1024 * 1024;

    private static readonly string[] Fields = ["title", "text", "url"];

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
        // Pictures are read past, not kept: from nobody, nothing is stored. The phone's own worker keeps them where it runs.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostBytes;
        var (parts, pictures) = await ReadAsync(context.Request, context.RequestAborted);
        var address = AddressOf(Join(Fields.Select(field => parts.GetValueOrDefault(field, "").Trim()).Where(part => part.Length > 0)), shared: null, videos);
        context.Response.Headers.Location = pictures ? QueryHelpers.AddQueryString(address, PicturesLost, "true") : address;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }

    private static async Task<(Dictionary<string, string> Parts, bool HasPictures)> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        var parts = new Dictionary<string, string>(StringComparer.Ordinal);
        var pictures = false;
        try
        {
            if (MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 } boundary)
            {
                var reader = new MultipartReader(boundary.ToString(), request.Body);
                while (await reader.ReadNextSectionAsync(cancel) is { } section)
                {
                    if (section.AsFileSection() is { } file) pictures |= file.FileName.Length > 0;
                    else if (section.AsFormDataSection() is { } field) parts.TryAdd(field.Name, await BeginningAsync(section.Body, cancel));
                }
            }
            else if (request.HasFormContentType)
            {
                foreach (var (name, value) in await request.ReadFormAsync(cancel)) parts.TryAdd(name, value.ToString());
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // What came before is used.
        }
        return (parts, pictures);
    }

    private static async Task<string> BeginningAsync(Stream body, CancellationToken cancel)
    {
        using var reader = new StreamReader(body, leaveOpen: true);
        var letters = new char[MostLetters];
        return new(letters, 0, await reader.ReadBlockAsync(letters, cancel));
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
