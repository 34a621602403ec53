using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>Videos appear and disappear with their shop.</summary>
internal sealed class FollowShop(StoreDb db, IPageCache cache) : IHandle<ShopStateChanged>
{
    public async Task HandleAsync(ShopStateChanged happened, CancellationToken cancel)
    {
        var open = happened.State == ShopState.Approved;
        await db.Videos.Where(video => video.ShopId == happened.ShopId).ExecuteUpdateAsync(set => set.SetProperty(video => video.ShopOpen, open), cancel);
        await cache.EvictAsync("videos");
    }
}
