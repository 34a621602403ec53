using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Toutiao;

/// <summary>Articles and videos of Toutiao. An article may hold a video, which its link does not say.</summary>
internal sealed class ToutiaoPlatform : IVideoPlatform
{
    private static readonly Regex Code = LinkPattern.Whole("/is/(?<id>[A-Za-z0-9_-]{5,20})/?");
    private static readonly Regex Work = LinkPattern.Whole("/(?<form>a|video/)(?<id>[1-9][0-9]{16,19})/?");
    private static readonly Regex Call = ShareProse.CallTo("今日头条|头条");
    private static readonly Regex Signature = LinkPattern.Anywhere("\\s[-|]\\s今日头条(?<end>\\s|\uFFFC|\\z)");

    public string Name => "toutiao";

    public IReadOnlyCollection<string> Hosts { get; } = ["www.toutiao.com", "m.toutiao.com"];

    public string? FrameOrigin => null;

    public IReadOnlyCollection<string> WayHosts => Hosts;

    public IReadOnlyCollection<string> LeadsTo { get; } = ["xigua", "douyin"];

    public ShareProse ReadProse(string text) => new(Signature.Replace(Call.Replace(text, " "), "${end}"));

    public VideoLink Read(PastedLink link)
    {
        if (Work.Match(link.Path) is { Success: true } work)
            return new(Name, VideoKind.Video, work.Groups["id"].Value, $"https://www.toutiao.com/{work.Groups["form"].Value}{work.Groups["id"].Value}/");
        return link.Host == "m.toutiao.com" && Code.Take(link.Path) is { } code
            ? new(Name, VideoKind.ShortLink, code, $"https://m.toutiao.com/is/{code}/")
            : VideoLink.Nothing(Name);
    }
}
