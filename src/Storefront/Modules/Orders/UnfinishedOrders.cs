using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>Orders on their way, money on its way back, and a shop's orders that nobody else would send.</summary>
internal sealed class UnfinishedOrders(StoreDb db, IPayments payments, IShops shops) : IErasureHindrance
{
    public async Task<IReadOnlyList<Hindrance>> FindAsync(long accountId, CancellationToken cancel)
    {
        var found = new List<Hindrance>();
        if (await Open(db.Orders.Where(order => order.BuyerId == accountId)).AnyAsync(cancel)) found.Add(new("orders.hindrance.open", "/me/orders"));
        var checkouts = await db.Orders.Where(order => order.BuyerId == accountId).Select(order => order.CheckoutCode).Distinct().ToListAsync(cancel);
        if (await payments.IsReturningAsync(checkouts, cancel)) found.Add(new("orders.hindrance.refund", "/me/orders"));
        foreach (var shop in await shops.OwnedAloneAsync(accountId, cancel))
        {
            if (await Open(db.Orders.Where(order => order.ShopId == shop.Id)).AnyAsync(cancel)) found.Add(new("orders.hindrance.sold", "/sell/orders", shop.Name));
        }
        return found;
    }

    private static IQueryable<Order> Open(IQueryable<Order> orders) => orders.Where(order => order.State != OrderState.Completed && order.State != OrderState.Cancelled);
}
