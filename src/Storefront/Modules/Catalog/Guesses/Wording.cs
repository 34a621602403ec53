using System.Text.RegularExpressions;

namespace Storefront.Modules.Catalog.Guesses;

/// <summary>A text in two forms of the same length: as written, and with digits, letters and signs in their plain form. Readers mark what they have understood.</summary>
internal sealed class Wording
{
    private const RegexOptions Safe = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase;
    private const string Odd = "￥，。：；！？／～—–兩塊郵個罈×✖✕＊";
    private const string Usual = "¥,.:;!?/~--两块邮个坛xxxx";

    private readonly bool[] _understood;

    public Wording(string text)
    {
        Text = text;
        Plain = string.Create(text.Length, text, static (plain, original) =>
        {
            for (var at = 0; at < plain.Length; at++) plain[at] = PlainOf(original[at]);
        });
        _understood = new bool[text.Length];
    }

    public string Text { get; }

    public string Plain { get; }

    /// <summary>Patterns over what strangers paste: linear time, no culture, capitals are small letters.</summary>
    public static Regex Pattern(string pattern) => new(pattern, Safe);

    public char At(int index) => index >= 0 && index < Plain.Length ? Plain[index] : ' ';

    public string Said(int start, int end) => Text[start..end].Trim();

    public void Understand(int start, int end) => _understood.AsSpan(start, end - start).Fill(true);

    public bool IsUnderstood(int index) => _understood[index];

    public bool IsUnderstoodBefore(int index) => _understood.AsSpan(0, index).Contains(value: true);

    /// <summary>The words of the same sentence before a place, not further back than another number.</summary>
    public string Before(int end, int most)
    {
        var start = end;
        while (start > 0 && end - start < most && !IsStop(Plain[start - 1]) && !char.IsAsciiDigit(Plain[start - 1])) start--;
        return Plain[start..end];
    }

    public string After(int start, int most) => Plain[start..Math.Min(Plain.Length, start + most)];

    public static bool IsStop(char letter) => letter is ',' or '.' or '!' or '?' or ';' or '、' or '\n' or '…' or '|' or '~' or '·' or '“' or '”' or '"' or '(' or ')' or '（' or '）' or '【' or '】' or '#' or '丨' or '｜';

    /// <summary>Anything but a letter, a digit or a sign of currency: a gap between two things said.</summary>
    public static bool IsGap(char letter) => letter is not '¥' and not '$' and not '%' && !char.IsLetterOrDigit(letter) && !char.IsSurrogate(letter);

    public static bool SaysAny(string window, string[] words) => words.Any(word => window.Contains(word, StringComparison.OrdinalIgnoreCase));

    private static char PlainOf(char letter)
    {
        if (letter is >= '！' and <= '～' && Odd.IndexOf(letter, StringComparison.Ordinal) < 0) return (char)(letter - '！' + '!');
        var odd = Odd.IndexOf(letter, StringComparison.Ordinal);
        return odd >= 0 ? Usual[odd] : letter is '\u3000' or '\u00A0' or '\t' ? ' ' : letter;
    }
}
