using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages;

/// <summary>A product as buyers see it.</summary>
[PublicPage("product:{code}", CacheTags.Products)]
internal sealed class Item(StoreDb db, IShops shops, IVideos links, IShipping shipping, TimeProvider clock) : StorePage
{
    public Sheet Product { get; private set; } = null!;

    public ShopCard Shop { get; private set; } = null!;

    public IReadOnlyList<VideoCard> Videos { get; private set; } = [];

    public (Money Usual, Money? FreeFrom) Freight { get; private set; }

    /// <summary>The size that is ticked at first: the first that can be bought.</summary>
    public Size Chosen { get; private set; } = null!;

    public bool InStock => Chosen.Available > 0;

    public IReadOnlyList<Lot> Lots => [.. Product.Sizes.SelectMany(size => size.Lots).DistinctBy(lot => (lot.HarvestedOn, lot.BestBefore, lot.Place)).OrderBy(lot => lot.BestBefore)];

    public string Site => $"{Request.Scheme}://{Request.Host}";

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await FindAsync(code) is not { Sizes: [var first, ..] } product) return NotFound();
        if (!(await shops.FindManyAsync([product.ShopId], Cancel)).TryGetValue(product.ShopId, out var shop)) return NotFound();
        (Product, Shop) = (product, shop);
        Chosen = product.Sizes.FirstOrDefault(size => size.Available > 0) ?? first;
        Videos = await links.OfProductAsync(code, Cancel);
        Freight = await shipping.UsualAsync(shop.Id, Chosen.NetGrams, Cancel);
        return Page();
    }

    /// <summary>One query for all that is ours: sizes hang on the product and lots on the sizes, so no rows multiply.</summary>
    private Task<Sheet?> FindAsync(string code)
    {
        var today = LocalTime.Today(clock);
        return db.Products.AsNoTracking().Where(product => product.Code == code && product.Shown == Showing.OnShow)
            .Select(product => new Sheet(
                product.Code, product.ShopId, product.Name, product.Category, product.Description, product.StorageHint, product.Origin, product.Photos,
                product.Variants.Where(variant => !variant.Removed).OrderBy(variant => variant.Position)
                    .Select(variant => new Size(
                        variant.Code, variant.Label, variant.NetGrams, variant.Price,
                        variant.Stocks.Where(stock => stock.OnHand > stock.Held && !stock.Batch.Recalled && stock.Batch.BestBefore > today).OrderBy(stock => stock.Batch.BestBefore)
                            .Select(stock => new Lot(stock.Batch.HarvestedOn, stock.Batch.BestBefore, stock.Batch.Place, stock.OnHand - stock.Held)).ToList()))
                    .ToList()))
            .FirstOrDefaultAsync(Cancel);
    }

    public sealed record Sheet(
        string Code, long ShopId, string Name, string Category, string Description, string StorageHint, string Origin, List<string> Photos, List<Size> Sizes);

    public sealed record Size(string Code, string Label, int NetGrams, Money Price, List<Lot> Lots)
    {
        public int Available => Lots.Sum(lot => lot.Available);
    }

    public sealed record Lot(DateOnly HarvestedOn, DateOnly BestBefore, string Place, int Available);
}
