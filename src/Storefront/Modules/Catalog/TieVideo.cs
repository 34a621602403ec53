using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Videos.Contracts;

namespace Storefront.Modules.Catalog;

/// <summary>Ties a shared video to a product that is there already.</summary>
internal sealed class TieVideo(StoreDb db, IVideos videos)
{
    /// <param name="RefusalKey">Text key that says why the share text was of no use; null when the video is tied.</param>
    public sealed record Outcome(bool Found, string? RefusalKey = null);

    public Task<Outcome> RunAsync(long shopId, string productCode, string shareText, CancellationToken cancel) =>
        db.WriteAsync(token => TieAsync(shopId, productCode, shareText, token), cancel, outcome => outcome is { Found: true, RefusalKey: null });

    private async Task<Outcome> TieAsync(long shopId, string productCode, string shareText, CancellationToken cancel)
    {
        var product = await db.Products.AsNoTracking().Where(product => product.Code == productCode && product.ShopId == shopId).Select(product => new { product.Cover }).FirstOrDefaultAsync(cancel);
        return product is null ? new(Found: false) : new(Found: true, (await videos.AttachAsync(shopId, productCode, shareText, product.Cover, cancel)).RefusalKey);
    }
}
