using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Xiaohongshu;

/// <summary>A link does not say whether a note is a video or pictures, and there is no player for other sites: a link card.</summary>
internal sealed class XiaohongshuPlatform : IVideoPlatform
{
    private const string NoteId = "(?<id>[0-9a-f]{24})";

    private static readonly Regex Code = LinkPattern.Whole("/(?<id>(?:[amo]/)?[A-Za-z0-9]{5,20})/?");
    private static readonly Regex Note = LinkPattern.Whole($"/(?:explore|discovery/item|user/profile/[0-9a-f]{{24}})/{NoteId}/?");
    private static readonly Regex User = LinkPattern.Whole($"/user/profile/{NoteId}/?");
    private static readonly Regex Room = LinkPattern.Whole("/(?:hina/)?livestream/(?:dynpath[A-Za-z0-9]{1,20}/)?(?<id>[1-9][0-9]{11,19})(?:/[0-9]{1,20})?/?");
    private static readonly Regex Token = LinkPattern.Whole("(?<id>[A-Za-z0-9_-]{10,100})(?<end>(?:=|%3[Dd]){0,2})");

    private static readonly Regex Opening = LinkPattern.Anywhere(@"\A\s*[0-9]{1,3}\s+(?<rest>[^\n\uFFFC]*发布了一篇小红书笔记|【)");
    private static readonly Regex Posted = LinkPattern.Anywhere("[^\\n\uFFFC]*发布了一篇小红书笔记，快来看吧[！!]?");
    private static readonly Regex Signed = LinkPattern.Anywhere("【(?<title>[^【】\\n]*)\\s-\\s[^【】\\n|]*[|]\\s*小红书[^【】]*】");
    private static readonly Regex Unsigned = LinkPattern.Anywhere("【(?<title>[^【】\\n|]*)[|]\\s*小红书[^【】]*】");
    private static readonly Regex ToApp = ShareProse.CallTo("小红书");
    private static readonly Regex Call = LinkPattern.Anywhere(
        "😆\\s*[A-Za-z0-9]{4,20}\\s*😆|复制(?:本条信息|后)[^。！!\\n\uFFFC]*[。！!]?|小红书，正在直播\\s*😆?");

    public string Name => "xiaohongshu";

    public IReadOnlyCollection<string> Hosts { get; } = ["www.xiaohongshu.com", "www.rednote.com", "xhslink.com", "xhslink.cn"];

    public string? FrameOrigin => null;

    public IReadOnlyCollection<string> WayHosts => Hosts;

    public VideoLink Read(PastedLink link)
    {
        if (link.Host is "xhslink.com" or "xhslink.cn")
            return Answer(VideoKind.ShortLink, Code.Take(link.Path), $"https://{link.Host}/");
        if (Note.Take(link.Path) is { } note)
            return new(Name, VideoKind.Video, note, $"https://www.xiaohongshu.com/explore/{note}{KeyOf(link)}");
        return Room.Take(link.Path) is { } room
            ? Answer(VideoKind.Live, room, "https://www.xiaohongshu.com/livestream/")
            : Answer(VideoKind.Profile, User.Take(link.Path), "https://www.xiaohongshu.com/user/profile/");
    }

    public ShareProse ReadProse(string text)
    {
        var isLive = text.Contains("小红书，正在直播", StringComparison.Ordinal);
        text = Posted.Replace(Opening.Replace(text, "${rest}"), " ");
        text = Unsigned.Replace(Signed.Replace(text, " ${title} "), " ${title} ");
        return new(ToApp.Replace(Call.Replace(text, " "), " "), isLive ? VideoKind.Live : null);
    }

    /// <summary>Without the key that came with the link the note does not open in a browser. It belongs to the note, not to the person who shared it.</summary>
    private static string KeyOf(PastedLink link) =>
        Token.Match(link.Only("xsec_token") ?? string.Empty) is { Success: true } token
            ? $"?xsec_token={token.Groups["id"].Value}{token.Groups["end"].Value.Replace("%3D", "=", StringComparison.OrdinalIgnoreCase)}"
            : string.Empty;

    private VideoLink Answer(VideoKind kind, string? id, string address) =>
        id is null ? VideoLink.Nothing(Name) : new(Name, kind, id, address + id);
}
