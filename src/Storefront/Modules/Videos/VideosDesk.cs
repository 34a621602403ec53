using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Videos.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

internal sealed class VideosDesk(StoreDb db, ReadShareText readShareText, AttachVideo attach) : IVideos
{
    internal static readonly Expression<Func<Video, VideoCard>> Card = video => new VideoCard(
        video.Code, video.Platform, video.Kind.ToString(), video.Canonical, video.Embed, video.Caption, video.PosterCode, video.ShopId)
    {
        Trouble = video.Lookup == LookupState.GaveUp ? video.LookupFailure.ToString() : null,
    };

    private static readonly Func<StoreDb, string, IAsyncEnumerable<VideoCard>> OfProduct = EF.CompileAsyncQuery((StoreDb db, string productCode) =>
        db.Set<VideoTie>().AsNoTracking().Where(tie => tie.ProductCode == productCode && !tie.Video.Hidden).OrderByDescending(tie => tie.VideoId).Select(tie => tie.Video).Select(Card));

    public async Task<IReadOnlyList<VideoCard>> OfProductAsync(string productCode, CancellationToken cancel) =>
        await OfProduct(db, productCode).ToListAsync(cancel);

    public async Task<IReadOnlyList<VideoCard>> OfShopAsync(long shopId, int most, CancellationToken cancel) =>
        await db.Videos.AsNoTracking().Where(video => video.ShopId == shopId && !video.Hidden && video.SameAsId == null)
            .OrderByDescending(video => video.Id).Take(most).Select(Card).ToListAsync(cancel);

    public async Task<WatchedVideo?> FindAsync(string code, CancellationToken cancel)
    {
        var video = await db.Videos.AsNoTracking().Where(named => named.Code == code)
            .Join(db.Videos, named => named.SameAsId ?? named.Id, video => video.Id, (_, video) => video)
            .Where(video => video.ShopOpen && !video.Hidden).Select(Card).FirstOrDefaultAsync(cancel);
        return video is null ? null : new(video, await db.VideoTies.Where(tie => tie.Video.Code == video.Code).Select(tie => tie.ProductCode).ToListAsync(cancel));
    }

    public async Task<Page<VideoCard>> NewestAsync(int page, CancellationToken cancel) =>
        (await db.Videos.AsNoTracking().Where(video => video.ShopOpen && !video.Hidden && video.SameAsId == null)
            .OrderByDescending(video => video.Id).Take(page, Paging.Size).Select(Card).ToListAsync(cancel)).ToPage(page, Paging.Size);

    public SharedVideo Read(string shareText)
    {
        var read = readShareText.Run(shareText);
        var link = read.Link is { Id: not null } found ? found : null;
        return new(link?.Platform, link?.Canonical, read.Caption.Text, read.Caption.Hashtags);
    }

    public Task<AttachOutcome> AttachAsync(long shopId, string productCode, string shareText, string? posterCode, CancellationToken cancel) =>
        attach.RunAsync(shopId, productCode, shareText, posterCode, cancel);

    public async Task DetachAsync(long shopId, string productCode, string videoCode, CancellationToken cancel)
    {
        var tie = await db.VideoTies.FirstOrDefaultAsync(tie => tie.ProductCode == productCode && tie.Video.Code == videoCode && tie.Video.ShopId == shopId, cancel);
        if (tie is not null) db.Remove(tie);
    }
}
