using System.Buffers.Binary;

namespace Storefront.Modules.Media.Pictures;

/// <summary>The chunks of a WebP file (RFC 9649). Moving pictures are no photos and count as unreadable.</summary>
internal static class WebPFile
{
    private const int First = 12, ChunkHead = 8;
    private const byte Moves = 0x02, Alpha = 0x10;

    public static bool IsOne(ReadOnlySpan<byte> file) => file.Length >= First && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    public static PictureHead? Read(ReadOnlySpan<byte> file)
    {
        var (width, height, hasPicture) = (0, 0, false);
        var at = First;
        for (; at < DeclaredEnd(file) && EndOfChunk(file, at) is var end and > 0; at = end)
        {
            var body = file[(at + ChunkHead)..end];
            if (SizeOf(file.Slice(at, 4), body) is not { } size) return null;
            (width, height) = (Math.Max(width, size.Width), Math.Max(height, size.Height));
            hasPicture |= file[at..].StartsWith("VP8 "u8) || file[at..].StartsWith("VP8L"u8);
        }
        return width == 0 ? null : new(PictureKind.WebP, width, height, hasPicture && at >= DeclaredEnd(file));
    }

    /// <summary>Only the picture and its transparency; the head no longer promises Exif, XMP or a colour profile.</summary>
    public static byte[] WithoutMetadata(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file[..First]);
        for (var at = First; at < DeclaredEnd(file) && EndOfChunk(file, at) is var end and > 0; at = end)
        {
            var chunk = file[at..end].ToArray();
            if (chunk.AsSpan().StartsWith("VP8X"u8)) chunk[ChunkHead] &= Alpha;
            if (IsKept(chunk)) kept.Write(chunk);
        }
        var clean = kept.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(clean.AsSpan(4), (uint)clean.Length - ChunkHead);
        return clean;
    }

    private static bool IsKept(ReadOnlySpan<byte> chunk) =>
        chunk.StartsWith("VP8X"u8) || chunk.StartsWith("VP8 "u8) || chunk.StartsWith("VP8L"u8) || chunk.StartsWith("ALPH"u8);

    /// <summary>Null for what cannot be; nought by nought for a chunk without a size.</summary>
    private static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body)
    {
        if (type.SequenceEqual("VP8X"u8))
            return body.Length < 10 || (body[0] & Moves) != 0 ? null : (1 + Three(body[4..]), 1 + Three(body[7..]));
        if (type.SequenceEqual("VP8L"u8))
        {
            if (body.Length < 5 || body[0] != 0x2F) return null;
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
            return (1 + (int)(bits & 0x3FFF), 1 + (int)(bits >> 14 & 0x3FFF));
        }
        if (!type.SequenceEqual("VP8 "u8)) return (0, 0);
        return body.Length < 10 || !body[3..].StartsWith((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A]) ? null
            : (BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF);
    }

    private static int Three(ReadOnlySpan<byte> bytes) => bytes[0] | bytes[1] << 8 | bytes[2] << 16;

    private static long DeclaredEnd(ReadOnlySpan<byte> file) => BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + (long)ChunkHead;

    /// <summary>Where the chunk that begins here ends, its padding included; 0 where the file breaks off.</summary>
    private static int EndOfChunk(ReadOnlySpan<byte> file, int at)
    {
        if (file.Length - at < ChunkHead) return 0;
        var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
        var padded = (long)length + (length & 1);
        return padded <= file.Length - at - ChunkHead ? at + ChunkHead + (int)padded : 0;
    }
}
