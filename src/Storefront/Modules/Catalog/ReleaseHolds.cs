using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;

namespace Storefront.Modules.Catalog;

/// <summary>Gives the holds of a checkout back. Sold ones stay sold; those already given back stay as they are.</summary>
internal sealed class ReleaseHolds(StoreDb db)
{
    public Task RunAsync(string checkoutCode, CancellationToken cancel) =>
        db.WriteAsync(token => ReleaseAsync(db.StockHolds.Where(hold => hold.CheckoutCode == checkoutCode), token), cancel);

    /// <summary>The holds among these that nobody else gives back at the same moment; in the caller's transaction.</summary>
    internal async Task ReleaseAsync(IQueryable<StockHold> some, CancellationToken cancel)
    {
        var held = await some.Where(hold => hold.State == HoldState.Held).OrderBy(hold => hold.StockId)
            .Select(hold => new { hold.Id, hold.StockId, hold.Quantity }).ToListAsync(cancel);
        foreach (var hold in held)
        {
            if (!await db.StockHolds.ClaimAsync(hold.Id, HoldState.Held, HoldState.Released, cancel)) continue;
            if (!await db.Stocks.Where(stock => stock.Id == hold.StockId).UnholdAsync(hold.Quantity, cancel))
                throw new InvalidOperationException($"Stock {hold.StockId} lost count of its holds.");
        }
    }
}
