using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Bilibili;

/// <summary>The app and the web page both put the title into square brackets, and titles hold such brackets of their own.</summary>
internal static class BilibiliProse
{
    private static readonly Regex Signed = LinkPattern.Anywhere("【(?<title>[^\\n\uFFFC]+?)[-_ ]{1,3}哔哩哔哩(?:_bilibili)?】");
    private static readonly Regex Bracketed = LinkPattern.Anywhere("【(?<title>[^\\n\uFFFC]+)】\\s*\uFFFC");
    private static readonly Regex Signature = LinkPattern.Anywhere("_哔哩哔哩_bilibili");
    private static readonly Regex Profile = LinkPattern.Anywhere("【[^【】]*的个人空间-哔哩哔哩[^【】]*】");

    public static ShareProse Read(string text)
    {
        if (Profile.IsMatch(text))
            return new(Profile.Replace(text, " "), VideoKind.Profile);
        var unwrapped = Signed.Replace(text, "${title} ");
        if (unwrapped == text)
            unwrapped = Bracketed.Replace(text, "${title} ");
        return new(Signature.Replace(unwrapped, " "));
    }
}
