using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Load.Pages;

/// <summary>The rows of the shop's product page.</summary>
internal sealed class BareItem(StoreDb db) : PageModel
{
    private static readonly Func<StoreDb, string, DateOnly, IAsyncEnumerable<Row>> Ask = EF.CompileAsyncQuery((StoreDb db, string code, DateOnly today) =>
        db.Set<Variant>().AsNoTracking().Where(variant => variant.Product.Code == code && variant.Product.Shown == Showing.OnShow && !variant.Removed)
            .Join(db.Set<Shop>(), variant => variant.Product.ShopId, shop => shop.Id, (variant, shop) => new { Variant = variant, Shop = shop })
            .SelectMany(one => one.Variant.Stocks.DefaultIfEmpty(), (one, stock) => new Row(
                one.Variant.Product, one.Shop.Code, one.Shop.Name, one.Shop.Place, one.Shop.Story, one.Variant.Code, one.Variant.Label, one.Variant.NetGrams, one.Variant.Price,
                stock != null && stock.OnHand > stock.Held && !stock.Batch.Recalled && stock.Batch.BestBefore > today
                    ? new Lot(stock.Batch.HarvestedOn, stock.Batch.BestBefore, stock.Batch.Place, stock.OnHand - stock.Held)
                    : null)));

    public List<Row> Rows { get; } = [];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        await foreach (var row in Ask(db, code, LocalTime.Today(TimeProvider.System))) Rows.Add(row);
        return Rows.Count == 0 ? NotFound() : Page();
    }

    internal sealed record Row(
        Product Product, string ShopCode, string ShopName, string ShopPlace, string ShopStory, string Code, string Label, int NetGrams, Money Price, Lot? Lot);

    internal sealed record Lot(DateOnly HarvestedOn, DateOnly BestBefore, string Place, int Available);
}
