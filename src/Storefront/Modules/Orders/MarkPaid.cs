using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>A checkout's money is in: its goods are sold and its orders are paid. If the goods are gone after all, the money goes back at once.</summary>
internal sealed class MarkPaid(StoreDb db, ICatalog catalog, PayBack payBack, Outbox outbox, OrderNotices notices, TimeProvider clock) : IHandle<PaymentSettled>
{
    private static readonly Signature ByPayment = new(Mover.Payment);

    public async Task HandleAsync(PaymentSettled happened, CancellationToken cancel)
    {
        var orders = await db.Orders.Where(order => order.CheckoutCode == happened.Code).ToListAsync(cancel);
        var waiting = orders.Where(order => order.State == OrderState.AwaitingPayment).ToList();
        if (waiting.Count == 0) return;
        var sold = await catalog.SellAsync(happened.Code, cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var order in waiting)
        {
            order.Pay(ByPayment, now);
            outbox.Stage(new OrderPaid(order.Code, order.Number, order.CheckoutCode, order.ShopId, happened.Gateway, order.Goods, order.Freight, now));
            if (sold) await TellAsync(order, cancel);
            else await ReturnAsync(order, now, cancel);
        }
    }

    private async Task TellAsync(Order order, CancellationToken cancel)
    {
        await notices.TellSellersAsync(order, "new", cancel);
        notices.TellBuyer(order, "paid");
    }

    /// <summary>The books see the money come in and go out again; nothing was sold, so nothing returns to the shelf.</summary>
    private async Task ReturnAsync(Order order, DateTime now, CancellationToken cancel)
    {
        order.Cancel(ByPayment, now, reason: null);
        await db.Entry(order).Collection(one => one.Lines).LoadAsync(cancel);
        outbox.Stage(CancelOrder.Cancelled(order, await payBack.AllAsync(order, new(ByPayment, Reason: null, Restocked: false), now, cancel)));
        notices.TellBuyer(order, "sold_out");
    }
}
