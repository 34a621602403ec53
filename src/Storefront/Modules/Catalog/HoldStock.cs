using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>Holds all of what a checkout wants, first expired first, or nothing of it.</summary>
internal sealed class HoldStock(StoreDb db, TimeProvider clock)
{
    /// <summary>Rounds with fresh numbers after another buyer was faster on some row.</summary>
    private const int Rounds = 8;

    public Task<HoldOutcome> RunAsync(string checkoutCode, IReadOnlyList<Wanted> wanted, DateTime until, CancellationToken cancel) =>
        db.WriteAsync(token => HoldAsync(checkoutCode, Sum(wanted), until, token), cancel, outcome => outcome.Held);

    /// <summary>One sum a variant, always in the same order: two checkouts never wait for each other crosswise.</summary>
    private static List<Wanted> Sum(IReadOnlyList<Wanted> wanted)
    {
        if (wanted.Any(one => one.Quantity <= 0)) throw new ArgumentException("Quantities must be positive.", nameof(wanted));
        return [.. wanted.GroupBy(one => one.VariantId).Select(group => new Wanted(group.Key, group.Sum(one => one.Quantity))).OrderBy(one => one.VariantId)];
    }

    private async Task<HoldOutcome> HoldAsync(string checkoutCode, List<Wanted> wanted, DateTime until, CancellationToken cancel)
    {
        var rows = await RowsAsync([.. wanted.Select(one => one.VariantId)], cancel);
        var taken = new List<Taken>();
        var missing = new List<long>();
        foreach (var one in wanted)
        {
            if (!await TakeAsync(one, [.. rows.Where(row => row.VariantId == one.VariantId)], taken, cancel)) missing.Add(one.VariantId);
        }
        if (missing.Count > 0)
        {
            foreach (var (row, quantity) in taken) await Row(row.StockId).UnholdAsync(quantity, cancel);
            return new([], missing);
        }
        var parts = taken.GroupBy(part => part.Row.StockId).Select(group => new Taken(group.First().Row, group.Sum(part => part.Quantity))).ToList();
        await StageAsync(checkoutCode, parts, until, cancel);
        return new([.. parts.Select(part => part.ToHeldPart())], []);
    }

    private async Task<bool> TakeAsync(Wanted wanted, IReadOnlyList<Sellable> rows, List<Taken> taken, CancellationToken cancel)
    {
        var left = wanted.Quantity;
        for (var round = 0; round < Rounds; round++)
        {
            if (round > 0) rows = await RowsAsync([wanted.VariantId], cancel);
            if (rows.Sum(row => row.Available) < left) return false;
            foreach (var row in rows)
            {
                var quantity = Math.Min(left, row.Available);
                if (!await Row(row.StockId).HoldAsync(quantity, cancel)) continue;
                taken.Add(new(row, quantity));
                left -= quantity;
                if (left == 0) return true;
            }
        }
        return false;
    }

    private Task<List<Sellable>> RowsAsync(IReadOnlyList<long> variantIds, CancellationToken cancel) =>
        db.Stocks.Fit(LocalTime.Today(clock))
            .Where(stock => variantIds.Contains(stock.VariantId) && stock.OnHand > stock.Held && !stock.Variant.Removed && stock.Product.Shown == Showing.OnShow)
            .OrderBy(stock => stock.Batch.BestBefore).ThenBy(stock => stock.BatchId)
            .Select(stock => new Sellable(
                stock.Id, stock.VariantId, stock.BatchId, stock.Batch.Code, stock.Batch.HarvestedOn, stock.Batch.BestBefore, stock.OnHand - stock.Held))
            .ToListAsync(cancel);

    private async Task StageAsync(string checkoutCode, List<Taken> parts, DateTime until, CancellationToken cancel)
    {
        var known = await db.StockHolds.Where(hold => hold.CheckoutCode == checkoutCode).ToDictionaryAsync(hold => hold.StockId, cancel);
        foreach (var (row, quantity) in parts)
        {
            if (!known.TryGetValue(row.StockId, out var hold)) db.Add(hold = new() { CheckoutCode = checkoutCode, StockId = row.StockId });
            hold.Add(quantity, until);
        }
    }

    private IQueryable<Stock> Row(long id) => db.Stocks.Where(stock => stock.Id == id);

    private sealed record Sellable(long StockId, long VariantId, long BatchId, string BatchCode, DateOnly HarvestedOn, DateOnly BestBefore, int Available);

    private sealed record Taken(Sellable Row, int Quantity)
    {
        public HeldPart ToHeldPart() => new(Row.VariantId, Row.BatchId, Row.BatchCode, Row.HarvestedOn, Row.BestBefore, Quantity);
    }
}
