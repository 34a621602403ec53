using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages;

/// <summary>A product as buyers see it.</summary>
[PublicPage("product:{code}", CacheTags.Products)]
internal sealed class Item(ReadItem read, IShops shops, IVideos links, IShipping shipping) : StorePage
{
    public ReadItem.Sheet Product { get; private set; } = null!;

    public ShopCard Shop { get; private set; } = null!;

    public IReadOnlyList<VideoCard> Videos { get; private set; } = [];

    public (Money Usual, Money? FreeFrom) Freight { get; private set; }

    /// <summary>The size that is ticked at first: the first that can be bought.</summary>
    public ReadItem.Size Chosen { get; private set; } = null!;

    public bool InStock => Chosen.Available > 0;

    public IReadOnlyList<ReadItem.Lot> Lots => [.. Product.Sizes.SelectMany(size => size.Lots).DistinctBy(lot => (lot.HarvestedOn, lot.BestBefore, lot.Place)).OrderBy(lot => lot.BestBefore)];

    public string Site => $"{Request.Scheme}://{Request.Host}";

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await read.RunAsync(code, Cancel) is not { Sizes: [var first, ..] } product) return NotFound();
        if (await shops.FindAsync(product.ShopId, Cancel) is not { } shop) return NotFound();
        (Product, Shop) = (product, shop);
        Chosen = product.Sizes.FirstOrDefault(size => size.Available > 0) ?? first;
        Videos = await links.OfProductAsync(code, Cancel);
        Freight = await shipping.UsualAsync(shop.Id, Chosen.NetGrams, Cancel);
        return Page();
    }
}
