using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>Closed season and back: the seller's own switch.</summary>
internal sealed class RestShop(StoreDb db, Outbox outbox, TimeProvider clock)
{
    /// <summary>False when the shop is not in a state to be paused or reopened by its seller.</summary>
    public async Task<bool> RunAsync(long shopId, long account, bool pause, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                var shop = await db.Shops.SingleAsync(shop => shop.Id == shopId, token);
                if (!shop.May(pause ? ShopVerb.Pause : ShopVerb.Reopen)) return false;
                var by = new Signature(account, clock.GetUtcNow().UtcDateTime);
                if (pause) shop.Pause(by);
                else shop.Reopen(by);
                outbox.Stage(new ShopStateChanged(shop.Id, shop.Code, shop.State));
                return true;
            }, cancel, done => done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
