using System.Text.RegularExpressions;

namespace Storefront.Modules.Videos.Platforms.Instagram;

/// <summary>Its player may hide behind a sign-in and sets Meta's cookies: a link card unless the settings want the player.</summary>
internal sealed class InstagramPlatform : IVideoPlatform
{
    // A name never begins with a dot, so that no dot segment passes for one.
    private const string User = "[A-Za-z0-9_][A-Za-z0-9._]{0,29}";

    private static readonly Regex Post = LinkPattern.Whole($"/(?:{User}/)?(?<form>reels?|p|tv)/(?<id>[A-Za-z0-9_-]{{11}})(?:/embed(?:/captioned)?)?/?");
    private static readonly Regex Shared = LinkPattern.Whole("/share/(?<form>reel/|p/)?(?<id>[A-Za-z0-9_-]{5,24})/?");
    private static readonly Regex Profile = LinkPattern.Whole($"/(?<id>{User})/?");
    private static readonly Regex OwnPage = LinkPattern.Whole("about|accounts|api|developer|direct|explore|graphql|legal|oauth|p|reels?|share|stories|tv|web");

    public string Name => "instagram";

    public IReadOnlyCollection<string> Hosts { get; } = ["www.instagram.com", "instagram.com"];

    public string FrameOrigin => "https://www.instagram.com";

    public bool OffersPlayer => false;

    public IReadOnlyCollection<string> WayHosts { get; } = ["www.instagram.com"];

    public VideoLink Read(PastedLink link)
    {
        if (Shared.Match(link.Path) is { Success: true } shared)
            return new(Name, VideoKind.ShortLink, shared.Groups["id"].Value, $"https://www.instagram.com/share/{shared.Groups["form"].Value}{shared.Groups["id"].Value}/");
        if (Post.Match(link.Path) is { Success: true } post)
            return ReadPost(post.Groups["form"].Value == "p" ? "p" : "reel", post.Groups["id"].Value);
        return Profile.Take(link.Path) is { } user && !OwnPage.IsMatch(user)
            ? new(Name, VideoKind.Profile, user, $"https://www.instagram.com/{user}/")
            : VideoLink.Nothing(Name);
    }

    /// <summary>Under /p/ pictures stand as well, and the link does not tell.</summary>
    private VideoLink ReadPost(string form, string id) =>
        new(Name, VideoKind.Video, id, $"https://www.instagram.com/{form}/{id}/",
            new($"{FrameOrigin}/{form}/{id}/embed/", FrameOrigin, Portrait: form == "reel"));
}
