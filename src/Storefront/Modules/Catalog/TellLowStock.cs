using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>
/// Tells a shop, in the transaction that sells, that a size is nearly sold out or is gone: once each, by the sale that crosses the line. What lies in other people's
/// unpaid orders counts as there, because most of the time it comes back or is sold by such a sale of its own.
/// </summary>
internal sealed class TellLowStock(StoreDb db, INotices notices, IShops shops, TimeProvider clock)
{
    public const int Few = 5;

    /// <param name="sold">How many were just sold, by variant.</param>
    public async Task RunAsync(IReadOnlyDictionary<long, int> sold, CancellationToken cancel)
    {
        var (ids, today) = (sold.Keys, LocalTime.Today(clock));
        var sizes = await db.Variants.AsNoTracking().Where(variant => ids.Contains(variant.Id)).OrderBy(variant => variant.Id)
            .Select(variant => new Size(
                variant.Id, variant.Label, variant.Product.Name, variant.Product.Code, variant.Product.ShopId,
                variant.Stocks.Where(stock => !stock.Batch.Recalled && stock.Batch.BestBefore > today).Sum(stock => stock.OnHand)))
            .ToListAsync(cancel);
        foreach (var shop in sizes.Where(size => size.Left == 0 || (size.Left <= Few && size.Left + sold[size.Id] > Few)).GroupBy(size => size.ShopId))
        {
            var members = await shops.MembersAsync(shop.Key, cancel);
            var code = (await shops.FindAsync(shop.Key, cancel))?.Code;
            foreach (var size in shop) Tell(size, members, $"/sell/products/{size.ProductCode}/stock?shop={code}");
        }
    }

    private void Tell(Size size, IReadOnlyList<long> members, string path)
    {
        var (key, left) = size.Left == 0 ? ("catalog.notice.gone", Array.Empty<string>()) : ("catalog.notice.low", [$"{size.Left}"]);
        foreach (var member in members) notices.Stage(member, key, [size.Product, size.Label, .. left], path, Topic.LowStock);
    }

    private sealed record Size(long Id, string Label, string Product, string ProductCode, long ShopId, int Left);
}
