using System.Linq.Expressions;
using Storefront.Data.Events;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Shipping.Contracts;

namespace Storefront.Modules.Orders;

/// <summary>A parcel has been handed over. The seller's choice of carrier wins over what the number looks like.</summary>
internal sealed class ShipOrder(MoveOrder moveOrder, ICarriers carriers, Outbox outbox, OrderNotices notices)
{
    public enum Outcome { Shipped, UnknownCarrier, TooLate }

    public async Task<Outcome> RunAsync(Expression<Func<Order, bool>> which, string? chosen, string waybill, Signature by, CancellationToken cancel)
    {
        var carrier = string.IsNullOrEmpty(chosen) ? carriers.Guess(waybill) : chosen;
        if (carrier is null || !carriers.Keys.Contains(carrier)) return Outcome.UnknownCarrier;
        var shipped = await moveOrder.RunAsync(which, (order, now) => Task.FromResult(Ship(order, carrier, waybill, by, now)), cancel);
        return shipped ? Outcome.Shipped : Outcome.TooLate;
    }

    private bool Ship(Order order, string carrier, string waybill, Signature by, DateTime now)
    {
        var isFirst = order.State != OrderState.Shipped;
        if (!order.Ship(carrier, waybill, by, now)) return false;
        if (!isFirst) return true;
        outbox.Stage(new OrderShipped(order.Code, order.Number, order.ShopId, order.BuyerId));
        notices.TellBuyer(order, "shipped");
        return true;
    }
}
