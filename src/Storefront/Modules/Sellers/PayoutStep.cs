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

    public IQueryable<int> Done(long shopId) =>
        db.PayoutAccounts.Where(account => account.ShopId == shopId).Select(account => account.ShopId == shopId ? Order : 0).Take(1);
}
