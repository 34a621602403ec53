using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>
/// Turns all holds of a checkout into sales, or none. A hold that has gone back in the meantime is taken again from the same row,
/// because the order line names its batch.
/// </summary>
internal sealed class SellHolds(StoreDb db, TellLowStock tell, TimeProvider clock)
{
    public Task<bool> RunAsync(string checkoutCode, CancellationToken cancel) =>
        db.WriteAsync(token => SellAsync(checkoutCode, token), cancel, sold => sold);

    private async Task<bool> SellAsync(string checkoutCode, CancellationToken cancel)
    {
        var today = LocalTime.Today(clock);
        var holds = await db.StockHolds.Where(hold => hold.CheckoutCode == checkoutCode).OrderBy(hold => hold.StockId)
            .Select(hold => new Line(
                hold.Id, hold.StockId, hold.Stock.VariantId, hold.Quantity, hold.State, hold.Stock.Batch.Recalled, hold.Stock.Batch.BestBefore > today && hold.Stock.Product.Shown == Showing.OnShow))
            .ToListAsync(cancel);
        if (holds.Count == 0) return false;
        var due = holds.Where(line => line.State != HoldState.Sold).ToList();
        if (due.Any(line => line.Recalled)) return false;
        var done = new List<Sale>();
        foreach (var line in due)
        {
            if (await SellAsync(line, cancel) is { } sale)
            {
                done.Add(sale);
                continue;
            }
            await UndoAsync(done, cancel);
            return false;
        }
        if (due.Count > 0) await tell.RunAsync(due.GroupBy(line => line.VariantId).ToDictionary(size => size.Key, size => size.Sum(line => line.Quantity)), cancel);
        return true;
    }

    private async Task<Sale?> SellAsync(Line line, CancellationToken cancel)
    {
        if (await db.StockHolds.ClaimAsync(line.Id, HoldState.Held, HoldState.Sold, cancel))
        {
            if (!await Row(line).SellHeldAsync(line.Quantity, cancel)) throw new InvalidOperationException($"Stock {line.StockId} lost count of its holds.");
            return new(line, HoldState.Held);
        }
        if (!line.OnSale || !await Row(line).HoldAsync(line.Quantity, cancel)) return null;
        await Row(line).SellHeldAsync(line.Quantity, cancel);
        await db.StockHolds.ClaimAsync(line.Id, HoldState.Released, HoldState.Sold, cancel);
        return new(line, HoldState.Released);
    }

    private async Task UndoAsync(List<Sale> done, CancellationToken cancel)
    {
        foreach (var (line, before) in done)
        {
            await Row(line).TakeBackAsync(line.Quantity, cancel);
            if (before == HoldState.Held) await Row(line).HoldAsync(line.Quantity, cancel);
            await db.StockHolds.ClaimAsync(line.Id, HoldState.Sold, before, cancel);
        }
    }

    private IQueryable<Stock> Row(Line line) => db.Stocks.Where(stock => stock.Id == line.StockId);

    private sealed record Line(long Id, long StockId, long VariantId, int Quantity, HoldState State, bool Recalled, bool OnSale);

    private sealed record Sale(Line Line, HoldState Before);
}
