using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>More of the newest batch that may still be sold, by one tap in the seller's list.</summary>
internal sealed class RestockProduct(StoreDb db, ReceiveStock receive, TimeProvider clock)
{
    public enum Outcome { Done, NotFound, NoBatch, TooMuch }

    public Task<Outcome> RunAsync(long shopId, string variantCode, int quantity, CancellationToken cancel) =>
        db.WriteAsync(token => AddAsync(shopId, variantCode, quantity, token), cancel, outcome => outcome == Outcome.Done);

    private async Task<Outcome> AddAsync(long shopId, string variantCode, int quantity, CancellationToken cancel)
    {
        var product = await db.Variants.Where(variant => variant.Code == variantCode && !variant.Removed && variant.Product.ShopId == shopId)
            .Select(variant => new { variant.ProductId, variant.Product.Code }).FirstOrDefaultAsync(cancel);
        if (product is null) return Outcome.NotFound;
        var today = LocalTime.Today(clock);
        var batch = await db.Batches.AsNoTracking().Where(batch => batch.ProductId == product.ProductId && !batch.Recalled && batch.BestBefore > today)
            .OrderByDescending(batch => batch.HarvestedOn).ThenByDescending(batch => batch.Id).FirstOrDefaultAsync(cancel);
        if (batch is null) return Outcome.NoBatch;
        var taken = await receive.RunAsync(
            shopId, product.Code, new(batch.HarvestedOn, batch.BestBefore, batch.Place), new Dictionary<string, int>(StringComparer.Ordinal) { [variantCode] = quantity }, cancel);
        return taken == ReceiveStock.Outcome.Done ? Outcome.Done : Outcome.TooMuch;
    }
}
