using System.Net;
using System.Text.RegularExpressions;

namespace Storefront.Tests.House;

/// <summary>Finds words in constant HTML where a person would read or hear them; signs, digits and punctuation are nobody's language.</summary>
internal static partial class Words
{
    /// <summary>Comments, scripts and styles whole, else one tag.</summary>
    [GeneratedRegex("""<!--.*?-->|<(?<raw>script|style)\b.*?</\k<raw>\s*>|</?[A-Za-z!](?:"[^"]*"|'[^']*'|[^>"'])*>""", RegexOptions.Singleline | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 2000)]
    private static partial Regex Tag();

    [GeneratedRegex("""\s(?<name>label|hint|title|alt|placeholder|summary|aria-label|aria-description|aria-roledescription|aria-valuetext)\s*=\s*(?<value>"[^"]*"|'[^']*'|[^\s>]+)""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Spoken();

    public static IEnumerable<string> In(string html) =>
        Tag().Split(html).Where(text => text is not ("script" or "style")).Where(IsLanguage).Select(text => text.Trim())
            .Concat(Tag().Matches(html).SelectMany(tag => Spoken().Matches(tag.Value))
                .Where(attribute => IsLanguage(attribute.Groups["value"].Value))
                .Select(attribute => attribute.Value.Trim()));

    private static bool IsLanguage(string text) => WebUtility.HtmlDecode(text).Any(char.IsLetter);
}
