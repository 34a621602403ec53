using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.QQ;

/// <summary>Tencent Video, which has a player, and QQ's small world, which has none. Videos of Qzone are for friends only and stay out.</summary>
internal sealed class QQPlatform : IVideoPlatform
{
    private const string VideoId = "(?<id>[A-Za-z0-9]{11})";

    private static readonly Regex Page = LinkPattern.Whole($"/x/(?:page|cover/[A-Za-z0-9]{{5,20}})/{VideoId}[.]html");
    private static readonly Regex Named = LinkPattern.Whole("/x/m/play|/txp/iframe/player[.]html");
    private static readonly Regex Id = LinkPattern.Whole(VideoId);
    private static readonly Regex Feed = LinkPattern.Whole("(?<id>[A-Za-z0-9_-]{16,98}={0,2})");

    public string Name => "qq";

    public IReadOnlyCollection<string> Hosts { get; } = ["v.qq.com", "m.v.qq.com", "xsj.qq.com"];

    public string FrameOrigin => "https://v.qq.com";

    public VideoLink Read(PastedLink link)
    {
        if (link.Host == "xsj.qq.com")
            return ReadFeed(link);
        var id = Page.Take(link.Path) ?? (Named.IsMatch(link.Path) ? Id.Take(link.Only("vid")) : null);
        return id is null
            ? VideoLink.Nothing(Name)
            : new(Name, VideoKind.Video, id, $"https://v.qq.com/x/page/{id}.html",
                new($"{FrameOrigin}/txp/iframe/player.html?vid={id}", FrameOrigin, Portrait: false));
    }

    private VideoLink ReadFeed(PastedLink link) =>
        link.Path is "/video" or "/video/" && Feed.Take(link.Only("feed_key")) is { } feed
            ? new(Name, VideoKind.Video, feed, $"https://xsj.qq.com/video?feed_key={feed}")
            : VideoLink.Nothing(Name);
}
