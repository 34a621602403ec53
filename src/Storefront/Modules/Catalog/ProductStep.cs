using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>Something with a photo is on show.</summary>
internal sealed class ProductStep(StoreDb db) : IShopStep
{
    public string Key => "product";

    public int Order => 10;

    public string Path => "/sell/products/new";

    public Task<bool> IsDoneAsync(long shopId, CancellationToken cancel) =>
        db.Products.AnyAsync(product => product.ShopId == shopId && product.Shown == Showing.OnShow && product.Cover != null, cancel);
}
