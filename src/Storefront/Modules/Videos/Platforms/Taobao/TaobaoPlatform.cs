using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Taobao;

/// <summary>
/// Taobao, Tmall and Taobao's live rooms. Goods are no video and still worth a link card. Short links are never asked: they answer with a script,
/// refuse whoever is not in the app, and their goods stand behind a sign-in.
/// </summary>
internal sealed class TaobaoPlatform : IVideoPlatform
{
    private static readonly Regex Code = LinkPattern.Whole("/(?<id>h[.][A-Za-z0-9]{5,24})/?");
    private static readonly Regex Token = LinkPattern.Whole("(?<id>[A-Za-z0-9]{6,20})");
    private static readonly Regex Id = LinkPattern.Whole("(?<id>[1-9][0-9]{8,12})");
    private static readonly Regex WorldItem = LinkPattern.Whole("/item/(?<id>[1-9][0-9]{8,12})[.]htm");
    private static readonly Regex Item = LinkPattern.Whole("(?:/[a-z0-9]{1,20}){0,3}/(?:item|detail)[.]htm");
    private static readonly Regex Room = LinkPattern.Whole("(?<id>[1-9][0-9]{5,15})");

    public string Name => "taobao";

    public IReadOnlyCollection<string> Hosts { get; } =
    [
        "m.tb.cn", "e.tb.cn", "item.taobao.com", "detail.tmall.com", "detail.m.tmall.com", "h5.m.taobao.com", "m.intl.taobao.com",
        "world.taobao.com", "tbzb.taobao.com", "huodong.m.taobao.com",
    ];

    public string? FrameOrigin => null;

    public VideoLink Read(PastedLink link) => link.Host switch
    {
        "m.tb.cn" => Answer(VideoKind.ShortLink, Code.Take(link.Path), "https://m.tb.cn/"),
        "e.tb.cn" => Answer(VideoKind.ShortLink, Code.Take(link.Path), "https://e.tb.cn/", TokenOf(link)),
        "tbzb.taobao.com" => Answer(VideoKind.Live, RoomOf(link), "https://tbzb.taobao.com/live?liveId="),
        "detail.tmall.com" or "detail.m.tmall.com" => Answer(VideoKind.NotAVideo, ItemOf(link), "https://detail.tmall.com/item.htm?id="),
        "huodong.m.taobao.com" => VideoLink.Nothing(Name),
        _ => Answer(VideoKind.NotAVideo, ItemOf(link), "https://item.taobao.com/item.htm?id="),
    };

    public ShareProse ReadProse(string text) => TaobaoProse.Read(text);

    public bool IsCommand(string text) => TaobaoProse.IsCommand(text);

    /// <summary>Without its token the newer host opens nothing.</summary>
    private static string TokenOf(PastedLink link) => Token.Take(link.Only("tk")) is { } token ? "?tk=" + token : string.Empty;

    private static string? RoomOf(PastedLink link) => link.Path is "/live" or "/live/" or "/follow" or "/follow/" ? Room.Take(link.Only("liveId")) : null;

    private static string? ItemOf(PastedLink link) =>
        WorldItem.Take(link.Path) ?? (Item.IsMatch(link.Path) ? Id.Take(link.Only("id")) : null);

    private VideoLink Answer(VideoKind kind, string? id, string before, string after = "") =>
        id is null ? VideoLink.Nothing(Name) : new(Name, kind, id, before + id + after);
}
