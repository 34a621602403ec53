using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>Another price for one size, by one tap in the seller's list. Whoever saw an old price changes nothing.</summary>
internal sealed class RepriceSize(StoreDb db)
{
    public enum Outcome { Done, NotFound, ChangedMeanwhile }

    /// <param name="seen">The price that stood there when the new one was typed.</param>
    public async Task<Outcome> RunAsync(long shopId, string variantCode, Money seen, Money price, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(token => ChangeAsync(shopId, variantCode, seen, price, token), cancel, outcome => outcome == Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.ChangedMeanwhile;
        }
    }

    private async Task<Outcome> ChangeAsync(long shopId, string variantCode, Money seen, Money price, CancellationToken cancel)
    {
        var size = await db.Variants.Where(variant => variant.Code == variantCode && !variant.Removed && variant.Product.ShopId == shopId)
            .Select(variant => new { variant.Id, variant.ProductId }).FirstOrDefaultAsync(cancel);
        if (size is null) return Outcome.NotFound;
        // One statement that checks and changes: of two hands at the same price, one wins.
        var moved = await db.Variants.Where(variant => variant.Id == size.Id && variant.Price.Fen == seen.Fen).ExecuteUpdateAsync(set => set.SetProperty(variant => variant.Price.Fen, price.Fen), cancel);
        if (moved == 0) return Outcome.ChangedMeanwhile;
        var product = await db.Products.Include(product => product.Variants).FirstAsync(product => product.Id == size.ProductId, cancel);
        product.Reprice();
        return Outcome.Done;
    }
}
