using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>Gives a checkout up that nobody has paid yet, with all its orders, because one payment stands for them all. Joins the caller's transaction.</summary>
internal sealed class CloseCheckout(StoreDb db, Outbox outbox, ICatalog catalog, IPayments payments)
{
    /// <returns>False when its money has just arrived.</returns>
    public async Task<bool> RunAsync(string checkout, Signature by, DateTime now, CancellationToken cancel)
    {
        if (by.Who != Mover.Buyer || await payments.FindAsync(checkout, cancel) is not { State: PaymentState.Waiting }) return false;
        foreach (var one in await db.Orders.Where(one => one.CheckoutCode == checkout).ToListAsync(cancel))
        {
            if (one.Cancel(by, now, reason: null)) outbox.Stage(CancelOrder.Cancelled(one, Money.Zero));
        }
        await catalog.ReleaseAsync(checkout, cancel);
        return await payments.StageCloseAsync(checkout, cancel);
    }
}
