using System.Linq.Expressions;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Shipping.Contracts;

namespace Storefront.Modules.Orders;

/// <summary>A parcel has been handed over, with all that waited or with a part of it. The seller's choice of carrier wins over what the number looks like.</summary>
internal sealed class ShipOrder(MoveOrder moveOrder, ICarriers carriers, TellOfSending tell)
{
    public enum Outcome { Shipped, UnknownCarrier, TooLate }

    /// <param name="pieces">What is in the parcel, by line in the lines' order; null: everything that waits.</param>
    public async Task<Outcome> RunAsync(
        Expression<Func<Order, bool>> which, string? chosen, string waybill, Signature by, CancellationToken cancel, IReadOnlyList<int>? pieces = null)
    {
        var carrier = string.IsNullOrEmpty(chosen) ? carriers.Guess(waybill) : chosen;
        if (carrier is null || !carriers.Keys.Contains(carrier)) return Outcome.UnknownCarrier;
        var shipped = await moveOrder.RunAsync(
            which,
            (order, now) =>
            {
                var before = order.State;
                if (!order.Ship(carrier, waybill, by, now, pieces)) return Task.FromResult(false);
                if (order.IsPartlySent) tell.PartLeft(order, waybill);
                else if (before != order.State) tell.AllLeft(order);
                return Task.FromResult(true);
            },
            cancel);
        return shipped ? Outcome.Shipped : Outcome.TooLate;
    }
}
