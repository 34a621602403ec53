using Storefront.Modules.Ledger.Model;
using Storefront.Shared;

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

    /// <summary>A part of it, and more parts may follow; <see cref="PayoutLine.CameBack"/> holds this one already.</summary>
    public static Journal CameBack(PayoutLine line, Money part, string reason, DateTime now) => Back($"{ReturnedKey(line.Code)}:{line.CameBack.Fen}", line, part, reason, now);

    public static Journal Returned(PayoutLine line, string reason, DateTime now) =>
        Back(ReturnedKey(line.Code), line, line.Amount, reason, now);

    private static Journal Back(string key, PayoutLine line, Money sum, string reason, DateTime now) =>
        new Journal { Key = key, Kind = JournalKind.PayoutReturn, At = now, Reason = reason, ShopId = line.ShopId }
            .With((LedgerAccount.SellerAvailable, -sum), (LedgerAccount.Payouts, sum))
            .Saying(reason, LineShares.None, mine: default, paidOut: -sum);
}
