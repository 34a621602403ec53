using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>Puts stock back on sale that was held for a checkout nobody paid in time, one checkout a transaction.</summary>
[Every(seconds: 30)]
internal sealed class ReturnExpiredHolds(StoreDb db, ReleaseHolds release, TimeProvider clock) : ITimedWork
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken cancel)
    {
        List<string> late;
        do
        {
            var now = clock.GetUtcNow().UtcDateTime;
            late = await db.StockHolds.Where(hold => hold.State == HoldState.Held && hold.Until <= now)
                .OrderBy(hold => hold.Until).Select(hold => hold.CheckoutCode).Take(Batch).ToListAsync(cancel);
            foreach (var code in late.Distinct(StringComparer.Ordinal))
                await db.WriteAsync(token => release.ReleaseAsync(db.StockHolds.Where(hold => hold.CheckoutCode == code && hold.Until <= now), token), cancel);
        }
        while (late.Count == Batch);
    }
}
