using System.Buffers.Binary;
using System.IO.Compression;

namespace Storefront.Modules.Sellers.Demo;

/// <summary>A small photo of a licence for the reviewer's desk: frame, heading, lines and a red seal, as a PNG of three colours. It says nothing and imitates no office.</summary>
internal static class PaperPicture
{
    private const int Width = 720;
    private const int Height = 1000;

    /// <summary>Paper, ink, seal as red, green, blue.</summary>
    private static readonly byte[] Inks = [0xF4, 0xEE, 0xDC, 0x5A, 0x50, 0x44, 0xB8, 0x32, 0x28];

    public static byte[] Draw(int seed)
    {
        using var file = new MemoryStream();
        file.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        (head[8], head[9]) = (8, 3);
        Write(file, "IHDR"u8, head);
        Write(file, "PLTE"u8, Inks);
        Write(file, "IDAT"u8, Rows(seed));
        Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    private static byte[] Rows(int seed)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[Width + 1];
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++) row[x + 1] = InkAt(x, y, seed);
                zip.Write(row);
            }
        }
        return packed.ToArray();
    }

    private static byte InkAt(int x, int y, int seed)
    {
        var (fromSealX, fromSealY) = (x - 530, y - 800);
        var fromSeal = Math.Sqrt(fromSealX * fromSealX + fromSealY * fromSealY);
        if (fromSeal is > 84 and < 94 or < 26) return 2;
        var edge = Math.Min(Math.Min(x, Width - 1 - x), Math.Min(y, Height - 1 - y));
        if (edge is > 28 and < 34 or 40 or 41) return 1;
        if (y is > 110 and < 150 && x is > 190 and < 530) return 1;
        var (line, inLine) = ((y - 230) / 56, (y - 230) % 56);
        var end = 300 + (line * 97 + seed * 31) % 300;
        return line is >= 0 and < 9 && y > 230 && inLine is > 0 and < 16 && (x is > 90 and < 190 || (x > 220 && x < end)) && x % 24 < 19 ? (byte)1 : (byte)0;
    }

    private static void Write(MemoryStream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> body)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, body.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Check(Check(uint.MaxValue, kind), body));
        file.Write(number);
    }

    /// <summary>The check sum that PNG puts behind every chunk (ISO 3309).</summary>
    private static uint Check(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB88320u;
        }
        return sum;
    }
}
