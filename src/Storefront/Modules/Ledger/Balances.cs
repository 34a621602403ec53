using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>What the book says an account holds: always a sum over entries, kept nowhere.</summary>
internal sealed class Balances(StoreDb db)
{
    internal sealed record OfShop(Money Available, Money OnHold, Money PaidOut);

    public async Task<OfShop> OfShopAsync(long shopId, CancellationToken cancel)
    {
        var sums = await db.LedgerEntries
            .Where(entry => entry.ShopId == shopId && (entry.Account == LedgerAccount.SellerAvailable || entry.Account == LedgerAccount.SellerPayable || entry.Account == LedgerAccount.Payouts))
            .GroupBy(entry => entry.Account).Select(group => new { group.Key, Sum = group.Sum(entry => entry.Amount.Fen) }).ToDictionaryAsync(group => group.Key, group => new Money(-group.Sum), cancel);
        return new(sums.GetValueOrDefault(LedgerAccount.SellerAvailable), sums.GetValueOrDefault(LedgerAccount.SellerPayable), sums.GetValueOrDefault(LedgerAccount.Payouts));
    }

    /// <summary>What the book owes a helper, in each shop. Nothing is ever sent from this account yet.</summary>
    public async Task<IReadOnlyList<(long ShopId, Money Fee)>> OfHelperAsync(long account, CancellationToken cancel) => [.. (await db.LedgerEntries
        .Where(entry => entry.HelperId == account && entry.ShopId != null)
        .GroupBy(entry => entry.ShopId!.Value).Select(group => new { group.Key, Sum = group.Sum(entry => entry.Amount.Fen) }).ToListAsync(cancel))
        .Select(group => (group.Key, new Money(-group.Sum)))];

    /// <summary>What these shops may be paid; shops that never had anything are left out.</summary>
    public Task<Dictionary<long, Money>> AvailableAsync(IReadOnlyCollection<long> shopIds, CancellationToken cancel) => db.LedgerEntries
        .Where(entry => entry.Account == LedgerAccount.SellerAvailable && entry.ShopId != null && shopIds.Contains(entry.ShopId.Value))
        .GroupBy(entry => entry.ShopId!.Value).Select(group => new { group.Key, Sum = group.Sum(entry => entry.Amount.Fen) }).ToDictionaryAsync(group => group.Key, group => new Money(-group.Sum), cancel);

    /// <summary>Shops with at least so much available.</summary>
    public Task<Dictionary<long, Money>> AtLeastAsync(Money minimum, CancellationToken cancel)
    {
        var most = -minimum.Fen;
        return db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.SellerAvailable && entry.ShopId != null)
            .GroupBy(entry => entry.ShopId!.Value).Select(group => new { group.Key, Sum = group.Sum(entry => entry.Amount.Fen) }).Where(group => group.Sum <= most)
            .ToDictionaryAsync(group => group.Key, group => new Money(-group.Sum), cancel);
    }

    /// <summary>What the book says lies at the gateways.</summary>
    public async Task<Money> ClearingAsync(CancellationToken cancel) =>
        new(await db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.GatewayClearing).SumAsync(entry => entry.Amount.Fen, cancel));
}
