using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Cart.Model;
using Storefront.Shared;

namespace Storefront.Modules.Cart;

/// <summary>What a person meant to buy.</summary>
internal sealed class KeptCart(StoreDb db) : IPersonalData
{
    public string Name => "cart";

    public async Task<object?> ExportAsync(long accountId, CancellationToken cancel)
    {
        var items = await db.Carts.Where(cart => cart.AccountId == accountId).SelectMany(cart => cart.Items).AsNoTracking().OrderBy(item => item.Id).ToListAsync(cancel);
        return items.Count == 0 ? null : items.ConvertAll(item => new { item.VariantCode, item.Quantity, item.PriceSeen, item.VideoCode });
    }

    /// <summary>The lines go with their cart, by the foreign key.</summary>
    public Task EraseAsync(long accountId, DateTime now, CancellationToken cancel) => db.Carts.Where(cart => cart.AccountId == accountId).ExecuteDeleteAsync(cancel);
}
