namespace Storefront.Modules.Media.Pictures;

internal enum PictureKind { Jpeg, Png, WebP, Heif }

/// <summary>What a picture says of itself before any decoder has seen it.</summary>
/// <param name="Width">Pixels as stored, before any turning upright. The larger where the file names several sizes.</param>
/// <param name="IsWhole">False when the file breaks off: its parts do not reach their end.</param>
internal sealed record PictureHead(PictureKind Kind, int Width, int Height, bool IsWhole)
{
    public long Pixels => (long)Width * Height;

    public string ContentType => Kind switch
    {
        PictureKind.Jpeg => "image/jpeg",
        PictureKind.Png => "image/png",
        PictureKind.WebP => "image/webp",
        _ => "image/heic",
    };

    /// <summary>The kind by its first bytes, whatever the file is called; null for all that is no photo (SVG, GIF, PDF, …).</summary>
    public static PictureKind? KindOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(JpegFile.Magic) ? PictureKind.Jpeg
        : bytes.StartsWith(PngFile.Magic) ? PictureKind.Png
        : WebPFile.IsOne(bytes) ? PictureKind.WebP
        : HeifFile.IsOne(bytes) ? PictureKind.Heif
        : null;

    /// <summary>Null when it is no photo of the kinds taken, or no size can be read from it.</summary>
    public static PictureHead? Read(ReadOnlySpan<byte> bytes) => KindOf(bytes) switch
    {
        PictureKind.Jpeg => JpegFile.Read(bytes),
        PictureKind.Png => PngFile.Read(bytes),
        PictureKind.WebP => WebPFile.Read(bytes),
        PictureKind.Heif => HeifFile.Read(bytes),
        _ => null,
    };
}
