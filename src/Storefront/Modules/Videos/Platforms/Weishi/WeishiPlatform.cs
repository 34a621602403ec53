using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Weishi;

/// <summary>No player for other sites: a link card.</summary>
internal sealed class WeishiPlatform : IVideoPlatform
{
    private const string Shared = "/ws/app-pages/share/index.html";

    private static readonly Regex Code = LinkPattern.Whole("/(?<id>[A-Za-z0-9]{6,16})/?");
    private static readonly Regex Id = LinkPattern.Whole("(?<id>[A-Za-z0-9]{12,24})");
    private static readonly Regex Call = ShareProse.CallTo("微视|腾讯微视");
    private static readonly Regex Signature = LinkPattern.Anywhere("\\s?[-|]\\s?微视[，,]?(?:发现更有趣)?(?<end>\\s|\uFFFC|\\z)");

    public string Name => "weishi";

    public IReadOnlyCollection<string> Hosts { get; } = ["video.weishi.qq.com", "isee.weishi.qq.com", "h5.weishi.qq.com"];

    public string? FrameOrigin => null;

    public IReadOnlyCollection<string> WayHosts => Hosts;

    public ShareProse ReadProse(string text) => new(Signature.Replace(Call.Replace(text, " "), "${end}"));

    public VideoLink Read(PastedLink link) => link.Host == "video.weishi.qq.com"
        ? Answer(VideoKind.ShortLink, Code.Take(link.Path), "https://video.weishi.qq.com/")
        : Answer(VideoKind.Video, link.Path == Shared ? Id.Take(link.Only("id")) : null, $"https://isee.weishi.qq.com{Shared}?id=");

    private VideoLink Answer(VideoKind kind, string? id, string address) =>
        id is null ? VideoLink.Nothing(Name) : new(Name, kind, id, address + id);
}
