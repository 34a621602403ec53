using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Pictures;

namespace Storefront.Modules.Media;

/// <summary>
/// Turns an upload into small pictures without metadata. First our own reading of the header (kind, size, whole or cut off), then the decoder;
/// where that is not installed, the picture itself is kept byte by byte and everything around it is dropped.
/// </summary>
internal sealed class ShrinkPhoto(Vipsthumbnail vips) : IDisposable
{
    private const int MaxBytes = 20 * 1024 * 1024;
    private const long MaxPixels = 40_000_000;

    /// <summary>A picture in a list weighs no more than this; the width it has there.</summary>
    private const int ListWidth = 320, ListBytes = 25 * 1024;

    private static readonly int[] Qualities = [78, 60, 40, 20, 5];

    /// <summary>More decoders at once would take the processor from the pages.</summary>
    private readonly SemaphoreSlim _seats = new(2);

    public async Task<Result> RunAsync(Stream upload, IReadOnlyList<int> widths, CancellationToken cancel)
    {
        if (await ReadAsync(upload, cancel) is not { } bytes) return new(PhotoRefusal.TooLarge);
        if (PictureHead.KindOf(bytes) is null) return new(PhotoRefusal.NotAPicture);
        if (PictureHead.Read(bytes) is not { Width: > 0, Height: > 0 } head) return new(PhotoRefusal.Unreadable);
        if (head.Pixels > MaxPixels) return new(PhotoRefusal.TooManyPixels);
        if (!head.IsWhole) return new(PhotoRefusal.Unreadable);
        if (!vips.IsThere) return Strip(bytes, head);
        await _seats.WaitAsync(cancel);
        try
        {
            return await DecodeAsync(bytes, widths, cancel);
        }
        finally
        {
            _seats.Release();
        }
    }

    public void Dispose() => _seats.Dispose();

    private static async Task<byte[]?> ReadAsync(Stream upload, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var block = new byte[64 * 1024];
        for (int read; (read = await upload.ReadAsync(block, cancel)) > 0;)
        {
            if (bytes.Length + read > MaxBytes) return null;
            bytes.Write(block, 0, read);
        }
        return bytes.ToArray();
    }

    private static Result Strip(byte[] bytes, PictureHead head)
    {
        byte[]? clean = head.Kind switch
        {
            PictureKind.Jpeg => JpegFile.WithoutMetadata(bytes),
            PictureKind.Png => PngFile.WithoutMetadata(bytes),
            PictureKind.WebP => WebPFile.WithoutMetadata(bytes),
            _ => null,
        };
        return clean is null ? new(PhotoRefusal.Unreadable) : new(PhotoRefusal.None, head, [new(null, clean)], head.Kind == PictureKind.Jpeg && JpegFile.TurnOf(bytes) > 4);
    }

    /// <summary>Only the largest copy is made from the stranger's file; the smaller ones from that copy.</summary>
    private async Task<Result> DecodeAsync(byte[] bytes, IReadOnlyList<int> widths, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("storefront-photo-").FullName;
        try
        {
            var source = Path.Combine(folder, "upload");
            await File.WriteAllBytesAsync(source, bytes, cancel);
            var copies = new List<Copy>();
            foreach (var width in widths.OrderDescending())
            {
                if (await CopyAsync(source, Path.Combine(folder, $"{width}.webp"), width, cancel) is not { } copy) return new(PhotoRefusal.Unreadable);
                copies.Add(copy);
                if (copies.Count == 1) source = Path.Combine(folder, $"{width}.webp");
            }
            return PictureHead.Read(copies[0].Bytes) is { } head ? new(PhotoRefusal.None, head, copies) : new(PhotoRefusal.Unreadable);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<Copy?> CopyAsync(string source, string target, int width, CancellationToken cancel)
    {
        foreach (var quality in Qualities)
        {
            if (!await vips.RunAsync(source, target, width, quality, cancel)) return null;
            if (width > ListWidth || new FileInfo(target).Length <= ListBytes) break;
        }
        // Some versions write an Exif part of their own even when told to strip.
        return new(width, WebPFile.WithoutMetadata(await File.ReadAllBytesAsync(target, cancel)));
    }

    /// <param name="Width">Null: the one file for every width.</param>
    internal sealed record Copy(int? Width, byte[] Bytes);

    /// <param name="Head">Of the largest copy.</param>
    /// <param name="IsTurned">It stands upright only when turned by a quarter.</param>
    internal sealed record Result(PhotoRefusal Refusal, PictureHead? Head = null, IReadOnlyList<Copy>? Copies = null, bool IsTurned = false);
}
