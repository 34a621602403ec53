using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>Whose money a correction is; the other side is always what the shop has available.</summary>
internal enum AdjustmentPair { Commission, Costs }

/// <summary>Rights what no event can: by one more journal with a reason, never by an edit. It may take a shop below zero; a payout may not.</summary>
internal sealed class AdjustBalance(StoreDb db, IShops shops, IAudit audit, TimeProvider clock)
{
    /// <param name="ForShop">What the shop gets; negative: what is taken from it.</param>
    internal sealed record Adjustment(string ShopCode, Money ForShop, AdjustmentPair Pair, string Reason);

    /// <returns>False when there is no such shop.</returns>
    public async Task<bool> RunAsync(Adjustment adjustment, CancellationToken cancel)
    {
        if (await shops.FindAsync(adjustment.ShopCode, cancel) is not { } shop) return false;
        var (sum, other) = (adjustment.ForShop, adjustment.Pair == AdjustmentPair.Commission ? LedgerAccount.PlatformCommission : LedgerAccount.MarketCosts);
        db.Add(new Journal
        {
            Key = "adjustment:" + Code.NewPublic(),
            Kind = JournalKind.Adjustment,
            At = clock.GetUtcNow().UtcDateTime,
            Reason = adjustment.Reason,
            ShopId = shop.Id,
        }.With((LedgerAccount.SellerAvailable, -sum), (other, sum)).Saying(adjustment.Reason, LineShares.None, sum));
        audit.Stage("money-adjusted", $"shop/{shop.Code}", $"{sum} {adjustment.Pair}: {adjustment.Reason}");
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
