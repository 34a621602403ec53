using Storefront.Shared;

namespace Storefront.Modules.Videos.Contracts;

/// <summary>A video as pages show it before anyone taps play: nothing of the platform is loaded.</summary>
/// <param name="Platform">Key of the platform: "douyin"; its name is the text "videos.platform.douyin".</param>
/// <param name="Embed">Player address to frame after the tap; null when there is only a link card.</param>
/// <param name="PosterCode">Media code of the seller's own poster; null shows a neutral card.</param>
public sealed record VideoCard(string Code, string Platform, string Kind, string Canonical, string? Embed, string Caption, string? PosterCode, long ShopId)
{
    /// <summary>Its own short address, for a QR code or a bio.</summary>
    public string Path => "/v/" + Code;

    /// <summary>For its seller only: why the short link could not be resolved, key of the text "videolinks.trouble.{Trouble}". Null when there is nothing to say.</summary>
    public string? Trouble { get; init; }
}

/// <summary>What was found in a share text. <paramref name="Platform"/> is null when there is no link of a known platform.</summary>
/// <param name="Caption">The seller's own words in it, the app's left out; may be empty.</param>
public sealed record SharedVideo(string? Platform, string? Canonical, string Caption, IReadOnlyList<string> Hashtags);

public sealed record WatchedVideo(VideoCard Video, IReadOnlyList<string> ProductCodes);

public sealed record AttachOutcome(VideoCard? Video, string? RefusalKey);

/// <summary>Links to the short videos of shops.</summary>
public interface IVideos
{
    Task<IReadOnlyList<VideoCard>> OfProductAsync(string productCode, CancellationToken cancel);

    /// <summary>One video of an open shop by its short address, with the codes of the products it tells about; null when there is none.</summary>
    Task<WatchedVideo?> FindAsync(string code, CancellationToken cancel);

    /// <summary>Newest videos of open shops, for home and the videos page.</summary>
    Task<Page<VideoCard>> NewestAsync(int page, CancellationToken cancel);

    /// <summary>What a share text says, without keeping anything: for the product form before it is saved.</summary>
    SharedVideo Read(string shareText);

    Task<IReadOnlyList<VideoCard>> OfShopAsync(long shopId, int most, CancellationToken cancel);

    /// <summary>Reads a link or a whole share text and ties it to the product (staged on the caller's StoreDb). RefusalKey is a text key when no link was found.</summary>
    Task<AttachOutcome> AttachAsync(long shopId, string productCode, string shareText, string? posterCode, CancellationToken cancel);

    Task DetachAsync(long shopId, string productCode, string videoCode, CancellationToken cancel);
}
