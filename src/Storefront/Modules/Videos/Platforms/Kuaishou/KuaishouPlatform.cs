using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Kuaishou;

/// <summary>Kuaishou offers no player for other sites: a link card is all there is.</summary>
internal sealed class KuaishouPlatform : IVideoPlatform
{
    private const string Landing = "*.m.chenzhongtech.com";

    private static readonly Regex Code = LinkPattern.Whole("/(?<id>[A-Za-z0-9_-]{5,20})/?");
    private static readonly Regex WebCode = LinkPattern.Whole("/f/(?<id>[A-Za-z0-9_-]{5,24})/?");
    private static readonly Regex Work = LinkPattern.Whole("/(?:short-video|fw/photo|fw/long-video)/(?<id>3x[a-z0-9]{13})/?");
    private static readonly Regex User = LinkPattern.Whole("/profile/(?<id>[A-Za-z0-9_-]{3,40})/?");
    private static readonly Regex Room = LinkPattern.Whole("/u/(?<id>[A-Za-z0-9_-]{3,40})/?");

    private static readonly Regex Call = LinkPattern.Anywhere(
        "该作品在快手被播放过[0-9.,]+[万亿]?次[，,]?"
        + "|(?:点击链接|复制此(?:条)?(?:消息|链接))[^。！!\\n\uFFFC]*[。！!]?"
        + "|[^\\s\uFFFC]*的直播很精彩，快来围观！?");
    private static readonly Regex ToApp = ShareProse.CallTo("快手");
    // A number of the app's own in front of the link, not a price: nothing is told before it.
    private static readonly Regex Lead = LinkPattern.Anywhere("\\A\\s*[0-9]{1,2}[.][0-9]{2}\\s*\uFFFC");
    private static readonly Regex QuoteTag = LinkPattern.Anywhere("\"(?<tag>[^\\s\"#\uFFFC]+)(?<end>\\s|\\z)");

    public string Name => "kuaishou";

    public IReadOnlyCollection<string> Hosts { get; } =
        ["v.kuaishou.com", "www.kuaishou.com", "kuaishou.cn", "live.kuaishou.com", Landing];

    public IReadOnlyCollection<string> WayHosts => Hosts;

    public string? FrameOrigin => null;

    public VideoLink Read(PastedLink link) => link.Host switch
    {
        "v.kuaishou.com" => Answer(VideoKind.ShortLink, Code.Take(link.Path), "https://v.kuaishou.com/"),
        "live.kuaishou.com" => Answer(VideoKind.Live, Room.Take(link.Path), "https://live.kuaishou.com/u/"),
        _ => ReadPage(link),
    };

    public ShareProse ReadProse(string text)
    {
        var isLive = text.Contains("的直播很精彩", StringComparison.Ordinal);
        // The app writes its hashtags with a lone double quote; a quoted word has two.
        return new(QuoteTag.Replace(ToApp.Replace(Call.Replace(Lead.Replace(text, "\uFFFC"), " "), " "), "#${tag}${end}"), isLive ? VideoKind.Live : null);
    }

    private VideoLink ReadPage(PastedLink link)
    {
        if (Work.Take(link.Path) is { } work)
            return Answer(VideoKind.Video, work, "https://www.kuaishou.com/short-video/");
        if (link.Host != "www.kuaishou.com")
            return VideoLink.Nothing(Name);
        return WebCode.Take(link.Path) is { } code
            ? Answer(VideoKind.ShortLink, code, "https://www.kuaishou.com/f/")
            : Answer(VideoKind.Profile, User.Take(link.Path), "https://www.kuaishou.com/profile/");
    }

    private VideoLink Answer(VideoKind kind, string? id, string address) =>
        id is null ? VideoLink.Nothing(Name) : new(Name, kind, id, address + id);
}
