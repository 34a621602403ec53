using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>
/// Money has to reach somebody: as long as the book owes a shop something, or a payout may still come back, its only owner stays. So does a helper with enough
/// for a payout: less than that never holds anybody here.
/// </summary>
internal sealed class MoneyOwed(StoreDb db, Balances balances, IShops shops, IRemittances remittances, IOptions<LedgerOptions> options) : IErasureHindrance
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
        if (await IsHelperOwedAsync(accountId, cancel)) found.Add(new("ledger.hindrance.fees", "/me/fees"));
        return found;
    }

    private async Task<bool> IsHelperOwedAsync(long account, CancellationToken cancel)
    {
        var fees = await balances.OfHelperAsync(account, cancel);
        return (fees.Available + fees.OnHold).Fen >= options.Value.MinimumPayout || await db.PayoutLines.AnyAsync(line => line.HelperId == account && line.State == PayoutState.Ordered, cancel);
    }
}
