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
    private static readonly Func<StoreDb, string, DateOnly, Task<Sheet?>> Ask = EF.CompileAsyncQuery((StoreDb db, string code, DateOnly today) =>
        db.Set<Product>().AsNoTracking().Where(product => product.Code == code && product.Shown == Showing.OnShow)
            .Join(db.Set<Shop>(), product => product.ShopId, shop => shop.Id, (product, shop) => new Sheet(
                product.Name, product.Category, product.Description, product.StorageHint, product.Origin, shop.Code, shop.Name, shop.Place, shop.Story,
                product.Variants.Where(variant => !variant.Removed).OrderBy(variant => variant.Position)
                    .Select(variant => new Size(
                        variant.Code, variant.Label, variant.NetGrams, variant.Price,
                        variant.Stocks.Where(stock => stock.OnHand > stock.Held && !stock.Batch.Recalled && stock.Batch.BestBefore > today).OrderBy(stock => stock.Batch.BestBefore)
                            .Select(stock => new Lot(stock.Batch.HarvestedOn, stock.Batch.BestBefore, stock.Batch.Place, stock.OnHand - stock.Held)).ToList()))
                    .ToList()))
            .FirstOrDefault());

    public Sheet Product { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await Ask(db, code, LocalTime.Today(TimeProvider.System)) is not { } product) return NotFound();
        Product = product;
        return Page();
    }

    internal sealed record Sheet(
        string Name, string Category, string Description, string StorageHint, string Origin, string ShopCode, string ShopName, string ShopPlace, string ShopStory, List<Size> Sizes);

    internal sealed record Size(string Code, string Label, int NetGrams, Money Price, List<Lot> Lots);

    internal sealed record Lot(DateOnly HarvestedOn, DateOnly BestBefore, string Place, int Available);
}
