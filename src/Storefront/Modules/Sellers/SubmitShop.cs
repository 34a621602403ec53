using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>Hands the finished application to the reviewers.</summary>
internal sealed class SubmitShop(StoreDb db, TimeProvider clock)
{
    /// <summary>False when it is unfinished, a request is open, or it was handed in already.</summary>
    public async Task<bool> RunAsync(long shopId, long account, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                var shop = await db.Shops.Include(shop => shop.Payout).Include(shop => shop.Licences).Include(shop => shop.Requests).AsSingleQuery().SingleAsync(shop => shop.Id == shopId, token);
                if (!shop.May(ShopVerb.Submit) || !Steps.IsComplete(shop) || shop.OpenRequests.Any()) return false;
                shop.Submit(new(account, clock.GetUtcNow().UtcDateTime));
                return true;
            }, cancel, done => done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
