using System.Buffers.Binary;

namespace Storefront.Modules.Media.Pictures;

/// <summary>The chunks of a PNG file (ISO/IEC 15948).</summary>
internal static class PngFile
{
    private const int Frame = 12, HeadLength = 13;

    public static ReadOnlySpan<byte> Magic => [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    public static PictureHead? Read(ReadOnlySpan<byte> file)
    {
        var first = file[Magic.Length..];
        if (first.Length < Frame + HeadLength || !first[4..].StartsWith("IHDR"u8)) return null;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(first[8..]), BinaryPrimitives.ReadUInt32BigEndian(first[12..]));
        if (width > int.MaxValue || height > int.MaxValue) return null;
        var whole = false;
        for (var at = Magic.Length; !whole && EndOfChunk(file, at) is var end and > 0; at = end) whole = file[(at + 4)..].StartsWith("IEND"u8);
        return new(PictureKind.Png, (int)width, (int)height, whole);
    }

    /// <summary>Only the picture, its palette, transparency and how bright it is meant.</summary>
    public static byte[] WithoutMetadata(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(Magic);
        for (var at = Magic.Length; EndOfChunk(file, at) is var end and > 0; at = end)
        {
            if (IsKept(file.Slice(at + 4, 4))) kept.Write(file[at..end]);
            if (file[(at + 4)..].StartsWith("IEND"u8)) break;
        }
        return kept.ToArray();
    }

    private static bool IsKept(ReadOnlySpan<byte> type) =>
        type.SequenceEqual("IHDR"u8) || type.SequenceEqual("PLTE"u8) || type.SequenceEqual("IDAT"u8) || type.SequenceEqual("IEND"u8)
        || type.SequenceEqual("tRNS"u8) || type.SequenceEqual("gAMA"u8) || type.SequenceEqual("sRGB"u8);

    /// <summary>Where the chunk that begins here ends; 0 where the file breaks off.</summary>
    private static int EndOfChunk(ReadOnlySpan<byte> file, int at)
    {
        if (file.Length - at < Frame) return 0;
        var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
        return length <= file.Length - at - Frame ? at + Frame + (int)length : 0;
    }
}
