using System.Buffers.Binary;

namespace Storefront.Modules.Media.Pictures;

/// <summary>Sizes from the boxes of a HEIC or AVIF file (ISO/IEC 23008-12); what phones of one maker take by default.</summary>
internal static class HeifFile
{
    private const int BoxHead = 8;

    /// <summary>The way from "meta" to the sizes.</summary>
    private static readonly byte[][] Containers = [[.. "iprp"u8], [.. "ipco"u8]];

    private static readonly string[] Brands = ["heic", "heix", "heim", "heis", "mif1", "avif"];

    public static bool IsOne(ReadOnlySpan<byte> file)
    {
        if (file.Length < BoxHead + 4 || !file[4..].StartsWith("ftyp"u8)) return false;
        var brand = System.Text.Encoding.ASCII.GetString(file.Slice(BoxHead, 4));
        return Brands.Contains(brand);
    }

    public static PictureHead? Read(ReadOnlySpan<byte> file)
    {
        var (width, height) = (0, 0);
        var (end, hasData) = (0, false);
        for (; Box(file, end) is { } box; end = box.End)
        {
            hasData |= file[(end + 4)..].StartsWith("mdat"u8);
            // A full box: version and flags stand before its children.
            if (file[(end + 4)..].StartsWith("meta"u8) && box.End - box.Body >= 4) Measure(file[(box.Body + 4)..box.End], 0, ref width, ref height);
        }
        return width == 0 ? null : new(PictureKind.Heif, width, height, hasData && end == file.Length);
    }

    /// <summary>The largest size any item claims: a picture made of tiles names the tile's and its own.</summary>
    private static void Measure(ReadOnlySpan<byte> boxes, int depth, ref int width, ref int height)
    {
        for (var at = 0; Box(boxes, at) is { } box; at = box.End)
        {
            var type = boxes.Slice(at + 4, 4);
            if (depth < Containers.Length && type.SequenceEqual(Containers[depth])) Measure(boxes[box.Body..box.End], depth + 1, ref width, ref height);
            else if (depth == Containers.Length && type.SequenceEqual("ispe"u8) && box.End - box.Body >= 12)
            {
                width = Math.Max(width, (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(boxes[(box.Body + 4)..])));
                height = Math.Max(height, (int)Math.Min(int.MaxValue, BinaryPrimitives.ReadUInt32BigEndian(boxes[(box.Body + 8)..])));
            }
        }
    }

    /// <summary>The box that begins here; null at the end and where the file breaks off.</summary>
    private static (int Body, int End)? Box(ReadOnlySpan<byte> file, int at)
    {
        if (file.Length - at < BoxHead) return null;
        ulong size = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
        var head = BoxHead;
        if (size == 1)
        {
            if (file.Length - at < BoxHead + 8) return null;
            size = BinaryPrimitives.ReadUInt64BigEndian(file[(at + BoxHead)..]);
            head += 8;
        }
        else if (size == 0)
        {
            size = (ulong)(file.Length - at);
        }
        return size < (ulong)head || size > (ulong)(file.Length - at) ? null : (at + head, at + (int)size);
    }
}
