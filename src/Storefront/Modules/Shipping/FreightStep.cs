using Microsoft.EntityFrameworkCore;
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

    public Task<bool> IsDoneAsync(long shopId, CancellationToken cancel) =>
        db.FreightTemplates.AnyAsync(template => template.ShopId == shopId, cancel);
}
