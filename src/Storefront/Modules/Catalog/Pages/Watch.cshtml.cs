using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages;

/// <summary>A video's own short address: the poster and the goods it tells about.</summary>
[PublicPage("videos", "goods", Visit = "code")]
internal sealed class Watch(IVideos videos, ICatalog catalog, IShops shops) : StorePage
{
    public VideoCard Video { get; private set; } = null!;

    public ShopCard? Shop { get; private set; }

    public IReadOnlyList<ProductCard> Goods { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        if (await videos.FindAsync(code, Cancel) is not { } found) return NotFound();
        Video = found.Video;
        Goods = await catalog.ProductsAsync(found.ProductCodes, Cancel);
        Shop = (await shops.FindManyAsync([Video.ShopId], Cancel)).GetValueOrDefault(Video.ShopId);
        return Page();
    }
}
