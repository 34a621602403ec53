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

    public IQueryable<int> Done(long shopId) =>
        db.Orders.Where(order => order.ShopId == shopId && order.State >= OrderState.Packed && order.State <= OrderState.Completed).Select(order => order.ShopId == shopId ? Order : 0).Take(1);
}
