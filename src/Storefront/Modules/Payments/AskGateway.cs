using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>Asks the gateway about one attempt and records the answer. Where its payment no longer waits, the gateway is told to close it first.</summary>
internal sealed class AskGateway(StoreDb db, GatewayCalls calls, RecordPayment record, TimeProvider clock)
{
    public async Task RunAsync(long id, CancellationToken cancel)
    {
        var attempt = await db.PaymentAttempts.AsNoTracking().Include(attempt => attempt.Payment).SingleAsync(attempt => attempt.Id == id, cancel);
        if (attempt.State == AttemptState.Paid || attempt.StartedAt is null) return;
        var over = !attempt.Payment.MayBegin(clock.GetUtcNow().UtcDateTime);
        var seen = over && attempt.IsLive && await calls.CloseAsync(attempt.Gateway, attempt.Charge, cancel) is CloseVerdict.Closed or CloseVerdict.NotFound
            ? new PaymentSeen(attempt.Code, PaymentStatus.Expired)
            : await calls.QueryAsync(attempt.Gateway, attempt.Charge, cancel);
        await record.RunAsync(new(attempt.Gateway, seen), cancel);
    }
}
