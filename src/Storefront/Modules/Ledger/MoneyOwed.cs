using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>A shop's money has to reach somebody: as long as the book owes it something, its only owner stays.</summary>
internal sealed class MoneyOwed(StoreDb db, IShops shops) : IErasureHindrance
{
    public async Task<IReadOnlyList<Hindrance>> FindAsync(long accountId, CancellationToken cancel)
    {
        var found = new List<Hindrance>();
        foreach (var shop in await shops.OwnedAloneAsync(accountId, cancel))
        {
            var owed = await db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.SellerPayable && entry.ShopId == shop.Id).SumAsync(entry => entry.Amount.Fen, cancel);
            if (owed != 0) found.Add(new("ledger.hindrance.money", "/sell/money", shop.Name));
        }
        return found;
    }
}
