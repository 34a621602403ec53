using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Yizhibo;

/// <summary>Live rooms of a site that nothing newer than 2021 is known of: a link card.</summary>
internal sealed class YizhiboPlatform : IVideoPlatform
{
    private static readonly Regex Room = LinkPattern.Whole("/l/(?<id>[A-Za-z0-9_-]{12,20})[.]html");

    public string Name => "yizhibo";

    public IReadOnlyCollection<string> Hosts { get; } = ["www.yizhibo.com", "m.yizhibo.com"];

    public string? FrameOrigin => null;

    public VideoLink Read(PastedLink link) =>
        Room.Take(link.Path) is { } room ? new(Name, VideoKind.Live, room, $"https://www.yizhibo.com/l/{room}.html") : VideoLink.Nothing(Name);
}
