using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Videos.Pages.Sell;

/// <summary>Labels for jars and parcels: scan to see how this was made. Made to be printed.</summary>
internal sealed class Label(IMyShop shops, SellerVideos videos) : StorePage
{
    /// <summary>Two columns of four on a sheet of A4.</summary>
    public const int OnSheet = 8;

    [FromRoute]
    public string Code { get; set; } = "";

    public ShopCard Shop { get; private set; } = null!;

    public ShortAddress Address => new(Request, Code);

    public async Task<IActionResult> OnGetAsync()
    {
        Shop = await shops.GetAsync(Cancel);
        return await videos.FindAsync(Shop.Id, Code, Cancel) is null ? NotFound() : Page();
    }
}
