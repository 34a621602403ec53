using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>The first order is packed, or has gone further.</summary>
internal sealed class PackedStep(StoreDb db) : IShopStep
{
    public string Key => "packed";

    public int Order => 50;

    public string Path => "/sell/orders";

    public Task<bool> IsDoneAsync(long shopId, CancellationToken cancel) =>
        db.Orders.AnyAsync(order => order.ShopId == shopId && order.State >= OrderState.Packed && order.State <= OrderState.Completed, cancel);
}
