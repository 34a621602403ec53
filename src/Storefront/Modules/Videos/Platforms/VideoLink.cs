namespace Storefront.Modules.Videos.Platforms;

/// <summary>Stored as a number: never renumber.</summary>
internal enum VideoKind
{
    Video = 1,

    /// <summary>A code that only the platform can turn into an id.</summary>
    ShortLink = 2,
    Live = 3,
    Profile = 4,

    /// <summary>A known platform, but nothing to play. With an id it is a picture post, still worth a link card.</summary>
    NotAVideo = 5,
}

/// <summary>How to play a video in our page: only after the visitor's tap, in a sandboxed frame.</summary>
/// <param name="Url">Address for the frame, starts with <paramref name="Origin"/>.</param>
/// <param name="Origin">The CSP <c>frame-src</c> entry it needs.</param>
/// <param name="Portrait">Whether the frame is 9:16 rather than 16:9; a guess from the platform and the form of the link.</param>
internal sealed record VideoPlayer(string Url, string Origin, bool Portrait);

/// <summary>What a pasted link turned out to be. Nothing in it is copied from the pasted address but the id.</summary>
/// <param name="Id">Always text: nineteen digits do not fit a script's number. Null only when there is nothing to show.</param>
/// <param name="Canonical">The https address to show and to store, null exactly when <paramref name="Id"/> is null.</param>
internal sealed record VideoLink(string Platform, VideoKind Kind, string? Id, string? Canonical, VideoPlayer? Player = null)
{
    public string? Embed => Player?.Url;

    /// <summary>True while only the platform knows which video this is.</summary>
    public bool NeedsResolve => Kind == VideoKind.ShortLink;

    /// <summary>A page of the platform with nothing in it for a shop.</summary>
    public static VideoLink Nothing(string platform) => new(platform, VideoKind.NotAVideo, Id: null, Canonical: null);
}
