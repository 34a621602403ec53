using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.WeChatChannels;

/// <summary>Videos of WeChat Channels play inside WeChat only; mini programs have a player, web pages have none.</summary>
internal sealed class WeChatChannelsPlatform : IVideoPlatform
{
    private const string VideoId = "(?<id>[A-Za-z0-9]{6,10})";

    private static readonly Regex Short = LinkPattern.Whole($"/sph/{VideoId}/?");
    private static readonly Regex Id = LinkPattern.Whole(VideoId);
    private static readonly Regex Call = ShareProse.CallTo("微信|视频号");
    private static readonly Regex Signature = LinkPattern.Anywhere("在微信(?:中|里)打开(?<end>[。！!]|\\s|\uFFFC|\\z)");

    public string Name => "wechat-channels";

    public IReadOnlyCollection<string> Hosts { get; } = ["weixin.qq.com", "channels.weixin.qq.com"];

    public string? FrameOrigin => null;

    public ShareProse ReadProse(string text) => new(Signature.Replace(Call.Replace(text, " "), "${end}"));

    public VideoLink Read(PastedLink link)
    {
        // Pages with a token are short-lived, /platform is the seller's own back office: neither is for visitors.
        var id = link switch
        {
            { Host: "weixin.qq.com" } => Short.Take(link.Path),
            { Path: "/finder-preview/pages/sph" } => Id.Take(link.Only("id")),
            _ => null,
        };
        return id is null ? VideoLink.Nothing(Name) : new(Name, VideoKind.Video, id, $"https://weixin.qq.com/sph/{id}");
    }
}
