using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.YouTube;

internal sealed class YouTubePlatform : IVideoPlatform
{
    private const string VideoId = "(?<id>[A-Za-z0-9_-]{11})";

    private static readonly Regex Id = LinkPattern.Whole(VideoId);
    private static readonly Regex Short = LinkPattern.Whole($"/{VideoId}/?");
    private static readonly Regex Video = LinkPattern.Whole($"/(?<form>shorts|live|embed|v)/{VideoId}/?");
    private static readonly Regex Room = LinkPattern.Whole("/(?<id>@[A-Za-z0-9_.-]{2,40})/live/?");
    private static readonly Regex Channel = LinkPattern.Whole("/(?<id>@[A-Za-z0-9_.-]{2,40})/?");
    private static readonly Regex Signature = LinkPattern.Anywhere("\\s(?:-\\s|via @)YouTube(?<end>\\s|\uFFFC|\\z)");

    public string Name => "youtube";

    public IReadOnlyCollection<string> Hosts { get; } =
    [
        "youtu.be", "www.youtube.com", "youtube.com", "m.youtube.com", "music.youtube.com",
        "www.youtube-nocookie.com", "www.youtubekids.com",
    ];

    public string FrameOrigin => "https://www.youtube-nocookie.com";

    public VideoLink Read(PastedLink link)
    {
        if (link.Host == "youtu.be")
            return Answer(Short.Take(link.Path));
        if (link.Path is "/watch" or "/watch/")
            return Answer(Id.Take(link.Only("v")));
        if (Video.Match(link.Path) is { Success: true } video)
            return Answer(video.Groups["id"].Value, portrait: video.Groups["form"].Value == "shorts");
        if (Room.Take(link.Path) is { } room)
            return new(Name, VideoKind.Live, room, $"https://www.youtube.com/{room}/live");
        return Channel.Take(link.Path) is { } channel
            ? new(Name, VideoKind.Profile, channel, $"https://www.youtube.com/{channel}")
            : VideoLink.Nothing(Name);
    }

    public ShareProse ReadProse(string text) => new(Signature.Replace(text, "${end}"));

    private VideoLink Answer(string? id, bool portrait = false) =>
        // Two player addresses without a video have names of exactly eleven letters.
        id is null or "videoseries" or "live_stream"
            ? VideoLink.Nothing(Name)
            : new(Name, VideoKind.Video, id, $"https://www.youtube.com/watch?v={id}",
                new($"{FrameOrigin}/embed/{id}", FrameOrigin, portrait));
}
