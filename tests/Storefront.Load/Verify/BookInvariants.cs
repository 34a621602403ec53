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
        var sold = await db.Set<Order>().Where(order => order.State >= OrderState.Paid && order.State <= OrderState.Completed).GroupBy(order => order.ShopId)
            .Select(group => new { group.Key, Sum = group.Sum(order => order.Goods.Fen + order.Freight.Fen) }).ToDictionaryAsync(group => group.Key, group => group.Sum);
        var shops = booked.Keys.Union(sold.Keys).ToList();
        return Answer.Of(shops.Count, "shops with sales", shops.Where(shop => booked.GetValueOrDefault(shop) != sold.GetValueOrDefault(shop))
            .Select(shop => $"shop {shop} is booked {booked.GetValueOrDefault(shop)}, its paid orders are {sold.GetValueOrDefault(shop)}"));
    }

    private static Task<Answer> SharesAsync(StoreDb db)
    {
        var orders = db.Set<Journal>().Where(journal => journal.Kind == JournalKind.Capture || journal.Kind == JournalKind.Cancellation);
        var wrong = orders.Where(journal => journal.Goods.Fen + journal.Freight.Fen != -journal.Entries
            .Where(entry => entry.Account == LedgerAccount.PlatformCommission || entry.Account == LedgerAccount.HelperFee || entry.Account == LedgerAccount.SellerPayable)
            .Sum(entry => entry.Amount.Fen));
        return Answer.OfAsync(orders, "bookings of orders", ("shares out another sum", wrong.Select(journal => "journal " + journal.Id)));
    }

    /// <summary>What has happened and is not in the book yet cannot be compared with it.</summary>
    private static Task<bool> IsBehindAsync(StoreDb db) => db.Set<OutboxRow>().AnyAsync(row =>
        row.HandledAt == null && row.Tries < DeliverOutbox.GiveUpAfter && (row.Handler == typeof(Bookkeeper).FullName || row.Handler == typeof(MarkPaid).FullName));
}
