using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Load.Pages;

/// <summary>The rows of the shop's list page.</summary>
internal sealed class BareList(StoreDb db) : PageModel
{
    private static readonly Func<StoreDb, int, int, DateOnly, IAsyncEnumerable<Row>> Ask = EF.CompileAsyncQuery((StoreDb db, int skip, int take, DateOnly today) =>
        db.Set<Product>().AsNoTracking().Where(product => product.Shown == Showing.OnShow).OrderByDescending(product => product.Id)
            .Select(product => new Row(
                product.Code, product.Name, product.Origin, product.Cover, product.FromPrice, product.FromGrams, product.HarvestedOn,
                product.Stocks.Any(stock => stock.OnHand > stock.Held && !stock.Variant.Removed && !stock.Batch.Recalled && stock.Batch.BestBefore > today)))
            .Skip(skip).Take(take));

    public List<Row> Rows { get; } = [];

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        await foreach (var row in Ask(db, (number - 1) * Paging.Size, Paging.Size + 1, LocalTime.Today(TimeProvider.System))) Rows.Add(row);
    }

    internal sealed record Row(string Code, string Name, string Origin, string? Cover, Money FromPrice, int FromGrams, DateOnly? HarvestedOn, bool InStock);
}
