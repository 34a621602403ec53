using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Model;

namespace Storefront.Modules.Catalog.Demo;

internal sealed class DemoGoodsDesk(StoreDb db) : IDemoGoods
{
    public Task<string> VariantAsync(string product, int size, CancellationToken cancel) =>
        db.Variants.Where(variant => variant.Product.Name == product && variant.Position == size).Select(variant => variant.Code).SingleAsync(cancel);
}
