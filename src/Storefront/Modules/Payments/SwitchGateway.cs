using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>
/// Tries again, perhaps with another gateway: what was begun is closed at its gateway first, so that nobody pays twice. Only when the gateway says
/// for certain that nothing was paid a new attempt is made. Where the same gateway's step still works there is nothing to be tried again.
/// </summary>
internal sealed class SwitchGateway(StoreDb db, GatewayCalls calls, RecordPayment record, TimeProvider clock)
{
    internal enum Refusal { None, NotFound, Over, StillAsking, StillOpen }

    internal sealed record Result(string? Attempt, Refusal Refusal);

    public async Task<Result> RunAsync(string code, string gateway, CancellationToken cancel)
    {
        var old = await db.PaymentAttempts.AsNoTracking().FirstOrDefaultAsync(attempt => attempt.Code == code, cancel);
        if (old is null) return new(null, Refusal.NotFound);
        if (old.Gateway == gateway && old.MayGoOn(clock.GetUtcNow().UtcDateTime)) return new(code, Refusal.StillOpen);
        if (old.State == AttemptState.Unknown || (old is { State: not AttemptState.Paid, StartedAt: not null } && !await IsUnpaidAsync(old, cancel)))
            return new(null, Refusal.StillAsking);
        try
        {
            return await db.WriteAsync(token => TryAsync(code, gateway, token), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Another tap or a gateway's notice was faster: the old attempt's page shows where things stand.
            return new(code, Refusal.None);
        }
    }

    private async Task<bool> IsUnpaidAsync(PaymentAttempt old, CancellationToken cancel)
    {
        var closed = await calls.CloseAsync(old.Gateway, old.Charge, cancel);
        // Some vendors do not close a charge in its first minutes; then their word that nothing was paid must do, and the timer closes it later.
        var seen = closed is CloseVerdict.Closed or CloseVerdict.NotFound
            ? new PaymentSeen(old.Code, PaymentStatus.Expired)
            : await calls.QueryAsync(old.Gateway, old.Charge, cancel);
        // What has failed or expired was said to take no more money; it is closed all the same, and only news is worth writing down.
        if (!old.IsLive && seen.Status != PaymentStatus.Paid) return true;
        await record.RunAsync(new(old.Gateway, seen), cancel);
        return seen.Status is not (PaymentStatus.Unknown or PaymentStatus.Paid);
    }

    private async Task<Result> TryAsync(string code, string gateway, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var old = await db.PaymentAttempts.Include(attempt => attempt.Payment.Attempts).FirstAsync(attempt => attempt.Code == code, cancel);
        var payment = old.Payment;
        if (!payment.MayBegin(now)) return new(null, Refusal.Over);
        // Two taps, two tabs: who is there first makes the new attempt, all others go to it.
        var newest = payment.Attempts.MaxBy(attempt => attempt.Id)!;
        if (newest != old) return new(newest.Code, Refusal.None);
        var made = PaymentAttempt.For(payment, gateway, now);
        payment.Touch();
        db.Add(made);
        return new(made.Code, Refusal.None);
    }
}
