using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Model;

namespace Storefront.Load.Verify;

/// <summary>The ledger against itself, and against the payments and orders it was written from.</summary>
internal static class BookInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("5", "every journal sums to zero", JournalsBalanceAsync),
        new("5", "what lies at the gateways is captured less refunded", ClearingAsync),
        new("5", "a seller's balance is the sum of his orders", BalancesAsync),
        new("5", "what a seller has and was paid is the sum of his lines", SellersAsync),
        new("5", "what a helper has and was paid is the sum of the fees", HelpersAsync),
        new("5", "a journal's lines say what its entries say", LinesAreEntriesAsync),
        new("5", "no more of a line goes back than was sold", LinesGoBackOnceAsync),
        new("5", "money is released whole, once and in time", ReleasesAsync),
        new("5", "every payout is booked as it stands", PayoutsAreBookedAsync),
        new("5", "a payout sent by a vendor is booked once and as the vendor says", SentPayoutsAsync),
        new("5", "no payout took more than was available", PayoutsFitAsync),
        new("6", "commission, fee and share are goods and freight", SharesAsync),
    ];

    private static Task<Answer> JournalsBalanceAsync(StoreDb db) => Answer.OfAsync(
        db.Set<Journal>(), "journals",
        ("does not sum to zero", db.Set<Journal>().Where(journal => journal.Entries.Sum(entry => entry.Amount.Fen) != 0).Select(journal => "journal " + journal.Id)),
        ("is empty", db.Set<Journal>().Where(journal => !journal.Entries.Any()).Select(journal => "journal " + journal.Id)),
        ("stands on another shop than its journal", db.Set<LedgerEntry>()
            .Where(entry => db.Set<Journal>().Any(journal => journal.Id == entry.JournalId && journal.ShopId != entry.ShopId)).Select(entry => "entry " + entry.Id)));

    private static async Task<Answer> ClearingAsync(StoreDb db)
    {
        var entries = db.Set<LedgerEntry>().Where(entry => entry.Account == LedgerAccount.GatewayClearing);
        if (await IsBehindAsync(db)) return new("not compared: bookings are under way", []);
        var booked = await entries.SumAsync(entry => entry.Amount.Fen);
        var captured = await db.Set<PaymentAttempt>().Where(attempt => attempt.State == AttemptState.Paid).SumAsync(attempt => attempt.Amount.Fen);
        var refunded = await db.Set<Refund>().Where(refund => refund.State == RefundState.Succeeded).SumAsync(refund => refund.Amount.Fen);
        return Answer.Of(await entries.CountAsync(), "entries", booked == captured - refunded ? [] : [$"the book says {booked}, the payments {captured} - {refunded}"]);
    }

    private static async Task<Answer> BalancesAsync(StoreDb db)
    {
        if (await IsBehindAsync(db)) return new("not compared: bookings are under way", []);
        var booked = await db.Set<Journal>().Where(journal => journal.ShopId != null).GroupBy(journal => journal.ShopId!.Value)
            .Select(group => new { group.Key, Sum = group.Sum(journal => journal.Goods.Fen + journal.Freight.Fen) }).ToDictionaryAsync(group => group.Key, group => group.Sum);
        var back = await (
            from refund in db.Set<OrderRefund>()
            join order in db.Set<Order>() on refund.OrderId equals order.Id
            where order.State != OrderState.Cancelled
            group refund.Freight.Fen + refund.Lines.Sum(line => line.Goods.Fen) by order.ShopId into shop
            select new { shop.Key, Sum = shop.Sum() }).ToDictionaryAsync(shop => shop.Key, shop => shop.Sum);
        var sold = await db.Set<Order>().Where(order => order.State >= OrderState.Paid && order.State <= OrderState.Completed).GroupBy(order => order.ShopId)
            .Select(group => new { group.Key, Sum = group.Sum(order => order.Goods.Fen + order.Freight.Fen) }).ToDictionaryAsync(group => group.Key, group => group.Sum);
        var shops = booked.Keys.Union(sold.Keys).ToList();
        return Answer.Of(shops.Count, "shops with sales", shops.Where(shop => booked.GetValueOrDefault(shop) != sold.GetValueOrDefault(shop) - back.GetValueOrDefault(shop))
            .Select(shop => $"shop {shop} is booked {booked.GetValueOrDefault(shop)}, its paid orders are {sold.GetValueOrDefault(shop)} less {back.GetValueOrDefault(shop)} given back"));
    }

    private static Task<Answer> SharesAsync(StoreDb db)
    {
        var orders = db.Set<Journal>().Where(journal => journal.Kind == JournalKind.Capture || journal.Kind == JournalKind.Cancellation || journal.Kind == JournalKind.Refund);
        var wrong = orders.Where(journal => journal.Goods.Fen + journal.Freight.Fen != -journal.Entries
            .Where(entry => entry.Account == LedgerAccount.PlatformCommission || entry.Account == LedgerAccount.HelperFee || entry.Account == LedgerAccount.HelperAvailable || entry.Account == LedgerAccount.SellerPayable || entry.Account == LedgerAccount.SellerAvailable)
            .Sum(entry => entry.Amount.Fen));
        var lines = db.Set<JournalLine>().Where(line => line.Line != null && line.Mine.Fen != line.Goods.Fen + line.Freight.Fen - line.Commission.Fen - line.HelperFee.Fen);
        return Answer.OfAsync(
            orders, "bookings of orders",
            ("shares out another sum", wrong.Select(journal => "journal " + journal.Id)),
            ("shares out another sum", lines.Select(line => "line " + line.Id)));
    }

    private static async Task<Answer> SellersAsync(StoreDb db)
    {
        var entries = db.Set<LedgerEntry>().Where(entry =>
            entry.ShopId != null && (entry.Account == LedgerAccount.SellerPayable || entry.Account == LedgerAccount.SellerAvailable || entry.Account == LedgerAccount.Payouts));
        var booked = await entries.GroupBy(entry => entry.ShopId!.Value).Select(group => new { group.Key, Sum = -group.Sum(entry => entry.Amount.Fen) }).ToDictionaryAsync(group => group.Key, group => group.Sum);
        var paid = await entries.Where(entry => entry.Account == LedgerAccount.Payouts).GroupBy(entry => entry.ShopId!.Value)
            .Select(group => new { group.Key, Sum = -group.Sum(entry => entry.Amount.Fen) }).ToDictionaryAsync(group => group.Key, group => group.Sum);
        var lines = await db.Set<JournalLine>().GroupBy(line => line.ShopId)
            .Select(group => new { group.Key, Mine = group.Sum(line => line.Mine.Fen), Paid = group.Sum(line => line.PaidOut.Fen) }).ToDictionaryAsync(group => group.Key);
        var shops = booked.Keys.Union(lines.Keys).ToList();
        return Answer.Of(shops.Count, "shops in the book", shops
            .Where(shop => booked.GetValueOrDefault(shop) != (lines.GetValueOrDefault(shop)?.Mine ?? 0) || paid.GetValueOrDefault(shop) != (lines.GetValueOrDefault(shop)?.Paid ?? 0))
            .Select(shop => $"shop {shop} has {booked.GetValueOrDefault(shop)} of which {paid.GetValueOrDefault(shop)} was paid out, its lines say {lines.GetValueOrDefault(shop)?.Mine} and {lines.GetValueOrDefault(shop)?.Paid}"));
    }

    private static async Task<Answer> HelpersAsync(StoreDb db)
    {
        var booked = await db.Set<LedgerEntry>().Where(entry => entry.HelperId != null).GroupBy(entry => entry.HelperId!.Value)
            .Select(group => new { group.Key, Sum = -group.Sum(entry => entry.Amount.Fen) }).ToDictionaryAsync(group => group.Key, group => group.Sum);
        var lines = await db.Set<JournalLine>().Where(line => line.HelperId != null).GroupBy(line => line.HelperId!.Value)
            .Select(group => new { group.Key, Sum = group.Sum(line => line.HelperFee.Fen) }).ToDictionaryAsync(group => group.Key, group => group.Sum);
        var nameless = await db.Set<LedgerEntry>()
            .Where(entry => (entry.Account == LedgerAccount.HelperFee || entry.Account == LedgerAccount.HelperAvailable || (entry.Account == LedgerAccount.Payouts && entry.ShopId == null)) && entry.HelperId == null)
            .Select(entry => $"entry {entry.Id} is a fee of nobody").ToListAsync();
        var helpers = booked.Keys.Union(lines.Keys).ToList();
        return Answer.Of(helpers.Count, "helpers in the book", [.. nameless, .. helpers.Where(helper => booked.GetValueOrDefault(helper) != lines.GetValueOrDefault(helper))
            .Select(helper => $"helper {helper} has or was paid {booked.GetValueOrDefault(helper)}, the lines say {lines.GetValueOrDefault(helper)}")]);
    }

    private static Task<Answer> LinesAreEntriesAsync(StoreDb db)
    {
        var journals = db.Set<Journal>();
        return Answer.OfAsync(
            db.Set<JournalLine>(), "lines",
            ("takes another commission or fee", journals.Where(journal => journal.Kind != JournalKind.Adjustment && journal.ShopId != null && journal.Lines.Sum(line => line.Commission.Fen + line.HelperFee.Fen)
                != -journal.Entries.Where(entry => entry.Account == LedgerAccount.PlatformCommission || entry.Account == LedgerAccount.HelperFee || entry.Account == LedgerAccount.HelperAvailable).Sum(entry => entry.Amount.Fen)).Select(journal => "journal " + journal.Id)),
            ("gives the seller another sum", journals.Where(journal => journal.Lines.Sum(line => line.Mine.Fen - line.PaidOut.Fen)
                != -journal.Entries.Where(entry => entry.Account == LedgerAccount.SellerPayable || entry.Account == LedgerAccount.SellerAvailable).Sum(entry => entry.Amount.Fen)).Select(journal => "journal " + journal.Id)),
            ("stands in another shop than its journal", db.Set<JournalLine>().Where(line => journals.Any(journal => journal.Id == line.JournalId && journal.ShopId != line.ShopId)).Select(line => "line " + line.Id)));
    }

    private static async Task<Answer> LinesGoBackOnceAsync(StoreDb db)
    {
        var lines = await db.Set<JournalLine>().Where(line => line.Line != null).GroupBy(line => new { line.OrderCode, line.Line })
            .Select(group => new
            {
                group.Key.Line,
                Goods = group.Sum(line => line.Goods.Fen),
                Freight = group.Sum(line => line.Freight.Fen),
                Fees = group.Sum(line => line.Commission.Fen + line.HelperFee.Fen),
            }).ToListAsync();
        return Answer.Of(lines.Count, "sold lines", lines
            .Where(line => line.Goods < 0 || line.Freight < 0 || line.Fees < 0 || (line.Goods + line.Freight == 0 && line.Fees != 0))
            .Select(line => $"order line {line.Line} has {line.Goods} and {line.Freight} left, fees {line.Fees}"));
    }

    private static Task<Answer> ReleasesAsync(StoreDb db)
    {
        var entries = db.Set<LedgerEntry>();
        var released = db.Set<OrderMoney>().Where(money => money.ReleasedAt != null);
        return Answer.OfAsync(
            db.Set<OrderMoney>(), "orders in the book",
            ("was released before its time", released.Where(money => money.DueAt == null || money.ReleasedAt < money.DueAt).Select(money => "order " + money.OrderNumber)),
            ("is released and still on hold", released
                .Where(money => entries.Where(entry => entry.OrderCode == money.OrderCode && (entry.Account == LedgerAccount.SellerPayable || entry.Account == LedgerAccount.HelperFee))
                    .GroupBy(entry => entry.Account).Any(held => held.Sum(entry => entry.Amount.Fen) != 0)).Select(money => "order " + money.OrderNumber)),
            ("is on hold and available", db.Set<OrderMoney>()
                .Where(money => money.ReleasedAt == null && entries.Any(entry => entry.OrderCode == money.OrderCode && (entry.Account == LedgerAccount.SellerAvailable || entry.Account == LedgerAccount.HelperAvailable))).Select(money => "order " + money.OrderNumber)));
    }

    private static Task<Answer> PayoutsAreBookedAsync(StoreDb db)
    {
        var sent = db.Set<Journal>().Where(journal => journal.Kind == JournalKind.Payout || journal.Kind == JournalKind.PayoutReturn);
        var lines = db.Set<PayoutLine>();
        // A booking names its payout by its key alone.
        var booked = lines.Select(line => new
        {
            line.Code,
            Left = line.State == PayoutState.Ordered || line.State == PayoutState.Paid ? line.Amount.Fen - line.CameBack.Fen : 0,
            Booked = db.Set<Journal>()
                .Where(journal => (journal.ShopId ?? 0) == line.ShopId && (journal.HelperId ?? 0) == line.HelperId
                    && (journal.Key == "payout:" + line.Code || journal.Key == "payout-return:" + line.Code || journal.Key.StartsWith("payout-return:" + line.Code + ":")))
                .SelectMany(journal => journal.Entries).Where(entry => entry.Account == LedgerAccount.Payouts).Sum(entry => -entry.Amount.Fen),
        });
        var orphans = db.Set<Journal>().Where(journal => (journal.Kind == JournalKind.Payout || journal.Kind == JournalKind.PayoutReturn)
            && !lines.Any(line => journal.Key == "payout:" + line.Code || journal.Key == "payout-return:" + line.Code || journal.Key.StartsWith("payout-return:" + line.Code + ":")));
        return Answer.OfAsync(
            sent, "bookings of payouts",
            ("is not booked as it stands", booked.Where(line => line.Left != line.Booked).Select(line => "payout " + line.Code)),
            ("is booked for no payout", orphans.Select(journal => "journal " + journal.Id)));
    }

    /// <summary>The vendor's side of it: one remittance and one booking each, and nothing on the bank's list that the vendor has sent or may still send.</summary>
    private static async Task<Answer> SentPayoutsAsync(StoreDb db)
    {
        var (lines, sent) = (db.Set<PayoutLine>(), db.Set<Remittance>());
        var byAccount = lines.Where(line => line.Way == PayoutWay.Account);
        if (await IsBehindAsync(db)) return new("not compared: bookings are under way", []);
        return await Answer.OfAsync(
            sent, "remittances",
            ("is not booked once", byAccount.Where(line => db.Set<Journal>().Count(journal => journal.Kind == JournalKind.Payout && journal.Key == "payout:" + line.Code) != 1).Select(line => "payout " + line.Code)),
            ("has no remittance of its sum", byAccount.Where(line => !sent.Any(one => one.Code == line.Code && one.Amount.Fen == line.Amount.Fen)).Select(line => "payout " + line.Code)),
            ("stands otherwise at the vendor", byAccount
                .Where(line => sent.Any(one => one.Code == line.Code && (one.Reversed.Fen != line.CameBack.Fen || (one.State == RemittanceState.Staged) != (line.State == PayoutState.Ordered))))
                .Select(line => "payout " + line.Code)),
            ("goes by the bank as well", sent.Where(one => one.State != RemittanceState.Refused && !byAccount.Any(line => line.Code == one.Code)).Select(one => "payout " + one.Code)));
    }

    private static Task<Answer> PayoutsFitAsync(StoreDb db)
    {
        var payouts = db.Set<Journal>().Where(journal => journal.Kind == JournalKind.Payout);
        var overdrawn = payouts.Where(payout => db.Set<LedgerEntry>()
            .Where(entry => (payout.ShopId != null ? entry.Account == LedgerAccount.SellerAvailable && entry.ShopId == payout.ShopId : entry.Account == LedgerAccount.HelperAvailable && entry.HelperId == payout.HelperId)
                && entry.JournalId <= payout.Id).Sum(entry => entry.Amount.Fen) > 0);
        return Answer.OfAsync(payouts, "payouts", ("took more than there was", overdrawn.Select(journal => "journal " + journal.Id)));
    }

    /// <summary>What has happened and is not in the book yet cannot be compared with it.</summary>
    private static Task<bool> IsBehindAsync(StoreDb db) => db.Set<OutboxRow>().AnyAsync(row =>
        row.HandledAt == null && row.Tries < DeliverOutbox.GiveUpAfter && (row.Handler == typeof(Bookkeeper).FullName || row.Handler == typeof(MarkPaid).FullName || row.Handler == typeof(FollowRemittances).FullName));
}
