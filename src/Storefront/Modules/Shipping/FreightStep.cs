using Storefront.Data;
using Storefront.Modules.Shipping.Model;
using Storefront.Shared;

namespace Storefront.Modules.Shipping;

/// <summary>The shop has said what sending costs.</summary>
internal sealed class FreightStep(StoreDb db) : IShopStep
{
    public string Key => "freight";

    public int Order => 30;

    public string Path => "/sell/freight";

    public IQueryable<int> Done(long shopId) =>
        db.FreightTemplates.Where(template => template.ShopId == shopId).Select(template => template.ShopId == shopId ? Order : 0).Take(1);
}
