using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages;

/// <summary>
/// Where the code on a slip leads: what the batch is, where and when it came from, and whether it was recalled. It stays when the product is sold out or taken down,
/// because somebody has it at home; then only the facts of the batch are told.
/// </summary>
[PublicPage("batch:{code}", CacheTags.Products, CacheTags.Batches)]
internal sealed class BatchPage(StoreDb db, IShops shops, IVideos videos) : StorePage
{
    public Sheet Batch { get; private set; } = null!;

    /// <summary>Null when the shop is not there any more.</summary>
    public ShopCard? Shop { get; private set; }

    public IReadOnlyList<VideoCard> Videos { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string code)
    {
        var found = await db.Batches.AsNoTracking().Where(batch => batch.Code == code && batch.Product.State != ProductState.Draft).Select(batch => new Sheet(
            batch.Code, batch.HarvestedOn, batch.BestBefore, batch.Place, batch.Recalled, batch.Product.Code, batch.Product.Name, batch.Product.Origin, batch.Product.StorageHint,
            batch.Product.Cover, batch.Product.ShopId, batch.Product.Shown == Showing.OnShow)).FirstOrDefaultAsync(Cancel);
        if (found is null) return NotFound();
        Batch = found;
        if (await shops.FindAsync(found.ShopId, Cancel) is { State: ShopState.Approved or ShopState.Paused } shop) Shop = shop;
        if (found.OnShow) Videos = await videos.OfProductAsync(found.ProductCode, Cancel);
        return Page();
    }

    public sealed record Sheet(
        string Code, DateOnly HarvestedOn, DateOnly BestBefore, string Place, bool Recalled, string ProductCode, string Name, string Origin, string StorageHint, string? Cover, long ShopId, bool OnShow);
}
