using System.Text.RegularExpressions;

namespace Storefront.Modules.Shipping.Addresses;

/// <summary>Finds a mobile number, else a landline. Numbers that platforms lend to a parcel carry an extension: 18412345678-1234.</summary>
internal static partial class PhoneFinder
{
    /// <summary>Stands in the text where the number stood: a name is often beside it.</summary>
    public const string Mark = "\u0001";

    public static string Take(ref string text)
    {
        foreach (var shape in new[] { Mobile(), Landline(), Hidden() })
        {
            if (shape.Match(text) is not { Success: true } match) continue;
            text = $"{text[..match.Index]}\n{Mark}\n{text[(match.Index + match.Length)..]}";
            var extension = match.Groups["ext"].Value;
            return Punctuation().Replace(match.Groups["number"].Value, "") + (extension.Length > 0 ? "-" + extension : "");
        }
        return "";
    }

    [GeneratedRegex(@"(?<!\d)(?:\(?(?:\+|00)?86\)?[ -]*)?(?<number>1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?:(?: ?[-转#] ?| ?ext\.? ?|\[|转接)(?<ext>\d{3,6})\]?)?(?![\d号栋幢])", RegexOptions.IgnoreCase, 100)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)(?<number>0\d{2,3}[ -]?\d{7,8})(?:-(?<ext>\d{1,6}))?(?!\d)", RegexOptions.None, 100)]
    private static partial Regex Landline();

    /// <summary>A number with stars in it cannot be called; it is taken out and left empty.</summary>
    [GeneratedRegex(@"(?<!\d)1[3-9]\d\*{4}\d{4}(?!\d)", RegexOptions.None, 100)]
    private static partial Regex Hidden();

    [GeneratedRegex("[ -]", RegexOptions.None, 100)]
    private static partial Regex Punctuation();
}
