using System.Buffers.Binary;
using System.IO.Compression;

namespace Storefront.Tests.Modules.Media;

/// <summary>Real files, small, built here: a picture of 24 by 16 pixels in every kind, with what cameras write around it.</summary>
internal static class SamplePictures
{
    /// <summary>Stands in every place where a camera would write where the photo was taken.</summary>
    public const string Secret = "GPS-28.4512N-119.4821E-SECRET";

    private static readonly byte[] PlainJpeg = Convert.FromBase64String(
        "/9j/2wBDACgcHiMeGSgjISMtKygwPGRBPDc3PHtYXUlkkYCZlo+AjIqgtObDoKrarYqMyP/L2u71////m8H////6/+b9//j/2wBDASstLTw1PHZBQXb4pYyl+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj4+Pj/wAARCAAQABgDASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAECAxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVmZ2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq8vP09fb3+Pn6/9oADAMBAAIRAxEAPwCSiiiuQ3CiiigD/9k=");

    private static readonly byte[] LossyChunk = Convert.FromBase64String("VlA4IDAAAACwAgCdASoYABAAPzmGuVOvKSWisAgB4CcJQAAPZAAA/qTX/4i6e8Ahn/O1bHw4AAA=");

    private static readonly byte[] LosslessChunk = Convert.FromBase64String("VlA4TBEAAAAvF8ADAAdQxiIXpf+BiOh/AAA=");

    public static readonly byte[] Heic = Convert.FromBase64String(
        "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAACAAAAEGlkYXQAAAAAABgAEAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAKAACAAEAAAAAAAAAAQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAAALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQEDcAAAAwCQAAADAAADAB6gIIEFluqumubgQEDAgAAAAwCAAAADAIQiAAEABkQBwXPBiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlzcGUAAAAAAAAAGAAAABAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGltZwACAAEAAQAAADBtZGF0AAAAJCgBrwtITkOA9f06V3h8dv1mEEn3EheUqNVqVoCckjl6kCuAsA==");

    private static ReadOnlySpan<byte> SecretBytes => "GPS-28.4512N-119.4821E-SECRET"u8;

    /// <summary>With Exif (orientation and place), XMP, a maker's part, a comment, and a second picture after the end.</summary>
    public static byte[] Jpeg(int orientation = 1) =>
    [
        .. PlainJpeg[..2], .. JpegPart(0xE1, [.. "Exif\0\0"u8, .. Tiff(orientation)]), .. JpegPart(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. SecretBytes]),
        .. JpegPart(0xE2, [.. "MPF\0"u8, .. SecretBytes]), .. JpegPart(0xFE, SecretBytes), .. PlainJpeg[2..], .. "second picture "u8, .. SecretBytes,
    ];

    /// <summary>Noise does not compress: the hardest picture to make small. Fewer colours than bytes, so that the file stays within bounds.</summary>
    public static byte[] NoisePng(int width, int height)
    {
        var random = new Random(7);
        var rows = new byte[height * (width * 3 + 1)];
        random.NextBytes(rows);
        for (var row = 0; row < height; row++) rows[row * (width * 3 + 1)] = 0;
        return Png(width, height, rows);
    }

    public static byte[] Png(int width = 24, int height = 16) => Png(width, height, new byte[16 * (24 * 3 + 1)]);

    public static byte[] WebP(bool isLossy = true)
    {
        byte[] body =
        [
            .. "WEBP"u8, .. WebPPart("VP8X"u8, [0x0C, 0, 0, 0, 23, 0, 0, 15, 0, 0]), .. isLossy ? LossyChunk : LosslessChunk,
            .. WebPPart("EXIF"u8, Tiff(1)), .. WebPPart("XMP "u8, SecretBytes), .. WebPPart("ODD "u8, SecretBytes),
        ];
        return [.. "RIFF"u8, .. Little((uint)body.Length), .. body];
    }

    /// <summary>A JPEG whose frame claims another size.</summary>
    public static byte[] JpegClaiming(ushort width, ushort height)
    {
        var file = Jpeg();
        var frame = file.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0, 0x00, 0x11, 0x08]);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 5), height);
        BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(frame + 7), width);
        return file;
    }

    public static bool Tells(ReadOnlySpan<byte> file) => file.IndexOf("SECRET"u8) >= 0 || file.IndexOf("GPS"u8) >= 0;

    private static byte[] Png(int width, int height, byte[] rows)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true)) zip.Write(rows);
        return
        [
            0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, .. PngPart("IHDR"u8, [.. Big((uint)width), .. Big((uint)height), 8, 2, 0, 0, 0]),
            .. PngPart("tEXt"u8, [.. "Comment\0"u8, .. SecretBytes]), .. PngPart("eXIf"u8, Tiff(1)), .. PngPart("IDAT"u8, packed.ToArray()), .. PngPart("IEND"u8, []),
        ];
    }

    /// <summary>Orientation, and a place whose text is easy to find again.</summary>
    private static byte[] Tiff(int orientation) =>
    [
        (byte)'I', (byte)'I', 0x2A, 0, 8, 0, 0, 0, 2, 0,
        0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0,
        0x25, 0x88, 4, 0, 1, 0, 0, 0, 38, 0, 0, 0, 0, 0, 0, 0,
        1, 0, 0x1D, 0, 2, 0, (byte)Secret.Length, 0, 0, 0, 56, 0, 0, 0, 0, 0, 0, 0, .. SecretBytes, 0,
    ];

    private static byte[] JpegPart(byte marker, ReadOnlySpan<byte> body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    private static byte[] WebPPart(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body) => [.. type, .. Little((uint)body.Length), .. body, .. new byte[body.Length & 1]];

    private static byte[] PngPart(ReadOnlySpan<byte> type, ReadOnlySpan<byte> body) => [.. Big((uint)body.Length), .. type, .. body, .. Big(Crc([.. type, .. body]))];

    private static uint Crc(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }

    private static byte[] Big(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        return bytes;
    }

    private static byte[] Little(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }
}
