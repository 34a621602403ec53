using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Douyin;

internal sealed class DouyinPlatform : IVideoPlatform
{
    private const string WorkId = "(?<id>[1-9][0-9]{16,19})";

    // Codes had 7 characters in 2021 and have 11 of base64url now; they may begin or end with _ or -.
    private static readonly Regex Code = LinkPattern.Whole("/(?<id>[A-Za-z0-9_-]{5,20})/?");
    private static readonly Regex Work = LinkPattern.Whole($"/(?:share/|m/)?(?<form>video|note|slides)/{WorkId}/?");
    private static readonly Regex Id = LinkPattern.Whole(WorkId);
    private static readonly Regex User = LinkPattern.Whole("/(?:share/)?user/(?<id>MS4wLjABAAAA[A-Za-z0-9_-]{10,120})/?");
    private static readonly Regex Room = LinkPattern.Whole("/(?<id>[A-Za-z0-9_-]{3,40})/?");
    private static readonly Regex RoomId = LinkPattern.Whole("(?<id>[0-9]{5,20})");
    private static readonly Regex Reflow = LinkPattern.Whole("(?:/douyin)?/webcast/reflow/(?<id>[0-9]{5,20})/?");

    public string Name => "douyin";

    public IReadOnlyCollection<string> Hosts { get; } =
    [
        "v.douyin.com", "jx.douyin.com", "www.douyin.com", "douyin.com", "m.douyin.com", "jingxuan.douyin.com",
        "open.douyin.com", "www.iesdouyin.com", "live.douyin.com", "webcast.amemv.com",
    ];

    public IReadOnlyCollection<string> WayHosts { get; } =
    [
        "v.douyin.com", "jx.douyin.com", "www.douyin.com", "m.douyin.com", "live.douyin.com", "jingxuan.douyin.com", "www.iesdouyin.com", "webcast.amemv.com",
    ];

    public string FrameOrigin => "https://open.douyin.com";

    public VideoLink Read(PastedLink link) => link.Host switch
    {
        "v.douyin.com" or "jx.douyin.com" => ReadShort(link),
        "live.douyin.com" => ReadLive(Room.Take(link.Path) ?? RoomId.Take(link.Only("web_rid")), "https://live.douyin.com/"),
        "webcast.amemv.com" => ReadLive(Reflow.Take(link.Path), "https://webcast.amemv.com/douyin/webcast/reflow/"),
        "open.douyin.com" => link.Path == "/player/video" ? ReadVideo(Id.Take(link.Only("vid"))) : VideoLink.Nothing(Name),
        _ => ReadPage(link),
    };

    public ShareProse ReadProse(string text) => DouyinProse.Read(text);

    private VideoLink ReadShort(PastedLink link) =>
        Code.Take(link.Path) is { } code
            ? new(Name, VideoKind.ShortLink, code, $"https://{link.Host}/{code}/")
            : VideoLink.Nothing(Name);

    private VideoLink ReadLive(string? room, string address) =>
        room is null ? VideoLink.Nothing(Name) : new(Name, VideoKind.Live, room, address + room);

    private VideoLink ReadPage(PastedLink link)
    {
        if (Work.Match(link.Path) is { Success: true } work)
            return ReadWork(work.Groups["form"].Value, work.Groups["id"].Value);
        // The page that a share opens abroad carries the id as vid; on a user's page vid is not the subject.
        if (Id.Take(link.Only("modal_id")) is { } modal)
            return ReadVideo(modal);
        if (link.Path == "/")
            return ReadVideo(Id.Take(link.Only("vid")));
        return User.Take(link.Path) is { } user
            ? new(Name, VideoKind.Profile, user, $"https://www.douyin.com/user/{user}")
            : VideoLink.Nothing(Name);
    }

    private VideoLink ReadWork(string form, string id) =>
        form == "video" ? ReadVideo(id) : new(Name, VideoKind.NotAVideo, id, $"https://www.douyin.com/{form}/{id}");

    private VideoLink ReadVideo(string? id) =>
        id is null
            ? VideoLink.Nothing(Name)
            : new(Name, VideoKind.Video, id, $"https://www.douyin.com/video/{id}",
                new($"{FrameOrigin}/player/video?vid={id}&autoplay=0", FrameOrigin, Portrait: true));
}
