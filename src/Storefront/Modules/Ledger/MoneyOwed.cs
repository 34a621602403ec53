using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>A shop's money has to reach somebody: as long as the book owes it something, or a payout may still come back, its only owner stays.</summary>
internal sealed class MoneyOwed(StoreDb db, Balances balances, IShops shops, IRemittances remittances) : IErasureHindrance
{
    public async Task<IReadOnlyList<Hindrance>> FindAsync(long accountId, CancellationToken cancel)
    {
        var found = new List<Hindrance>();
        foreach (var shop in await shops.OwnedAloneAsync(accountId, cancel))
        {
            if (await balances.OfShopAsync(shop.Id, cancel) is not { Available.IsZero: true, OnHold.IsZero: true }
                || await db.PayoutLines.AnyAsync(line => line.ShopId == shop.Id && line.State == PayoutState.Ordered, cancel)
                || await remittances.IsUnderWayAsync(shop.Id, cancel))
                found.Add(new("ledger.hindrance.money", "/sell/money", shop.Name));
        }
        return found;
    }
}
