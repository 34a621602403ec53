using System.Text.RegularExpressions;

namespace Storefront.Shared;

/// <summary>Mobile numbers of mainland China, kept as eleven digits.</summary>
public static partial class Phone
{
    public const int Length = 11;

    /// <summary>The eleven digits of a number typed with blanks, dashes or +86; null when it is none.</summary>
    public static string? Read(string? typed)
    {
        var digits = Between.Replace(typed ?? "", "");
        return Shape.Match(digits) is { Success: true } match ? match.Groups["number"].Value : null;
    }

    /// <summary>138****8888; a text that is no mobile number keeps its last four characters at most.</summary>
    public static string Masked(string phone) =>
        phone.Length == Length ? $"{phone[..3]}****{phone[^4..]}" : "****" + phone[^Math.Min(4, phone.Length)..];

    [GeneratedRegex(@"[\s\-\(\)\u2010-\u2015]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Between { get; }

    [GeneratedRegex(@"\A(?:\+|00)?(?:86)?(?<number>1[3-9][0-9]{9})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Shape { get; }
}
