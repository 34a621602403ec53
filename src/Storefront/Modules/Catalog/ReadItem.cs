using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>All that a product's page shows of our own tables, in one query of flat rows.</summary>
internal sealed class ReadItem(StoreDb db, TimeProvider clock)
{
    public sealed record Sheet(
        string Code, long ShopId, string Name, string Category, string Description, string StorageHint, string Origin, IReadOnlyList<string> Photos, IReadOnlyList<Size> Sizes);

    public sealed record Size(string Code, string Label, int NetGrams, Money Price, IReadOnlyList<Lot> Lots)
    {
        public int Available => Lots.Sum(lot => lot.Available);
    }

    public sealed record Lot(DateOnly HarvestedOn, DateOnly BestBefore, string Place, int Available);

    /// <summary>
    /// Joins of plain tables only: nested collections become a join inside a left join, for which SQLite reads the whole stock of the market.
    /// For the same reason a batch's date is judged here and not in the query.
    /// </summary>
    private static readonly Func<StoreDb, string, IAsyncEnumerable<Row>> Rows = EF.CompileAsyncQuery((StoreDb db, string code) =>
        from product in db.Set<Product>().AsNoTracking()
        where product.Code == code && product.Shown == Showing.OnShow
        from variant in product.Variants
        where !variant.Removed
        from stock in variant.Stocks.Where(stock => stock.OnHand > stock.Held).DefaultIfEmpty()
        orderby variant.Position
        select new Row(
            new(product.Code, product.ShopId, product.Name, product.Category, product.Description, product.StorageHint, product.Origin, product.Photos, Array.Empty<Size>()),
            new(variant.Code, variant.Label, variant.NetGrams, new(variant.Price.Fen), Array.Empty<Lot>()),
            (DateOnly?)stock.Batch.HarvestedOn, (DateOnly?)stock.Batch.BestBefore, stock.Batch.Place, (bool?)stock.Batch.Recalled, (int?)(stock.OnHand - stock.Held)));

    /// <summary>Null when the product is not on show.</summary>
    public async Task<Sheet?> RunAsync(string code, CancellationToken cancel)
    {
        var rows = await Rows(db, code).ToListAsync(cancel);
        if (rows is not [{ Product: var product }, ..]) return null;
        var today = LocalTime.Today(clock);
        return product with
        {
            Sizes = [.. rows.GroupBy(row => row.Size.Code).Select(size => size.First().Size with { Lots = [.. size.SelectMany(row => row.LotsOn(today)).OrderBy(lot => lot.BestBefore)] })],
        };
    }

    private sealed record Row(Sheet Product, Size Size, DateOnly? HarvestedOn, DateOnly? BestBefore, string? Place, bool? Recalled, int? Available)
    {
        public IEnumerable<Lot> LotsOn(DateOnly today) => Recalled == false && BestBefore > today ? [new(HarvestedOn!.Value, BestBefore.Value, Place!, Available!.Value)] : [];
    }
}
