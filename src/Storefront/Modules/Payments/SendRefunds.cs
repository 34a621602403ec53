using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>Sends staged refunds and asks about those under way. The refund's code is the idempotency key, so dying between call and save moves money once.</summary>
[Every(seconds: 10)]
internal sealed class SendRefunds(StoreDb db, GatewayCalls calls, RecordPayment record, TimeProvider clock) : ITimedWork
{
    private const int Batch = 50;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Refunds.AsNoTracking().Include(refund => refund.Attempt).Where(refund => refund.NextTryAt <= now)
            .OrderBy(refund => refund.NextTryAt).Take(Batch).ToListAsync(cancel);
        foreach (var refund in due)
        {
            var seen = await SendAsync(refund, await RequestAsync(refund, cancel), cancel);
            await record.RunAsync(new(refund.Attempt.Gateway, seen with { Attempt = refund.Attempt.Code, Refund = refund.Code }), cancel);
        }
    }

    private async Task<RefundSeen> SendAsync(Refund refund, RefundRequest request, CancellationToken cancel)
    {
        if (refund.Tries > 0)
        {
            var known = await calls.QueryRefundAsync(refund.Attempt.Gateway, request, cancel);
            if (known.Status != RefundStatus.Unknown || refund.State == RefundState.Sent) return known;
        }
        return await calls.RefundAsync(refund.Attempt.Gateway, request, cancel);
    }

    private async Task<RefundRequest> RequestAsync(Refund refund, CancellationToken cancel)
    {
        var before = await db.Refunds.Where(other => other.AttemptId == refund.AttemptId && other.State == RefundState.Succeeded).SumAsync(other => other.Amount.Fen, cancel);
        return new(refund.Attempt.Charge, refund.Code, new(refund.Amount, refund.Attempt.Currency), refund.VendorReference, new(before));
    }
}
