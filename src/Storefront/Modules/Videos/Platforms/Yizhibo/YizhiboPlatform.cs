using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Yizhibo;

/// <summary>Live rooms of a site that nothing newer than 2021 is known of: a link card.</summary>
internal sealed class YizhiboPlatform : IVideoPlatform
{
    private static readonly Regex Room = LinkPattern.Whole("/l/(?<id>[A-Za-z0-9_-]{12,20})[.]html");
    private static readonly Regex Call = ShareProse.CallTo("一直播");
    private static readonly Regex Signature = LinkPattern.Anywhere("[（(]?分享自[ ]?@?一直播[）)]?");

    public string Name => "yizhibo";

    public IReadOnlyCollection<string> Hosts { get; } = ["www.yizhibo.com", "m.yizhibo.com"];

    public string? FrameOrigin => null;

    public ShareProse ReadProse(string text) => new(Signature.Replace(Call.Replace(ShareProse.OpenTags(text), " "), " "));

    public VideoLink Read(PastedLink link) =>
        Room.Take(link.Path) is { } room ? new(Name, VideoKind.Live, room, $"https://www.yizhibo.com/l/{room}.html") : VideoLink.Nothing(Name);
}
