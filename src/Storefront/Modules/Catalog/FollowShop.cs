using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>A shop opens or closes: its goods appear or disappear with it.</summary>
internal sealed class FollowShop(StoreDb db, IShops shops, IPageCache cache) : IHandle<ShopStateChanged>
{
    public async Task HandleAsync(ShopStateChanged happened, CancellationToken cancel)
    {
        // The state of now, not of then: a retried event may come after a later one.
        var open = (await shops.FindManyAsync([happened.ShopId], cancel)).TryGetValue(happened.ShopId, out var shop) && shop.IsOpen;
        var shown = open ? Showing.OnShow : Showing.Away;
        await db.Products.Where(product => product.ShopId == happened.ShopId).ExecuteUpdateAsync(
            set => set.SetProperty(product => product.ShopOpen, open)
                .SetProperty(product => product.Shown, product => product.State == ProductState.Published ? shown : Showing.Away),
            cancel);
        // Before the commit, so a page may be made once more from the old rows; it lives a minute, and placing an order asks again.
        await cache.EvictAsync(CacheTags.Goods, CacheTags.Products, CacheTags.Shop(happened.ShopCode));
    }
}
