using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Taobao;

/// <summary>Share texts of the Taobao app: a promise of the platform, a token behind the link, the title in corner brackets, a call to open the app.</summary>
internal static class TaobaoProse
{
    private static readonly Regex Promise = LinkPattern.Anywhere("【(?:淘宝|天猫)】[^\\n【「\uFFFC]*");
    private static readonly Regex Token = LinkPattern.Anywhere("\uFFFC\\s*[A-Z]{2}[0-9]{3,4}(?<end>\\s|\\z)");
    private static readonly Regex Title = LinkPattern.Anywhere("「(?<title>[^「」]*)」");
    private static readonly Regex Call = LinkPattern.Anywhere("点击链接(?:直接|，)打开[^。！!\\n\uFFFC]*[。！!]?|复制整段[^。！!\\n\uFFFC]*[。！!]?|打开(?:手机)?淘宝[^。！!\\n\uFFFC]*[。！!]?");
    private static readonly Regex Command = LinkPattern.Anywhere("[￥¥€₤₳₴][A-Za-z0-9]{8,14}[￥¥€₤₳₴]|(?:\\A|\\s)[0-9]{1,2}[(][A-Za-z0-9]{8,14}[)]:?/");

    public static bool IsCommand(string text) => Command.IsMatch(text);

    public static ShareProse Read(string text)
    {
        VideoKind? hint = text.Contains("直播", StringComparison.Ordinal) ? VideoKind.Live
            : text.Contains('「') ? VideoKind.NotAVideo
            : null;
        text = Token.Replace(Promise.Replace(text, " "), "\uFFFC${end}");
        text = Title.Replace(text, " ${title} ");
        return new(Command.Replace(Call.Replace(text, " "), " "), hint);
    }
}
