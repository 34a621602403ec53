using Storefront.Modules.Ledger.Model;

namespace Storefront.Modules.Ledger;

/// <summary>How a payout stands in the book, and its way back.</summary>
internal static class PayoutJournals
{
    public static string SentKey(string line) => "payout:" + line;

    public static string ReturnedKey(string line) => "payout-return:" + line;

    public static Journal Sent(PayoutLine line, string batch, DateTime now) =>
        new Journal { Key = SentKey(line.Code), Kind = JournalKind.Payout, At = now, Reason = $"payout {batch}", ShopId = line.ShopId }
            .With((LedgerAccount.SellerAvailable, line.Amount), (LedgerAccount.Payouts, -line.Amount))
            .Saying(batch, LineShares.None, mine: default, paidOut: line.Amount);

    public static Journal Returned(PayoutLine line, string reason, DateTime now) =>
        new Journal { Key = ReturnedKey(line.Code), Kind = JournalKind.PayoutReturn, At = now, Reason = reason, ShopId = line.ShopId }
            .With((LedgerAccount.SellerAvailable, -line.Amount), (LedgerAccount.Payouts, line.Amount))
            .Saying(reason, LineShares.None, mine: default, paidOut: -line.Amount);
}
