using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Weibo;

/// <summary>Videos by their own number, and posts that may hold one. Its shortener t.cn is not listed: it leads anywhere.</summary>
internal sealed class WeiboPlatform : IVideoPlatform
{
    private const string VideoId = "(?<id>1034:(?:[0-9]{16}|[0-9a-f]{32}))";
    private const string PostId = "(?<id>[A-Za-z0-9]{9}|[1-9][0-9]{14,17})";

    private static readonly Regex Video = LinkPattern.Whole($"/tv/show/{VideoId}/?");
    private static readonly Regex ShortVideo = LinkPattern.Whole($"/show/{VideoId}/?");
    private static readonly Regex Watched = LinkPattern.Whole("/tv/v/[A-Za-z0-9]{1,20}/?");
    private static readonly Regex Id = LinkPattern.Whole(VideoId);
    private static readonly Regex Post = LinkPattern.Whole($"/(?:status|detail|[0-9]{{1,12}})/{PostId}/?");
    private static readonly Regex Room = LinkPattern.Whole("/l/wblive/(?:p|m)/show/(?<id>1022:[0-9]{10,30})/?");
    private static readonly Regex User = LinkPattern.Whole("/u/(?<id>[1-9][0-9]{3,12})/?");

    private static readonly Regex Signature = LinkPattern.Anywhere("[^\\s\uFFFC]*的微博(?:视频|直播)|[（(]?分享自[ ]?@?微博(?:视频)?[）)]?");

    public string Name => "weibo";

    public IReadOnlyCollection<string> Hosts { get; } = ["weibo.com", "www.weibo.com", "m.weibo.cn", "video.weibo.com", "h5.video.weibo.com"];

    public string? FrameOrigin => null;

    public VideoLink Read(PastedLink link) => link.Host switch
    {
        "video.weibo.com" => Answer(VideoKind.Video, link.Path is "/show" or "/show/" ? Id.Take(link.Only("fid")) : null, "https://weibo.com/tv/show/"),
        "h5.video.weibo.com" => Answer(VideoKind.Video, ShortVideo.Take(link.Path), "https://weibo.com/tv/show/"),
        _ => ReadPage(link),
    };

    public ShareProse ReadProse(string text) => new(Signature.Replace(ShareProse.OpenTags(text), " "));

    private VideoLink ReadPage(PastedLink link)
    {
        if (Video.Take(link.Path) is { } video)
            return Answer(VideoKind.Video, video, "https://weibo.com/tv/show/");
        if (Watched.IsMatch(link.Path))
            return Answer(VideoKind.Video, Id.Take(link.Only("fid")), "https://weibo.com/tv/show/");
        if (Post.Take(link.Path) is { } post)
            return Answer(VideoKind.Video, post, "https://m.weibo.cn/status/");
        return Room.Take(link.Path) is { } room
            ? Answer(VideoKind.Live, room, "https://weibo.com/l/wblive/p/show/")
            : Answer(VideoKind.Profile, User.Take(link.Path), "https://weibo.com/u/");
    }

    private VideoLink Answer(VideoKind kind, string? id, string address) =>
        id is null ? VideoLink.Nothing(Name) : new(Name, kind, id, address + id);
}
