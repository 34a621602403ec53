using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Facebook;

/// <summary>Its player sets Meta's cookies: a link card unless the settings want the player.</summary>
internal sealed class FacebookPlatform : IVideoPlatform
{
    private const string VideoId = "(?<id>[1-9][0-9]{5,19})";

    private static readonly Regex Watch = LinkPattern.Whole("/watch(?:/live)?/?|/video[.]php");
    private static readonly Regex Id = LinkPattern.Whole(VideoId);
    private static readonly Regex OnPage = LinkPattern.Whole($"/[A-Za-z0-9][A-Za-z0-9.-]{{0,80}}/videos/(?:[A-Za-z0-9%_.-]{{1,300}}/)?{VideoId}/?");
    private static readonly Regex Reel = LinkPattern.Whole($"/reel/{VideoId}/?");
    private static readonly Regex Shared = LinkPattern.Whole("/share/(?<form>v|r)/(?<id>[A-Za-z0-9_-]{5,24})/?");
    private static readonly Regex Code = LinkPattern.Whole("/(?<id>[A-Za-z0-9_-]{5,24})/?");
    private static readonly Regex Framed = LinkPattern.Whole(
        $"https%3[Aa]%2[Ff]%2[Ff]www[.]facebook[.]com%2[Ff](?:watch%2[Ff]%3[Ff]v%3[Dd]|(?<reel>reel)%2[Ff]){VideoId}(?:%2[Ff])?");

    public string Name => "facebook";

    public IReadOnlyCollection<string> Hosts { get; } =
        ["www.facebook.com", "facebook.com", "m.facebook.com", "web.facebook.com", "??-??.facebook.com", "fb.watch"];

    public string FrameOrigin => "https://www.facebook.com";

    public bool OffersPlayer => false;

    public IReadOnlyCollection<string> WayHosts { get; } = ["fb.watch", "www.facebook.com", "m.facebook.com", "web.facebook.com"];

    public VideoLink Read(PastedLink link)
    {
        if (link.Host == "fb.watch")
            return Code.Take(link.Path) is { } code ? new(Name, VideoKind.ShortLink, code, $"https://fb.watch/{code}/") : VideoLink.Nothing(Name);
        if (Shared.Match(link.Path) is { Success: true } shared)
            return new(Name, VideoKind.ShortLink, shared.Groups["id"].Value, $"https://www.facebook.com/share/{shared.Groups["form"].Value}/{shared.Groups["id"].Value}/");
        if (Reel.Take(link.Path) is { } reel)
            return Answer(reel, isReel: true);
        if (link.Path == "/plugins/video.php" && Framed.Match(link.Only("href") ?? string.Empty) is { Success: true } framed)
            return Answer(framed.Groups["id"].Value, framed.Groups["reel"].Success);
        return Answer(OnPage.Take(link.Path) ?? (Watch.IsMatch(link.Path) ? Id.Take(link.Only("v")) : null), isReel: false);
    }

    private VideoLink Answer(string? id, bool isReel)
    {
        if (id is null)
            return VideoLink.Nothing(Name);
        var address = isReel ? $"https://www.facebook.com/reel/{id}/" : $"https://www.facebook.com/watch/?v={id}";
        return new(Name, VideoKind.Video, id, address,
            new($"{FrameOrigin}/plugins/video.php?href={Uri.EscapeDataString(address)}&show_text=false", FrameOrigin, isReel));
    }
}
