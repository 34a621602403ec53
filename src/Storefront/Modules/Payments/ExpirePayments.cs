using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>
/// Ends payments that nobody paid in time or whose checkout was given up: closed at the gateways first, so that a payer who was just in time still wins,
/// and expired only when no gateway can take money any more, or none has said so for <see cref="Payment.Grace"/>.
/// </summary>
[Every(seconds: 10)]
internal sealed class ExpirePayments(StoreDb db, AskGateway ask, FreshWrite write, TimeProvider clock) : ITimedWork
{
    private const int Batch = 50;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Payments.Where(payment => payment.State == PaymentState.Waiting && payment.ExpireAt <= now)
            .OrderBy(payment => payment.ExpireAt).Select(payment => payment.Id).Take(Batch).ToListAsync(cancel);
        foreach (var id in due)
        {
            var open = await db.PaymentAttempts
                .Where(attempt => attempt.PaymentId == id && attempt.StartedAt != null
                    && (attempt.State == AttemptState.Created || attempt.State == AttemptState.Started || attempt.State == AttemptState.Unknown))
                .Select(attempt => attempt.Id).ToListAsync(cancel);
            foreach (var attempt in open) await ask.RunAsync(attempt, cancel);
            await write.RunAsync((fresh, outbox, token) => ExpireAsync(fresh, outbox, id, token), cancel);
        }
    }

    private async Task<bool> ExpireAsync(StoreDb fresh, Outbox outbox, long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var payment = await fresh.Payments.Include(payment => payment.Attempts).SingleAsync(payment => payment.Id == id, cancel);
        if (payment.State != PaymentState.Waiting) return false;
        if (payment.Attempts.Any(attempt => attempt is { IsLive: true, StartedAt: not null }) && now < payment.PayUntil + Payment.Grace)
        {
            payment.PostponeExpiry(now);
            return false;
        }
        foreach (var never in payment.Attempts.Where(attempt => attempt is { IsLive: true, StartedAt: null })) never.End(AttemptState.Expired, why: null, now);
        payment.Expire();
        outbox.Stage(new PaymentExpired(payment.Code));
        return true;
    }
}
