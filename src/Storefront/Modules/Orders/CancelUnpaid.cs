using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>Nobody paid in time: the orders are called off and what was held goes back on the shelf.</summary>
internal sealed class CancelUnpaid(StoreDb db, ICatalog catalog, Outbox outbox, TimeProvider clock) : IHandle<PaymentExpired>
{
    public async Task HandleAsync(PaymentExpired happened, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var order in await db.Orders.Where(order => order.CheckoutCode == happened.Code && order.State == OrderState.AwaitingPayment).ToListAsync(cancel))
        {
            order.Cancel(new(Mover.Payment), now, reason: null);
            outbox.Stage(CancelOrder.Cancelled(order, Money.Zero));
        }
        await catalog.ReleaseAsync(happened.Code, cancel);
    }
}
