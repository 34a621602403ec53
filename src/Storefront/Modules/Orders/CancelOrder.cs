using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>
/// Calls an order off before it has left. Paid: its money goes back and its goods return to the shelf. Not paid yet: the whole checkout is closed,
/// because one payment stands for all its orders.
/// </summary>
internal sealed class CancelOrder(MoveOrder moveOrder, StoreDb db, Outbox outbox, ICatalog catalog, IPayments payments, OrderNotices notices)
{
    /// <returns>False when it is too late: it has left, is cancelled already, or its money has just arrived.</returns>
    public Task<bool> RunAsync(Expression<Func<Order, bool>> which, Signature by, string? reason, CancellationToken cancel) =>
        moveOrder.RunAsync(
            which,
            (order, now) => order.State == OrderState.AwaitingPayment ? CloseAsync(order, by, now, cancel) : ReturnAsync(order, by, now, reason, cancel),
            cancel);

    private async Task<bool> CloseAsync(Order order, Signature by, DateTime now, CancellationToken cancel)
    {
        if (by.Who != Mover.Buyer || await payments.FindAsync(order.CheckoutCode, cancel) is not { State: PaymentState.Waiting }) return false;
        foreach (var one in await db.Orders.Where(one => one.CheckoutCode == order.CheckoutCode).ToListAsync(cancel))
        {
            if (one.Cancel(by, now, reason: null)) outbox.Stage(Cancelled(one, Money.Zero));
        }
        await catalog.ReleaseAsync(order.CheckoutCode, cancel);
        return await payments.StageCloseAsync(order.CheckoutCode, cancel);
    }

    private async Task<bool> ReturnAsync(Order order, Signature by, DateTime now, string? reason, CancellationToken cancel)
    {
        if (!order.Cancel(by, now, reason)) return false;
        await catalog.ReturnAsync([.. order.Lines.Select(line => (line.VariantId, line.BatchId, line.Quantity))], cancel);
        await payments.StageRefundAsync(order.CheckoutCode, RefundKey(order), order.Total, cancel);
        outbox.Stage(Cancelled(order, order.Total));
        if (by.Who == Mover.Buyer) await notices.TellSellersAsync(order, "cancelled", cancel);
        else notices.TellBuyer(order, "refunded", reason ?? "");
        return true;
    }

    /// <summary>The key under which an order's whole sum goes back, once.</summary>
    public static string RefundKey(Order order) => $"order-{order.Number}";

    public static OrderCancelled Cancelled(Order order, Money refund) => new(order.Code, order.Number, order.CheckoutCode, order.ShopId, refund);
}
