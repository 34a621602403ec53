using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Modules.Videos.Platforms;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>Keeps the video in a share text and ties it to a product, where one is named; the same video of the same shop is kept once. Staged, saved by the caller.</summary>
internal sealed class AttachVideo(StoreDb db, ReadShareText read, OfferedPlayers players, IShops shops, TimeProvider clock)
{
    public async Task<AttachOutcome> RunAsync(long shopId, string? productCode, string shareText, string? posterCode, CancellationToken cancel)
    {
        var result = read.Run(shareText);
        if (result.Verdict == ReadShareText.Verdict.TooLong) return new(Video: null, "videos.refused.long");
        if (result.Link is not { Id: { } id, Canonical: { } canonical } link)
            return new(Video: null, result.IsCommand ? "videolinks.refused.command" : "videos.refused.none");
        if (link.Kind == VideoKind.Profile) return new(Video: null, "videos.refused.profile");
        var video = await db.Videos.FirstOrDefaultAsync(video => video.ShopId == shopId && video.Platform == link.Platform && video.PlatformId == id, cancel);
        if (video?.SameAsId is { } same) video = await db.Videos.SingleAsync(video => video.Id == same, cancel);
        if (video is null)
        {
            var shop = await shops.FindManyAsync([shopId], cancel);
            video = new()
            {
                Code = Code.NewPublic(),
                ShopId = shopId,
                ShopOpen = shop.TryGetValue(shopId, out var card) && card.IsOpen,
                Platform = link.Platform,
                Kind = link.Kind,
                PlatformId = id,
                Canonical = canonical,
                Embed = players.AddressOf(link),
                Caption = result.Caption.Text,
                At = clock.GetUtcNow().UtcDateTime,
            };
            video.BorrowPoster(posterCode);
            db.Add(video);
        }
        // Who pastes it again wants it seen.
        video.Hidden = false;
        if (productCode is not null && (video.Id == 0 || !await db.VideoTies.AnyAsync(tie => tie.ProductCode == productCode && tie.VideoId == video.Id, cancel)))
            db.Add(new VideoTie { ProductCode = productCode, Video = video });
        return new(new(video.Code, video.Platform, video.Kind.ToString(), video.Canonical, video.Embed, video.Caption, video.PosterCode, shopId), RefusalKey: null);
    }
}
