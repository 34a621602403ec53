using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;

namespace Storefront.Modules.Catalog;

/// <summary>More of a batch was found, or some of it spoiled. What is held for a buyer cannot be written off.</summary>
internal sealed class CorrectStock(StoreDb db)
{
    public enum Outcome { Done, NotFound, Refused }

    /// <param name="change">Units more, or less when negative.</param>
    public Task<Outcome> RunAsync(long shopId, string batchCode, string variantCode, int change, CancellationToken cancel) =>
        db.WriteAsync(token => CorrectAsync(shopId, batchCode, variantCode, change, token), cancel, outcome => outcome == Outcome.Done);

    private async Task<Outcome> CorrectAsync(long shopId, string batchCode, string variantCode, int change, CancellationToken cancel)
    {
        var id = await db.Stocks.Where(stock => stock.Batch.Code == batchCode && stock.Variant.Code == variantCode && stock.Product.ShopId == shopId)
            .Select(stock => (long?)stock.Id).FirstOrDefaultAsync(cancel);
        if (id is null) return Outcome.NotFound;
        var row = db.Stocks.Where(stock => stock.Id == id);
        return (change < 0 ? await row.WriteOffAsync(-change, cancel) : await row.ReceiveAsync(change, cancel)) ? Outcome.Done : Outcome.Refused;
    }
}
