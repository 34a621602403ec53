using Storefront.Modules.Ledger.Model;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>How a payout stands in the book, and its way back.</summary>
internal static class PayoutJournals
{
    public static string SentKey(string line) => "payout:" + line;

    public static string ReturnedKey(string line) => "payout-return:" + line;

    public static Journal Sent(PayoutLine line, string batch, DateTime now) =>
        Of(line, line.Amount, batch, SentKey(line.Code), JournalKind.Payout, $"payout {batch}", now);

    /// <summary>A part of it, and more parts may follow; <see cref="PayoutLine.CameBack"/> holds this one already.</summary>
    public static Journal CameBack(PayoutLine line, Money part, string reason, DateTime now) => Back($"{ReturnedKey(line.Code)}:{line.CameBack.Fen}", line, part, reason, now);

    public static Journal Returned(PayoutLine line, string reason, DateTime now) =>
        Back(ReturnedKey(line.Code), line, line.Amount, reason, now);

    private static Journal Back(string key, PayoutLine line, Money sum, string reason, DateTime now) =>
        Of(line, -sum, reason, key, JournalKind.PayoutReturn, reason, now);

    /// <summary>Only shops have statement lines; a helper reads what was sent on the payouts themselves.</summary>
    private static Journal Of(PayoutLine line, Money sent, string said, string key, JournalKind kind, string reason, DateTime now) => line.IsToHelper
        ? new Journal { Key = key, Kind = kind, At = now, Reason = reason, HelperId = line.HelperId }.With((LedgerAccount.HelperAvailable, sent), (LedgerAccount.Payouts, -sent))
        : new Journal { Key = key, Kind = kind, At = now, Reason = reason, ShopId = line.ShopId }.With((LedgerAccount.SellerAvailable, sent), (LedgerAccount.Payouts, -sent))
            .Saying(said, LineShares.None, mine: default, paidOut: sent);
}
