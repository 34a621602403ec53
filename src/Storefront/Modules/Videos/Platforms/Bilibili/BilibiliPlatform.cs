using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Bilibili;

internal sealed class BilibiliPlatform : IVideoPlatform
{
    // Base58 knows no 0, O, I or l. Only the letters BV may come in either case.
    private const string VideoId = "(?:[Bb][Vv](?<bv>1[1-9A-HJ-NP-Za-km-z]{9})|[Aa][Vv](?<av>[1-9][0-9]{0,14}))";

    private static readonly Regex Video = LinkPattern.Whole($"(?:/s)?(?:/video)?/{VideoId}/?");
    private static readonly Regex Festival = LinkPattern.Whole("/(?:festival|list)/[A-Za-z0-9_-]+/?|/blackboard/html5mobileplayer[.]html");
    private static readonly Regex Id = LinkPattern.Whole(VideoId);
    private static readonly Regex Aid = LinkPattern.Whole("(?<id>[1-9][0-9]{0,14})");
    private static readonly Regex Part = LinkPattern.Whole("(?<id>[1-9][0-9]{0,3})");
    private static readonly Regex Code = LinkPattern.Whole("/(?<id>[A-Za-z0-9]{5,10})/?");
    private static readonly Regex SeriesCode = LinkPattern.Whole("/(?:ep|ss|md|cv|au)[0-9]+/?");
    private static readonly Regex Room = LinkPattern.Whole("/(?:blanc/|h5/)?(?<id>[1-9][0-9]{0,14})/?");
    private static readonly Regex Space = LinkPattern.Whole("(?:/space)?/(?<id>[1-9][0-9]{0,18})(?:/(?:video|dynamic|upload/video))?/?");

    public string Name => "bilibili";

    public IReadOnlyCollection<string> Hosts { get; } =
    [
        "www.bilibili.com", "m.bilibili.com", "bilibili.com", "b23.tv", "bili2233.cn",
        "live.bilibili.com", "space.bilibili.com", "t.bilibili.com", "player.bilibili.com",
    ];

    public IReadOnlyCollection<string> WayHosts { get; } =
        ["b23.tv", "bili2233.cn", "www.bilibili.com", "m.bilibili.com", "live.bilibili.com", "space.bilibili.com", "t.bilibili.com"];

    public string FrameOrigin => "https://player.bilibili.com";

    public VideoLink Read(PastedLink link) => link.Host switch
    {
        "b23.tv" or "bili2233.cn" => ReadVideo(link) ?? ReadShort(link),
        "live.bilibili.com" => Answer(VideoKind.Live, Room.Take(link.Path), "https://live.bilibili.com/"),
        "space.bilibili.com" => ReadSpace(link),
        "player.bilibili.com" => (link.Path == "/player.html" ? ReadNamed(link) : null) ?? VideoLink.Nothing(Name),
        "t.bilibili.com" => VideoLink.Nothing(Name),
        _ => ReadVideo(link) ?? (link.Path.StartsWith("/space/", StringComparison.Ordinal) ? ReadSpace(link) : VideoLink.Nothing(Name)),
    };

    public ShareProse ReadProse(string text) => BilibiliProse.Read(text);

    private VideoLink ReadShort(PastedLink link) =>
        SeriesCode.IsMatch(link.Path)
            ? VideoLink.Nothing(Name)
            : Answer(VideoKind.ShortLink, Code.Take(link.Path), $"https://{link.Host}/");

    private VideoLink ReadSpace(PastedLink link) => Answer(VideoKind.Profile, Space.Take(link.Path), "https://space.bilibili.com/");

    private VideoLink? ReadVideo(PastedLink link)
    {
        if (Video.Match(link.Path) is { Success: true } video)
            return ReadId(video, link);
        return Festival.IsMatch(link.Path) ? ReadNamed(link) : null;
    }

    private VideoLink? ReadNamed(PastedLink link)
    {
        var name = link.Only("bvid") ?? (Aid.Take(link.Only("aid")) is { } aid ? "av" + aid : string.Empty);
        return Id.Match(name) is { Success: true } video ? ReadId(video, link) : null;
    }

    private VideoLink ReadId(Match video, PastedLink link)
    {
        var bv = video.Groups["bv"];
        var id = bv.Success ? "BV" + bv.Value : "av" + video.Groups["av"].Value;
        var named = bv.Success ? "bvid=" + id : "aid=" + id[2..];
        var part = Part.Take(link.Only("p")) ?? "1";
        return new(Name, VideoKind.Video, id, $"https://www.bilibili.com/video/{id}{(part == "1" ? string.Empty : "?p=" + part)}",
            // Without autoplay=0 it starts by itself, with sound.
            new($"{FrameOrigin}/player.html?isOutside=true&{named}&p={part}&autoplay=0&danmaku=0", FrameOrigin, Portrait: false));
    }

    private VideoLink Answer(VideoKind kind, string? id, string address) =>
        id is null ? VideoLink.Nothing(Name) : new(Name, kind, id, address + id);
}
