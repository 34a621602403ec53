using System.Buffers.Binary;

namespace Storefront.Modules.Media.Pictures;

/// <summary>The segments of a JPEG file (ISO/IEC 10918-1, annex B), without touching what is compressed in them.</summary>
internal static class JpegFile
{
    private const byte App0 = 0xE0, App1 = 0xE1, App14 = 0xEE, App15 = 0xEF, Comment = 0xFE, Scan = 0xDA, End = 0xD9, Temporary = 0x01;
    private const int Orientation = 0x0112;

    public static ReadOnlySpan<byte> Magic => [0xFF, 0xD8, 0xFF];

    private static ReadOnlySpan<byte> ExifMark => "Exif\0\0"u8;

    public static PictureHead? Read(ReadOnlySpan<byte> file)
    {
        PictureHead? head = null;
        for (var at = 2; Segment(file, at) is { } segment; at = segment.End)
        {
            if (segment.Marker == End) return head is null ? null : head with { IsWhole = true };
            if (head is null && IsFrame(segment.Marker) && segment.End - segment.Body >= 5)
            {
                var frame = file[segment.Body..];
                head = new(PictureKind.Jpeg, BinaryPrimitives.ReadUInt16BigEndian(frame[3..]), BinaryPrimitives.ReadUInt16BigEndian(frame[1..]), IsWhole: false);
            }
        }
        return head;
    }

    /// <summary>
    /// The same picture without anything that tells about the camera, the place or the person: only JFIF, Adobe's colour mark and the picture itself,
    /// and, where the phone was turned, a mark of our own that says which side is up. What follows the end (a second picture, a film) goes as well.
    /// </summary>
    public static byte[] WithoutMetadata(ReadOnlySpan<byte> file)
    {
        using var kept = new MemoryStream(file.Length);
        kept.Write(file[..2]);
        var turned = TurnOf(file);
        if (turned > 1) kept.Write(Turn(turned));
        for (var at = 2; Segment(file, at) is { } segment; at = segment.End)
        {
            if (IsKept(segment.Marker, file[segment.Body..segment.End])) kept.Write(file[segment.Start..segment.End]);
            if (segment.Marker == End) break;
        }
        return kept.ToArray();
    }

    /// <summary>How the picture must be turned to stand upright: Exif's orientation, 1 to 8.</summary>
    public static int TurnOf(ReadOnlySpan<byte> file)
    {
        for (var at = 2; Segment(file, at) is { } segment && segment.Marker != Scan; at = segment.End)
        {
            var body = file[segment.Body..segment.End];
            if (segment.Marker == App1 && body.StartsWith(ExifMark)) return OrientationOf(body[ExifMark.Length..]);
        }
        return 1;
    }

    private static bool IsKept(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        App0 => body.StartsWith("JFIF\0"u8),
        App14 => body.StartsWith("Adobe"u8),
        >= App0 and <= App15 or Comment => false,
        _ => true,
    };

    /// <summary>The segment that begins here; a scan's reaches to the marker after its data. Null where the file breaks off.</summary>
    private static (byte Marker, int Start, int Body, int End)? Segment(ReadOnlySpan<byte> file, int start)
    {
        var at = start;
        if (at >= file.Length || file[at] != 0xFF) return null;
        while (at < file.Length && file[at] == 0xFF) at++;
        if (at >= file.Length) return null;
        var marker = file[at++];
        if (marker is End or Temporary || IsRestart(marker)) return (marker, start, at, at);
        if (at + 2 > file.Length) return null;
        var end = at + BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
        if (end > file.Length || end < at + 2) return null;
        if (marker == Scan && (end = EndOfScan(file, end)) < 0) return null;
        return (marker, start, at + 2, end);
    }

    private static int EndOfScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length)
        {
            var step = file[at..^1].IndexOf((byte)0xFF);
            if (step < 0) return -1;
            at += step;
            var next = file[at + 1];
            if (next != 0 && next != 0xFF && !IsRestart(next)) return at;
            at += next == 0xFF ? 1 : 2;
        }
        return -1;
    }

    private static bool IsRestart(byte marker) => marker is >= 0xD0 and <= 0xD7;

    private static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not 0xC4 and not 0xC8 and not 0xCC;

    private static int OrientationOf(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8) return 1;
        var little = tiff[0] == 'I';
        var at = Word(tiff[4..], little);
        if (at > (uint)tiff.Length - 2) return 1;
        var entries = tiff[((int)at + 2)..];
        for (var left = Half(tiff[(int)at..], little); left > 0 && entries.Length >= 12; left--, entries = entries[12..])
        {
            if (Half(entries, little) == Orientation) return Half(entries[8..], little) is var turn and >= 1 and <= 8 ? turn : 1;
        }
        return 1;
    }

    private static int Half(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    private static uint Word(ReadOnlySpan<byte> bytes, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);

    /// <summary>An Exif segment with one entry and nothing else.</summary>
    private static byte[] Turn(int orientation) =>
    [
        0xFF, App1, 0x00, 0x22, .. ExifMark, (byte)'M', (byte)'M', 0x00, 0x2A, 0x00, 0x00, 0x00, 0x08, 0x00, 0x01,
        0x01, 0x12, 0x00, 0x03, 0x00, 0x00, 0x00, 0x01, 0x00, (byte)orientation, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
    ];
}
