using System.Text;
using System.Text.RegularExpressions;
using Storefront.Modules.Videos.Platforms;

namespace Storefront.Modules.Videos;

/// <summary>
/// Finds links in pasted text by looking at the raw characters. Not by <see cref="Uri"/>: it folds full-width dots, soft hyphens
/// and percent signs, so the host it reports and the host a browser opens can differ.
/// </summary>
internal static class ShareLinks
{
    /// <summary>A link inside the cleaned text.</summary>
    public readonly record struct Found(int Start, int End, PastedLink Link);

    private const string EndsLink = "\"<>`{|}^";
    private const string TrailingNoise = "!'),.:;?]*~";

    // Only letters, digits, dots and hyphens may follow the scheme: no user, port, percent sign, bracket or backslash.
    private static readonly Regex Shape = LinkPattern.Whole(
        @"(?<lead>[(\[':;,.!?*~)\]]*)(?<scheme>[Hh][Tt][Tt][Pp][Ss]?://|//)?(?<host>[A-Za-z0-9.-]+)(?<rest>[/?#].*)?");

    private static readonly Regex Plain = LinkPattern.Whole(@"[Hh][Tt][Tt][Pp][Ss]://(?<host>[A-Za-z0-9.-]+)(?<rest>[/?#][!-\[\]-~]*)?");

    private static readonly Regex OpenHost = LinkPattern.Whole("[^/]*[Hh][Tt][Tt][Pp][Ss]?://[^/?#]*");

    /// <summary>
    /// Takes out characters that nobody sees but that cut a link or hide in one. Between two non-ASCII characters a joiner stays:
    /// it belongs to an emoji, and no link can stand there.
    /// </summary>
    public static string RemoveInvisible(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var joinsEmoji = letter is '\u200D' or '\uFE0F' && kept.Length > 0 && kept[^1] > '\u007F';
            if (joinsEmoji || !IsInvisible(letter))
                kept.Append(letter);
        }

        return kept.ToString();
    }

    /// <summary>Links in the order of the text. Without a scheme only a host that <paramref name="isKnown"/> accepts makes a link.</summary>
    public static IEnumerable<Found> In(string text, Func<string, bool> isKnown)
    {
        var at = 0;
        var hostIsOpen = false;
        foreach (var (start, end) in Runs(text))
        {
            // A host such as www.中example.com falls apart into runs: the later ones are no links of their own.
            var continuesHost = hostIsOpen && text[at..start].All(letter => letter > '\u007F' && !char.IsWhiteSpace(letter));
            var run = text[start..end];
            if (Read(run, start, host => !continuesHost && isKnown(host)) is { } found)
                yield return found;
            hostIsOpen = OpenHost.IsMatch(run) || (continuesHost && !run.Contains('/', StringComparison.Ordinal));
            at = end;
        }
    }

    /// <summary>A text that is one https address and nothing else, with the same strictness; null for anything else.</summary>
    public static PastedLink? Whole(string address) =>
        Plain.Match(address) is { Success: true } plain ? Split(plain.Groups["host"].Value.ToLowerInvariant(), plain.Groups["rest"].Value) : null;

    private static IEnumerable<(int Start, int End)> Runs(string text)
    {
        for (var start = 0; start < text.Length; start++)
        {
            var end = start;
            while (end < text.Length && IsLinkLetter(text[end]))
                end++;
            if (end > start)
                yield return (start, end);
            start = end;
        }
    }

    private static Found? Read(string run, int offset, Func<string, bool> isKnown)
    {
        // [address](address): the first is the link, the rest of the run is never looked at.
        var markdown = run.IndexOf("](", StringComparison.Ordinal);
        var token = (markdown < 0 ? run : run[..markdown]).TrimEnd(TrailingNoise.ToCharArray());
        if (Shape.Match(token) is not { Success: true } shape)
            return null;
        var (lead, scheme, rest) = (shape.Groups["lead"].Value, shape.Groups["scheme"].Value, shape.Groups["rest"].Value);
        var host = shape.Groups["host"].Value.ToLowerInvariant();
        if (scheme.Length < "http://".Length && (!isKnown(host) || !StandsAlone(lead, scheme, rest)))
            return null;
        return new(offset + lead.Length, offset + token.Length, Split(host, rest));
    }

    /// <summary>Without a scheme a path must follow, and what stands before must not make the host a part of another name or scheme.</summary>
    private static bool StandsAlone(string lead, string scheme, string rest) =>
        rest.Length > 0 && rest[0] is '/' or '?'
        && !lead.Contains('.', StringComparison.Ordinal)
        && !(scheme.Length > 0 && lead.EndsWith(':'));

    private static PastedLink Split(string host, string rest)
    {
        var hash = rest.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0)
            rest = rest[..hash];
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        var path = mark < 0 ? rest : rest[..mark];
        return new(host, path.Length == 0 ? "/" : path, mark < 0 ? string.Empty : rest[(mark + 1)..]);
    }

    private static bool IsLinkLetter(char letter) => letter is > ' ' and < '\u007F' && !EndsLink.Contains(letter, StringComparison.Ordinal);

    private static bool IsInvisible(char letter) => letter is '\u00AD' or '\u061C' or '\u180E' or '\uFEFF' or ShareProse.LinkMark
        or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064')
        or (>= '\u2066' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F');
}
