using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Model;

namespace Storefront.Load.Crash;

/// <summary>What was acknowledged and is not there, and what happened twice.</summary>
internal static class Losses
{
    public static async Task<IReadOnlyList<string>> FindAsync(StoreDb db, Acknowledged acknowledged) =>
    [
        .. await AttemptsAsync(db, acknowledged), .. await OrdersAsync(db, acknowledged), .. await GivenBackAsync(db, acknowledged), .. await PayoutsAsync(db, acknowledged),
        .. (await db.Set<OutboxRow>().Where(row => row.HandledAt == null).Select(row => new { row.Id, row.Event, row.LastError }).ToListAsync()).Select(row => $"event {row.Id} {row.Event}: {row.LastError}"),
    ];

    private static async Task<IEnumerable<string>> AttemptsAsync(StoreDb db, Acknowledged acknowledged)
    {
        var attempts = await db.PaymentAttempts.AsNoTracking().Select(attempt => new { attempt.Code, attempt.State }).ToDictionaryAsync(attempt => attempt.Code, attempt => attempt.State);
        return acknowledged.Placed.Where(attempt => !attempts.ContainsKey(attempt)).Select(attempt => $"order of attempt {attempt}")
            .Concat(acknowledged.Taken.Where(attempt => attempts.GetValueOrDefault(attempt) != AttemptState.Paid).Select(attempt => $"money of attempt {attempt}: it is {attempts.GetValueOrDefault(attempt)}"));
    }

    private static async Task<IEnumerable<string>> OrdersAsync(StoreDb db, Acknowledged acknowledged)
    {
        var orders = await db.Orders.AsNoTracking().Select(order => new { order.Code, order.State }).ToDictionaryAsync(order => order.Code, order => order.State);
        return acknowledged.CalledOff.Where(order => orders.GetValueOrDefault(order) != OrderState.Cancelled).Select(order => $"cancellation of order {order}")
            .Concat(acknowledged.Received.Where(order => orders.GetValueOrDefault(order) != OrderState.Completed).Select(order => $"receipt of order {order}"));
    }

    private static async Task<IEnumerable<string>> GivenBackAsync(StoreDb db, Acknowledged acknowledged)
    {
        var reasons = (await db.OrderRefunds.Where(refund => refund.Reason != null && refund.Reason.StartsWith(GiveBack.Mark)).Select(refund => refund.Reason!).ToListAsync()).CountBy(reason => reason).ToDictionary();
        return acknowledged.GivenBack.Where(reason => !reasons.ContainsKey(reason)).Select(reason => $"part {reason}")
            .Concat(reasons.Where(reason => reason.Value > 1).Select(reason => $"part {reason.Key}: it went back {reason.Value} times"));
    }

    private static async Task<IEnumerable<string>> PayoutsAsync(StoreDb db, Acknowledged acknowledged)
    {
        var batches = await db.PayoutBatches.AsNoTracking().Select(batch => new { batch.Code, batch.State }).ToDictionaryAsync(batch => batch.Code, batch => batch.State);
        var lines = await db.PayoutLines.AsNoTracking().Select(line => new { line.Code, line.State }).ToDictionaryAsync(line => line.Code, line => line.State);
        return acknowledged.Ordered.Where(batch => batches.GetValueOrDefault(batch) != BatchState.Ordered).Select(batch => $"payouts of batch {batch}")
            .Concat(acknowledged.PaidOut.Where(line => lines.GetValueOrDefault(line) is not (PayoutState.Paid or PayoutState.Returned)).Select(line => $"payout {line}"))
            .Concat(acknowledged.Returned.Where(line => lines.GetValueOrDefault(line) != PayoutState.Returned).Select(line => $"return of payout {line}"));
    }
}
