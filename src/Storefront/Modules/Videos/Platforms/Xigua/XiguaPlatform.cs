using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Xigua;

/// <summary>It is being folded into Douyin, and whether its player still serves other sites is not known: a link card unless the settings want the player.</summary>
internal sealed class XiguaPlatform : IVideoPlatform
{
    private const string VideoId = "(?<id>[1-9][0-9]{16,19})";

    private static readonly Regex Code = LinkPattern.Whole("/(?<id>[A-Za-z0-9_-]{5,20})/?");
    private static readonly Regex Video = LinkPattern.Whole($"/(?:i|video/|iframe/)?{VideoId}/?");
    private static readonly Regex Call = ShareProse.CallTo("西瓜视频");

    public string Name => "xigua";

    public IReadOnlyCollection<string> Hosts { get; } = ["www.ixigua.com", "m.ixigua.com", "v.ixigua.com"];

    public string FrameOrigin => "https://www.ixigua.com";

    public bool OffersPlayer => false;

    public IReadOnlyCollection<string> WayHosts => Hosts;

    public IReadOnlyCollection<string> LeadsTo { get; } = ["toutiao", "douyin"];

    public ShareProse ReadProse(string text) => new(Call.Replace(text, " "));

    public VideoLink Read(PastedLink link)
    {
        if (link.Host == "v.ixigua.com")
            return Code.Take(link.Path) is { } code ? new(Name, VideoKind.ShortLink, code, $"https://v.ixigua.com/{code}/") : VideoLink.Nothing(Name);
        return Video.Take(link.Path) is { } id
            ? new(Name, VideoKind.Video, id, $"https://www.ixigua.com/{id}", new($"{FrameOrigin}/iframe/{id}?autoplay=0", FrameOrigin, Portrait: false))
            : VideoLink.Nothing(Name);
    }
}
