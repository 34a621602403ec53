using Storefront.Data.Events;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;

namespace Storefront.Modules.Orders;

/// <summary>The buyer says that all has arrived and is well.</summary>
internal sealed class ConfirmReceipt(MoveOrder moveOrder, Outbox outbox)
{
    public Task<bool> RunAsync(string code, long? buyerId, CancellationToken cancel) => moveOrder.RunAsync(
        order => order.Code == code,
        (order, now) =>
        {
            if (!order.Complete(new(Mover.Buyer, buyerId), now)) return Task.FromResult(false);
            outbox.Stage(new OrderCompleted(order.Code, order.Number, order.ShopId));
            return Task.FromResult(true);
        },
        cancel);
}
