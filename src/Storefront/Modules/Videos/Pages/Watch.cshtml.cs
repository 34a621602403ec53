using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos.Pages;

/// <summary>A video's own short address: the poster and the goods it tells about.</summary>
[PublicPage("videos", "goods")]
internal sealed class Watch(StoreDb db, ICatalog catalog, IShops shops) : StorePage
{
    public VideoCard Video { get; private set; } = null!;

    public ShopCard? Shop { get; private set; }

    public IReadOnlyList<ProductCard> Goods { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        var video = await db.Videos.AsNoTracking().Where(video => video.Code == code && video.ShopOpen).Select(VideosDesk.Card).FirstOrDefaultAsync(Cancel);
        if (video is null) return NotFound();
        Video = video;
        var products = await db.VideoTies.Where(tie => tie.Video.Code == code).Select(tie => tie.ProductCode).ToListAsync(Cancel);
        Goods = await catalog.ProductsAsync(products, Cancel);
        Shop = (await shops.FindManyAsync([video.ShopId], Cancel)).GetValueOrDefault(video.ShopId);
        return Page();
    }
}
