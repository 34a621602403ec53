using System.Globalization;
using System.Text;

namespace Storefront.Modules.Videos;

/// <summary>One appointment as a file that every calendar takes (RFC 5545), with an alarm a quarter of an hour before.</summary>
internal static class CalendarFile
{
    private const int LineOctets = 75;

    public static byte[] Of(string code, string host, string title, string address, DateTime startsAt, DateTime now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR", "VERSION:2.0", $"PRODID:-//{host}//live//ZH", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
            "BEGIN:VEVENT", $"UID:live-{code}@{host}", $"DTSTAMP:{Utc(now)}", $"DTSTART:{Utc(startsAt)}", "DURATION:PT2H",
            $"SUMMARY:{Escape(title)}", $"DESCRIPTION:{Escape(address)}", $"URL:{address}",
            "BEGIN:VALARM", "ACTION:DISPLAY", $"DESCRIPTION:{Escape(title)}", "TRIGGER:-PT15M", "END:VALARM",
            "END:VEVENT", "END:VCALENDAR",
        ];
        return Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => Fold(line) + "\r\n")));
    }

    private static string Utc(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>A line has 75 octets at most; it goes on behind a blank, and no character is cut through.</summary>
    private static string Fold(string line)
    {
        var (folded, octets) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > LineOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
