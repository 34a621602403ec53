using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>One change of a video by its seller; afterwards every page it stands on, or stood on, is made anew.</summary>
internal sealed class ChangeVideo(StoreDb db, Outbox outbox, IPageCache cache)
{
    /// <returns>False: the shop has no such video.</returns>
    public async Task<bool> RunAsync(ShopCard shop, string code, Action<Video> change, CancellationToken cancel)
    {
        var goods = await db.WriteAsync(token => ChangeAsync(shop.Id, code, change, token), cancel);
        if (goods is null) return false;
        await cache.EvictAsync(["videos", "goods", $"shop:{shop.Code}", .. goods.Select(good => $"product:{good}")]);
        return true;
    }

    private async Task<IReadOnlyCollection<string>?> ChangeAsync(long shopId, string code, Action<Video> change, CancellationToken cancel)
    {
        var video = await db.Videos.Include(video => video.Ties).FirstOrDefaultAsync(video => video.Code == code && video.ShopId == shopId, cancel);
        if (video is null) return null;
        HashSet<string> goods = [.. video.Ties.Select(tie => tie.ProductCode)];
        var poster = video.OwnPoster;
        change(video);
        if (poster is not null && (video.OwnPoster != poster || db.Entry(video).State == EntityState.Deleted)) outbox.Stage(new PapersDropped([], [poster]));
        goods.UnionWith(video.Ties.Select(tie => tie.ProductCode));
        return goods;
    }
}
