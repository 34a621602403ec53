using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages;

/// <summary>A shop as buyers see it.</summary>
[PublicPage("shop:{code}", QueryKeys = "page")]
internal sealed class Stall(Shelf shelf, IShops shops, IVideos videos, ILiveShows lives) : StorePage
{
    private const int VideosShown = 6;

    public ShopCard Shop { get; private set; } = null!;

    public Page<ProductCard> List { get; private set; } = Page<ProductCard>.Empty;

    public IReadOnlyList<LicenceLine> Licences { get; private set; } = [];

    public IReadOnlyList<VideoCard> Videos { get; private set; } = [];

    public IReadOnlyList<LiveCard> Lives { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code, [FromQuery(Name = "page")] int number = 1)
    {
        if (await shops.FindAsync(code, Cancel) is not { State: ShopState.Approved or ShopState.Paused } shop) return NotFound();
        Shop = shop;
        Licences = await shops.LicencesAsync(shop.Id, Cancel);
        List = await shelf.OfShopAsync(shop.Id, number, Cancel);
        if (number <= 1) Videos = await videos.OfShopAsync(shop.Id, VideosShown, Cancel);
        if (number <= 1) Lives = await lives.UpcomingAsync(shop.Id, Cancel);
        return Page();
    }
}
