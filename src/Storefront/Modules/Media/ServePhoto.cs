using System.Globalization;
using Microsoft.Net.Http.Headers;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Pictures;
using Storefront.Modules.Media.Stores;
using Storefront.Shared;

namespace Storefront.Modules.Media;

/// <summary>
/// Answers <c>/media/{code}-{width}</c> without asking the database: the store knows what there is, and the type follows from the first bytes,
/// which are ours (uploads never begin like a drawing).
/// </summary>
internal sealed class ServePhoto(IMediaStore store)
{
    private const string Drawing = "image/svg+xml";
    private const int HeadBytes = 16;

    public async Task<IResult> RunAsync(string name, HttpResponse response, CancellationToken cancel)
    {
        if (name.Split('-') is not [{ Length: Code.PublicLength } code, var digits] || !code.All(char.IsAsciiLetterOrDigit) || code.Any(char.IsAsciiLetterUpper)
            || !int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var width) || !IPhotos.Widths.Contains(width))
            return Results.NotFound();
        var stream = await store.OpenAsync(PhotoDesk.StoreKey(code, width), cancel) ?? await store.OpenAsync(PhotoDesk.StoreKey(code, null), cancel);
        if (stream is null) return Results.NotFound();
        var head = new byte[HeadBytes];
        var read = await stream.ReadAtLeastAsync(head, HeadBytes, throwOnEndOfStream: false, cancel);
        stream.Position = 0;
        response.Headers.CacheControl = "public, max-age=31536000, immutable";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.Stream(stream, TypeOf(head.AsSpan(0, read)), entityTag: new EntityTagHeaderValue($"\"{name}\""));
    }

    private static string TypeOf(ReadOnlySpan<byte> head) => PictureHead.KindOf(head) switch
    {
        PictureKind.Jpeg => "image/jpeg",
        PictureKind.Png => "image/png",
        PictureKind.WebP => "image/webp",
        _ => Drawing,
    };
}
