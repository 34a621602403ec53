using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Model;

namespace Storefront.Modules.Catalog;

/// <summary>Takes a batch out of every sale, for good, and has its buyers told. The shop does it, or the market.</summary>
internal sealed class RecallBatch(StoreDb db, Outbox outbox)
{
    public const int ReasonLength = 200;

    public enum Outcome { Done, NotFound }

    /// <param name="shopId">The shop whose batch it must be; null: the market's people, any batch.</param>
    /// <param name="alsoStage">What is saved with it.</param>
    public Task<Outcome> RunAsync(string productCode, string batchCode, long? shopId, string reason, Func<Product, Task>? alsoStage, CancellationToken cancel) => db.WriteAsync(
        async token =>
        {
            var batch = await db.Batches.Include(batch => batch.Product).FirstOrDefaultAsync(
                batch => batch.Code == batchCode && batch.Product.Code == productCode && (shopId == null || batch.Product.ShopId == shopId), token);
            if (batch is null) return Outcome.NotFound;
            if (batch.Recalled) return Outcome.Done;
            batch.Recall();
            outbox.Stage(new BatchRecalled(batch.Id, batch.Product.Name, reason));
            if (alsoStage is not null) await alsoStage(batch.Product);
            return Outcome.Done;
        },
        cancel);
}
