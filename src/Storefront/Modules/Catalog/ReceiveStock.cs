using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>Takes in a harvest. The same dates and place as a batch that is there means more of that batch.</summary>
internal sealed class ReceiveStock(StoreDb db)
{
    public enum Outcome { Done, NotFound, TooMuch }

    /// <param name="quantities">Units by variant code.</param>
    public Task<Outcome> RunAsync(long shopId, string productCode, SaveProduct.Harvest harvest, IReadOnlyDictionary<string, int> quantities, CancellationToken cancel) =>
        db.WriteAsync(token => ReceiveAsync(shopId, productCode, harvest, quantities, token), cancel, outcome => outcome == Outcome.Done);

    private async Task<Outcome> ReceiveAsync(
        long shopId, string productCode, SaveProduct.Harvest harvest, IReadOnlyDictionary<string, int> quantities, CancellationToken cancel)
    {
        var product = await db.Products.Include(product => product.Variants).FirstOrDefaultAsync(product => product.Code == productCode && product.ShopId == shopId, cancel);
        if (product is null) return Outcome.NotFound;
        var batch = await db.Batches.FirstOrDefaultAsync(
            batch => batch.ProductId == product.Id && batch.HarvestedOn == harvest.On && batch.BestBefore == harvest.BestBefore && batch.Place == harvest.Place && !batch.Recalled,
            cancel);
        batch ??= new() { Code = Code.NewPublic(), Product = product, HarvestedOn = harvest.On, BestBefore = harvest.BestBefore, Place = harvest.Place };
        foreach (var variant in product.Sizes)
        {
            if (!quantities.TryGetValue(variant.Code, out var quantity) || quantity <= 0) continue;
            var row = db.Stocks.Where(stock => stock.VariantId == variant.Id && stock.BatchId == batch.Id);
            if (batch.Id == 0 || !await row.AnyAsync(cancel)) product.Receive(batch, variant, quantity);
            else if (!await row.ReceiveAsync(quantity, cancel)) return Outcome.TooMuch;
        }
        return Outcome.Done;
    }
}
