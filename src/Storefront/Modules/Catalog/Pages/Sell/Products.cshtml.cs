using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Sell;

/// <summary>The seller's goods, with what is done most often one tap away: more of it, another price, off the shelf, the same again.</summary>
internal sealed class Products(StoreDb db, IMyShop shops, ShowProduct show, RestockProduct restock, RepriceSize reprice, IPageCache cache) : StorePage
{
    public Page<Row> List { get; private set; } = Page<Row>.Empty;

    /// <summary>Sizes of the products in the list.</summary>
    public ILookup<string, Size> Sizes { get; private set; } = Enumerable.Empty<Size>().ToLookup(size => size.Product, StringComparer.Ordinal);

    public ShopCard Shop { get; private set; } = null!;

    public int Number { get; private set; } = 1;

    /// <summary>A number that was refused, for what was typed to stay in its open box.</summary>
    public (string? Variant, string? Quantity, string? Price) Said { get; private set; }

    /// <summary>What was done, said once: "stocked" or "priced".</summary>
    [BindProperty(SupportsGet = true)]
    public string? Done { get; set; }

    public Task OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        Number = number;
        return LoadAsync();
    }

    public Task<IActionResult> OnPostPublishAsync(string code, int at) => MoveAsync(code, onShow: true, at);

    public Task<IActionResult> OnPostHideAsync(string code, int at) => MoveAsync(code, onShow: false, at);

    public async Task<IActionResult> OnPostRestockAsync(string code, string variant, string? quantity, int at)
    {
        (Number, Said) = (at, (variant, quantity, null));
        Shop = await shops.GetAsync(Cancel);
        if (!int.TryParse(quantity, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var units) || units is <= 0 or > Stock.Most)
            return await RefuseAsync("", Texts["catalog.form.quantity_wrong"]);
        return await restock.RunAsync(Shop.Id, variant, units, Cancel) switch
        {
            RestockProduct.Outcome.NotFound => NotFound(),
            RestockProduct.Outcome.NoBatch => LocalRedirect($"/sell/products/{code}/stock"),
            RestockProduct.Outcome.TooMuch => await RefuseAsync("", Texts["catalog.form.quantity_wrong"]),
            _ => await DoneAsync(code, "stocked"),
        };
    }

    /// <param name="was">The price the seller saw, in fen.</param>
    public async Task<IActionResult> OnPostRepriceAsync(string code, string variant, string? price, long was, int at)
    {
        (Number, Said) = (at, (variant, null, price));
        Shop = await shops.GetAsync(Cancel);
        if (!Money.TryParseYuan(price, out var asked) || asked <= Money.Zero) return await RefuseAsync("", Texts["catalog.form.price_wrong"]);
        return await reprice.RunAsync(Shop.Id, variant, new(was), asked, Cancel) switch
        {
            RepriceSize.Outcome.NotFound => NotFound(),
            RepriceSize.Outcome.ChangedMeanwhile => await RefuseAsync("", Texts["listing.price_changed"]),
            _ => await DoneAsync(code, "priced"),
        };
    }

    protected override async Task LoadAsync()
    {
        Shop = await shops.GetAsync(Cancel);
        var rows = await db.Products.AsNoTracking().Where(product => product.ShopId == Shop.Id).OrderByDescending(product => product.Id)
            .Select(product => new Row(
                product.Code, product.Name, product.Cover, product.State, product.FromPrice, product.HarvestedOn,
                product.Stocks.Where(stock => !stock.Variant.Removed).Sum(stock => stock.OnHand - stock.Held), product.Guessed != null))
            .Take(Number, Paging.Size).ToListAsync(Cancel);
        List = rows.ToPage(Number, Paging.Size);
        var codes = List.Items.Select(row => row.Code).ToList();
        var sizes = await db.Variants.AsNoTracking().Where(variant => codes.Contains(variant.Product.Code) && !variant.Removed)
            .OrderBy(variant => variant.ProductId).ThenBy(variant => variant.Position)
            .Select(variant => new Size(variant.Product.Code, variant.Code, variant.Label, variant.Price)).ToListAsync(Cancel);
        Sizes = sizes.ToLookup(size => size.Product, StringComparer.Ordinal);
    }

    private async Task<IActionResult> MoveAsync(string code, bool onShow, int at)
    {
        Number = at;
        Shop = await shops.GetAsync(Cancel);
        return await show.RunAsync(Shop, code, onShow, Cancel) switch
        {
            ShowProduct.Outcome.NotFound => NotFound(),
            ShowProduct.Outcome.Done => await DoneAsync(code, done: null),
            ShowProduct.Outcome.Guessed => LocalRedirect($"/sell/products/{code}"),
            var refused => await RefuseAsync("", Texts[$"catalog.refused.{refused}"]),
        };
    }

    private async Task<IActionResult> DoneAsync(string code, string? done)
    {
        await cache.EvictAsync(CacheTags.Of(code, Shop.Code));
        var query = new QueryBuilder();
        if (Number > 1) query.Add("page", Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (done is not null) query.Add("done", done);
        return LocalRedirect("/sell/products" + query);
    }

    /// <param name="IsGuessed">It holds guesses nobody has agreed to.</param>
    public sealed record Row(string Code, string Name, string? Cover, ProductState State, Money FromPrice, DateOnly? HarvestedOn, int Stock, bool IsGuessed);

    public sealed record Size(string Product, string Code, string Label, Money Price);
}
