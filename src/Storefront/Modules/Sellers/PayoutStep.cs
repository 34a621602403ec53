using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>The market knows where the money goes.</summary>
internal sealed class PayoutStep(StoreDb db) : IShopStep
{
    public string Key => "payout";

    public int Order => 40;

    public string Path => "/sell/apply/payout";

    public Task<bool> IsDoneAsync(long shopId, CancellationToken cancel) =>
        db.PayoutAccounts.AnyAsync(account => account.ShopId == shopId, cancel);
}
