using Storefront.Data.Events;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Shipping.Contracts;

namespace Storefront.Modules.Orders;

/// <summary>A parcel has been handed over. The seller's choice of carrier wins over what the number looks like.</summary>
internal sealed class ShipOrder(MoveOrder moveOrder, ICarriers carriers, Outbox outbox, OrderNotices notices)
{
    public enum Outcome { Shipped, UnknownCarrier, TooLate }

    public async Task<Outcome> RunAsync(long shopId, string number, string? chosen, string waybill, long accountId, CancellationToken cancel)
    {
        var carrier = string.IsNullOrEmpty(chosen) ? carriers.Guess(waybill) : chosen;
        if (carrier is null || !carriers.Keys.Contains(carrier)) return Outcome.UnknownCarrier;
        var shipped = await moveOrder.RunAsync(
            order => order.ShopId == shopId && order.Number == number,
            (order, now) => Task.FromResult(Ship(order, carrier, waybill, new(Mover.Seller, accountId), now)),
            cancel);
        return shipped ? Outcome.Shipped : Outcome.TooLate;
    }

    private bool Ship(Order order, string carrier, string waybill, Signature by, DateTime now)
    {
        var isFirst = order.State != OrderState.Shipped;
        if (!order.Ship(carrier, waybill, by, now)) return false;
        if (isFirst)
        {
            outbox.Stage(new OrderShipped(order.Code, order.Number, order.ShopId, order.BuyerId));
            notices.TellBuyer(order, "shipped");
        }
        return true;
    }
}
