using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Videos.Contracts;

namespace Storefront.Modules.Catalog;

/// <summary>A shop's goods by name, for the seller who ties a video to them.</summary>
internal sealed class ShopGoods(StoreDb db) : IShopGoods
{
    public async Task<IReadOnlyList<GoodName>> OfShopAsync(long shopId, int most, CancellationToken cancel) =>
        await db.Products.AsNoTracking().Where(product => product.ShopId == shopId).OrderByDescending(product => product.Id)
            .Select(product => new GoodName(product.Code, product.Name, product.Cover, product.Shown == Showing.OnShow)).Take(most).ToListAsync(cancel);
}
