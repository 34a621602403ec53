using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

internal sealed class CatalogDesk(StoreDb db, HoldStock hold, SellHolds sell, ReleaseHolds release, Shelf shelf, TimeProvider clock) : ICatalog
{
    public async Task<IReadOnlyList<Offer>> OffersAsync(IReadOnlyCollection<string> variantCodes, CancellationToken cancel)
    {
        if (variantCodes.Count == 0) return [];
        var today = LocalTime.Today(clock);
        return await db.Variants.AsNoTracking().Where(variant => variantCodes.Contains(variant.Code))
            .Select(variant => new Offer(
                variant.Id, variant.Code, variant.Product.Code, variant.Product.ShopId, variant.Product.Category, variant.Product.Name, variant.Label, variant.NetGrams,
                variant.Price,
                variant.Stocks.Where(stock => !stock.Batch.Recalled && stock.Batch.BestBefore > today).Sum(stock => stock.OnHand - stock.Held),
                variant.Product.Cover,
                !variant.Removed && variant.Product.Shown == Showing.OnShow))
            .ToListAsync(cancel);
    }

    public Task<HoldOutcome> HoldAsync(string checkoutCode, IReadOnlyList<Wanted> wanted, DateTime until, CancellationToken cancel) =>
        hold.RunAsync(checkoutCode, wanted, until, cancel);

    public Task<bool> SellAsync(string checkoutCode, CancellationToken cancel) => sell.RunAsync(checkoutCode, cancel);

    public Task ReleaseAsync(string checkoutCode, CancellationToken cancel) => release.RunAsync(checkoutCode, cancel);

    public Task ReturnAsync(IReadOnlyList<(long VariantId, long BatchId, int Quantity)> parts, CancellationToken cancel) => db.WriteAsync(
        async token =>
        {
            foreach (var (variantId, batchId, quantity) in parts.OrderBy(part => part.VariantId).ThenBy(part => part.BatchId))
            {
                if (!await db.Stocks.Where(stock => stock.VariantId == variantId && stock.BatchId == batchId).TakeBackAsync(quantity, token))
                    throw new InvalidOperationException($"Variant {variantId} of batch {batchId} has not sold {quantity}.");
            }
        },
        cancel);

    public Task<IReadOnlyList<ProductCard>> ProductsAsync(IReadOnlyCollection<string> codes, CancellationToken cancel) => shelf.OfCodesAsync(codes, cancel);
}
