using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms;

/// <summary>What the seller wrote, without the sentences the app added.</summary>
/// <param name="Text">The remaining words; link marks and <c>#hashtags</c> may still stand in it.</param>
/// <param name="Hint">
/// What the app's sentences say the link is. One short link serves videos, pictures, profiles and live rooms,
/// so this may label a link that could not be resolved but is never stored as its kind. Null when they say nothing.
/// </param>
internal sealed record ShareProse(string Text, VideoKind? Hint = null)
{
    /// <summary>Stands where a link stood: some apps put their noise right behind it.</summary>
    public const char LinkMark = '\uFFFC';

    private static readonly Regex Paired = LinkPattern.Anywhere("[#＃](?<tag>[^\\s#＃\uFFFC]{1,40})[#＃]");

    /// <summary>Where hashtags have a sign at both ends, the second begins none.</summary>
    public static string OpenTags(string text) => Paired.Replace(text, "#${tag} ");

    /// <summary>The sentence of several apps that asks to copy the text and to see the rest in the app.</summary>
    /// <param name="app">The app's name as it stands there, or several with | between.</param>
    public static Regex CallTo(string app) => LinkPattern.Anywhere(
        "(?:(?:长按)?复制(?:此|本|这|该)?(?:条|段)?(?:消息|信息|链接|内容|口令)?后?[，,、]?\\s*)?"
        + $"打开[【\\[]?(?:{app})(?:极速版|App|APP|app)?[】\\]]?[，,]?\\s*(?:搜索[，,]?)?(?:即可)?(?:直接)?(?:一起)?(?:观看|查看|看看|看)(?:视频|作品|笔记|直播|详情|内容|吧)?[。！!~～]*");
}
