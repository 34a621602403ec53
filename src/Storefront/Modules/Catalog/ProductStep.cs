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

    public IQueryable<int> Done(long shopId) =>
        db.Products.Where(product => product.ShopId == shopId && product.Shown == Showing.OnShow && product.Cover != null).Select(product => product.ShopId == shopId ? Order : 0).Take(1);
}
