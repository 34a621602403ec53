using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Douyin;

/// <summary>
/// Share texts of the Douyin app: the seller's words between an app's call to open it and tokens against spam filters,
/// which look like a score, a date, a clock or a mail address and stand in any order before the words or behind the link.
/// </summary>
internal static class DouyinProse
{
    private static readonly Regex Label = LinkPattern.Anywhere(@"\A\s*抖音(?:视频)?(?:[：:]|\s)\s*");
    private static readonly Regex LiveWords = LinkPattern.Anywhere(
        "#在抖音，记录美好生活#|【[^【】]*】正在直播，来和我一起支持[Tt][Aa]吧。?|【[^【】]*的直播间】|点击打开👉?");
    private static readonly Regex Author = LinkPattern.Anywhere("【[^【】]*的(?:图文)?作品】");
    private static readonly Regex Call = LinkPattern.Anywhere(
        "复制打开抖音(?:极速版)?(?:[^，,。\\s\uFFFC]{0,4}[，,]\\s*看看)?"
        + "|或?(?:长按)?复制(?:此|下方|本)(?:条消息|条信息|消息|链接)[^。！!\\n\uFFFC]*[。！!]?"
        + "|Check out this video!?");

    private static readonly Regex ToApp = ShareProse.CallTo("抖音|Dou音");

    private static readonly Regex Strong = LinkPattern.Whole(
        "[A-Za-z0-9]{1,2}@[A-Za-z0-9]{1,2}[.][A-Za-z]{2,3}|[A-Za-z]{2,4}:/|:[0-9]{1,2}[ap]m");
    private static readonly Regex Weak = LinkPattern.Whole("[0-9]{1,2}[.][0-9]{2}|[0-9]{1,2}[a-z]?-|[01][0-9]/[0-3][0-9]");

    public static ShareProse Read(string text)
    {
        var hint = HintOf(text);
        text = Label.Replace(text, string.Empty);
        text = LiveWords.Replace(text, " ");
        text = Author.Replace(text, " ");
        var startsWithCall = Call.Match(text) is { Success: true } call && IsWeakOnly(text[..call.Index]);
        text = ToApp.Replace(Call.Replace(text, " "), " ");
        return new(DropNoise(text, startsWithCall || hint == VideoKind.Live), hint);
    }

    private static VideoKind? HintOf(string text)
    {
        if (text.Contains("】正在直播", StringComparison.Ordinal) || text.Contains("的直播间】", StringComparison.Ordinal))
            return VideoKind.Live;
        if (text.Contains("的更多作品", StringComparison.Ordinal))
            return VideoKind.Profile;
        return text.Contains("的图文作品】", StringComparison.Ordinal) ? VideoKind.NotAVideo : null;
    }

    private static bool IsWeakOnly(string text) => Words(text).All(Weak.IsMatch);

    /// <summary>
    /// A date or a number alone may be the seller's own, so it goes only in a row with a token that nobody writes by hand,
    /// or where it ends the text right behind the link.
    /// </summary>
    private static string DropNoise(string text, bool weakAtStart)
    {
        var words = Words(text);
        var kept = new List<string>(words.Length);
        for (var at = 0; at < words.Length;)
        {
            var end = at;
            while (end < words.Length && (Strong.IsMatch(words[end]) || Weak.IsMatch(words[end])))
                end++;
            var closes = end == words.Length && at > 0 && words[at - 1][^1] == ShareProse.LinkMark;
            if (!words[at..end].Any(Strong.IsMatch) && !(at == 0 && weakAtStart) && !closes)
                kept.AddRange(words[at..end]);
            if (end < words.Length)
                kept.Add(words[end++]);
            at = end;
        }

        return string.Join(' ', kept);
    }

    private static string[] Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
