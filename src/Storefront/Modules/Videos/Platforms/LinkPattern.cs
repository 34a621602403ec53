using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms;

/// <summary>
/// Patterns over what strangers paste: linear time whatever they paste, no culture.
/// Write <c>[0-9]</c>, because <c>\d</c> also takes Arabic digits, and <c>\z</c>, because <c>$</c> also stops before a line break.
/// </summary>
internal static class LinkPattern
{
    private const RegexOptions Safe = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    /// <summary>A pattern that must match the whole text.</summary>
    public static Regex Whole(string pattern) => new($@"\A(?:{pattern})\z", Safe);

    /// <summary>A pattern that may match anywhere.</summary>
    public static Regex Anywhere(string pattern) => new(pattern, Safe);

    /// <summary>The named group, or null when the text is missing or does not match.</summary>
    public static string? Take(this Regex pattern, string? text, string group = "id") =>
        text is not null && pattern.Match(text) is { Success: true } match && match.Groups[group].Success ? match.Groups[group].Value : null;
}
