using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;

namespace Storefront.Modules.Orders;

/// <summary>Loads one order in a transaction of its own and lets a change move it. Nothing stays of a change that says no, or that somebody else was faster than.</summary>
internal sealed class MoveOrder(StoreDb db, TimeProvider clock)
{
    public async Task<bool> RunAsync(Expression<Func<Order, bool>> which, Func<Order, DateTime, Task<bool>> change, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(
                async token =>
                {
                    var order = await db.Orders.WithRefunds().SingleAsync(which, token);
                    return await change(order, clock.GetUtcNow().UtcDateTime);
                },
                cancel,
                keep: moved => moved);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }
}
