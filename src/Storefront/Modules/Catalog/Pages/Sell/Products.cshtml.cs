using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Sell;

internal sealed class Products(StoreDb db, IMyShop shops, ShowProduct show, IPageCache cache) : StorePage
{
    public Page<Row> List { get; private set; } = Page<Row>.Empty;

    public ShopCard Shop { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    public Task OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        Number = number;
        return LoadAsync();
    }

    public Task<IActionResult> OnPostPublishAsync(string code, int at) => MoveAsync(code, onShow: true, at);

    public Task<IActionResult> OnPostHideAsync(string code, int at) => MoveAsync(code, onShow: false, at);

    protected override async Task LoadAsync()
    {
        Shop = await shops.GetAsync(Cancel);
        var rows = await db.Products.AsNoTracking().Where(product => product.ShopId == Shop.Id).OrderByDescending(product => product.Id)
            .Select(product => new Row(
                product.Code, product.Name, product.Cover, product.State, product.FromPrice, product.HarvestedOn,
                product.Stocks.Where(stock => !stock.Variant.Removed).Sum(stock => stock.OnHand - stock.Held)))
            .Take(Number, Paging.Size).ToListAsync(Cancel);
        List = rows.ToPage(Number, Paging.Size);
    }

    private async Task<IActionResult> MoveAsync(string code, bool onShow, int at)
    {
        Number = at;
        var shop = await shops.GetAsync(Cancel);
        var outcome = await show.RunAsync(shop, code, onShow, Cancel);
        if (outcome == ShowProduct.Outcome.NotFound) return NotFound();
        if (outcome != ShowProduct.Outcome.Done) return await RefuseAsync("", Texts[$"catalog.refused.{outcome}"]);
        await cache.EvictAsync(CacheTags.Of(code, shop.Code));
        return LocalRedirect(Number > 1 ? $"/sell/products?page={Number}" : "/sell/products");
    }

    public sealed record Row(string Code, string Name, string? Cover, ProductState State, Money FromPrice, DateOnly? HarvestedOn, int Stock);
}
