using System.Linq.Expressions;
using Storefront.Data.Events;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>
/// Calls an order off before it has left. Paid: what is left of its money goes back and what is left of its goods returns to the shelf. Not paid yet: the whole
/// checkout is closed.
/// </summary>
internal sealed class CancelOrder(MoveOrder moveOrder, CloseCheckout close, PayBack payBack, Outbox outbox, ICatalog catalog, OrderNotices notices)
{
    /// <returns>False when it is too late: it has left, is cancelled already, or its money has just arrived.</returns>
    public Task<bool> RunAsync(Expression<Func<Order, bool>> which, Signature by, string? reason, CancellationToken cancel) =>
        moveOrder.RunAsync(
            which,
            (order, now) => order.State == OrderState.AwaitingPayment ? close.RunAsync(order.CheckoutCode, by, now, cancel) : ReturnAsync(order, by, now, reason, cancel),
            cancel);

    private async Task<bool> ReturnAsync(Order order, Signature by, DateTime now, string? reason, CancellationToken cancel)
    {
        var left = Refundable.Of(order).All;
        if (!order.Cancel(by, now, reason)) return false;
        await catalog.ReturnAsync(RefundOrder.Shelf(left), cancel);
        var back = await payBack.AllAsync(order, new(by, reason, Restocked: true), now, cancel);
        outbox.Stage(Cancelled(order, back));
        if (by.Who == Mover.Buyer) await notices.TellSellersAsync(order, "cancelled", cancel);
        else notices.TellBuyer(order, "refunded", reason ?? "");
        return true;
    }

    public static OrderCancelled Cancelled(Order order, Money refund) => new(order.Code, order.Number, order.CheckoutCode, order.ShopId, refund);
}
