using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Cart.Model;
using Storefront.Shared;

namespace Storefront.Modules.Cart;

/// <summary>Throws away guests' carts whose cookie has run out.</summary>
[Every(seconds: 6 * 60 * 60)]
internal sealed class ForgetCarts(StoreDb db, TimeProvider clock) : ITimedWork
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var last = clock.GetUtcNow().UtcDateTime - CartDesk.GuestsKept;
        await db.WriteAsync(token => db.Carts.Where(cart => cart.AccountId == null && cart.ChangedAt < last).ExecuteDeleteAsync(token), cancel);
    }
}
