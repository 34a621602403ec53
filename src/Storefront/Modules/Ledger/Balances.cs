using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>What the book says an account holds: always a sum over entries, kept nowhere.</summary>
internal sealed class Balances(StoreDb db)
{
    /// <param name="WasSent">Something was sent at some time, also where it came back.</param>
    /// <param name="Earned">By shop, fees less what went back; whether they were paid out or not.</param>
    internal sealed record Earnings(Money Available, Money OnHold, Money PaidOut, bool WasSent, IReadOnlyList<(long ShopId, Money Fee)> Earned);

    internal sealed record OfShop(Money Available, Money OnHold, Money PaidOut);

    private IQueryable<LedgerEntry> OwedToShops => db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.SellerAvailable && entry.ShopId != null);

    private IQueryable<LedgerEntry> OwedToHelpers => db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.HelperAvailable && entry.HelperId != null);

    public async Task<OfShop> OfShopAsync(long shopId, CancellationToken cancel)
    {
        var sums = await db.LedgerEntries
            .Where(entry => entry.ShopId == shopId && (entry.Account == LedgerAccount.SellerAvailable || entry.Account == LedgerAccount.SellerPayable || entry.Account == LedgerAccount.Payouts))
            .GroupBy(entry => entry.Account).Select(group => new { group.Key, Sum = group.Sum(entry => entry.Amount.Fen) }).ToDictionaryAsync(group => group.Key, group => new Money(-group.Sum), cancel);
        return new(sums.GetValueOrDefault(LedgerAccount.SellerAvailable), sums.GetValueOrDefault(LedgerAccount.SellerPayable), sums.GetValueOrDefault(LedgerAccount.Payouts));
    }

    public async Task<Earnings> OfHelperAsync(long account, CancellationToken cancel)
    {
        var sums = await db.LedgerEntries.Where(entry => entry.HelperId == account)
            .GroupBy(entry => new { entry.Account, entry.ShopId }).Select(group => new { group.Key.Account, group.Key.ShopId, Sum = group.Sum(entry => entry.Amount.Fen) }).ToListAsync(cancel);
        Money On(LedgerAccount one) => new(-sums.Where(sum => sum.Account == one).Sum(sum => sum.Sum));
        return new(On(LedgerAccount.HelperAvailable), On(LedgerAccount.HelperFee), On(LedgerAccount.Payouts), sums.Exists(sum => sum.Account == LedgerAccount.Payouts),
            [.. sums.Where(sum => sum.ShopId is not null).GroupBy(sum => sum.ShopId!.Value).Select(shop => (shop.Key, new Money(-shop.Sum(sum => sum.Sum))))]);
    }

    /// <summary>What these helpers may be paid, over all shops.</summary>
    public Task<Dictionary<long, Money>> HelpersAvailableAsync(IReadOnlyCollection<long> accounts, CancellationToken cancel) =>
        SumAsync(OwedToHelpers.Where(entry => accounts.Contains(entry.HelperId!.Value)).GroupBy(entry => entry.HelperId!.Value), minimum: null, cancel);

    /// <summary>Helpers with at least so much available.</summary>
    public Task<Dictionary<long, Money>> HelpersAtLeastAsync(Money minimum, CancellationToken cancel) => SumAsync(OwedToHelpers.GroupBy(entry => entry.HelperId!.Value), minimum, cancel);

    /// <summary>What these shops may be paid; shops that never had anything are left out.</summary>
    public Task<Dictionary<long, Money>> AvailableAsync(IReadOnlyCollection<long> shopIds, CancellationToken cancel) =>
        SumAsync(OwedToShops.Where(entry => shopIds.Contains(entry.ShopId!.Value)).GroupBy(entry => entry.ShopId!.Value), minimum: null, cancel);

    /// <summary>Shops with at least so much available.</summary>
    public Task<Dictionary<long, Money>> AtLeastAsync(Money minimum, CancellationToken cancel) => SumAsync(OwedToShops.GroupBy(entry => entry.ShopId!.Value), minimum, cancel);

    /// <summary>What the book says lies at the gateways.</summary>
    public async Task<Money> ClearingAsync(CancellationToken cancel) =>
        new(await db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.GatewayClearing).SumAsync(entry => entry.Amount.Fen, cancel));

    private static Task<Dictionary<long, Money>> SumAsync(IQueryable<IGrouping<long, LedgerEntry>> owed, Money? minimum, CancellationToken cancel)
    {
        var sums = owed.Select(group => new { group.Key, Sum = group.Sum(entry => entry.Amount.Fen) });
        if (minimum is { } least)
        {
            var most = -least.Fen;
            sums = sums.Where(group => group.Sum <= most);
        }
        return sums.ToDictionaryAsync(group => group.Key, group => new Money(-group.Sum), cancel);
    }
}
