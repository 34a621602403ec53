using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.TikTok;

internal sealed class TikTokPlatform : IVideoPlatform
{
    private const string WorkId = "(?<id>[1-9][0-9]{17,18})";

    private static readonly Regex Code = LinkPattern.Whole("/(?<id>[A-Za-z0-9]{7,12})/?");
    private static readonly Regex WebCode = LinkPattern.Whole("/t/(?<id>[A-Za-z0-9]{7,12})/?");
    private static readonly Regex Work = LinkPattern.Whole($"/@(?<user>[A-Za-z0-9_.]{{0,32}})/(?<form>video|photo)/{WorkId}/?");
    private static readonly Regex Shared = LinkPattern.Whole($"/(?:(?:i18n/)?share/video|embed(?:/v2)?|player/v1)/{WorkId}/?");
    private static readonly Regex SharedRoom = LinkPattern.Whole("/share/live/(?<id>[1-9][0-9]{9,19})/?");
    private static readonly Regex Room = LinkPattern.Whole("/@(?<id>[A-Za-z0-9_.]{1,32})/live/?");
    private static readonly Regex User = LinkPattern.Whole("/@(?<id>[A-Za-z0-9_.]{1,32})/?");

    private static readonly Regex Call = LinkPattern.Anywhere(
        "Check out (?:this video|[^\\n\uFFFC]{1,60}?['’]s video)!?"
        + "|This post is shared via TikTok[^\\n\uFFFC]*"
        + "|复制此链接，打开TikTok[^。！!\\n\uFFFC]*[。！!]?"
        + "|#TikTok\\s*>");

    public string Name => "tiktok";

    public IReadOnlyCollection<string> Hosts { get; } =
        ["vm.tiktok.com", "vt.tiktok.com", "www.tiktok.com", "tiktok.com", "m.tiktok.com", "t.tiktok.com", "www.tiktokv.com"];

    public IReadOnlyCollection<string> WayHosts { get; } = ["vm.tiktok.com", "vt.tiktok.com", "www.tiktok.com", "m.tiktok.com"];

    public string FrameOrigin => "https://www.tiktok.com";

    public VideoLink Read(PastedLink link) =>
        link.Host is "vm.tiktok.com" or "vt.tiktok.com"
            ? Answer(VideoKind.ShortLink, Code.Take(link.Path), $"https://{link.Host}/", "/")
            : ReadPage(link.Path);

    public ShareProse ReadProse(string text) => new(Call.Replace(text, " "));

    private VideoLink ReadPage(string path)
    {
        if (Work.Match(path) is { Success: true } work)
            return ReadWork(work.Groups["user"].Value, work.Groups["form"].Value, work.Groups["id"].Value);
        if (Shared.Take(path) is { } id)
            return ReadWork(user: string.Empty, "video", id);
        if (WebCode.Take(path) is { } code)
            return Answer(VideoKind.ShortLink, code, "https://www.tiktok.com/t/", "/");
        if (SharedRoom.Take(path) is { } sharedRoom)
            return Answer(VideoKind.Live, sharedRoom, "https://m.tiktok.com/share/live/");
        return Room.Take(path) is { } room
            ? Answer(VideoKind.Live, room, "https://www.tiktok.com/@", "/live")
            : Answer(VideoKind.Profile, User.Take(path), "https://www.tiktok.com/@");
    }

    private VideoLink ReadWork(string user, string form, string id)
    {
        var canonical = $"https://www.tiktok.com/@{user}/{form}/{id}";
        return form == "video"
            ? new(Name, VideoKind.Video, id, canonical, new($"{FrameOrigin}/player/v1/{id}", FrameOrigin, Portrait: true))
            : new(Name, VideoKind.NotAVideo, id, canonical);
    }

    private VideoLink Answer(VideoKind kind, string? id, string before, string after = "") =>
        id is null ? VideoLink.Nothing(Name) : new(Name, kind, id, before + id + after);
}
