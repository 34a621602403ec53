using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>
/// Asks the gateway to open the charge: the intent is saved, then the gateway is called outside any transaction, then its answer is saved.
/// Dying anywhere between leaves an attempt that is "unknown" and asked about, never one that is charged twice. Safe to repeat.
/// </summary>
internal sealed class BeginPayment(StoreDb db, FreshWrite write, GatewayCalls calls, TimeProvider clock, ILogger<BeginPayment> log)
{
    /// <param name="Site">Scheme and host the payer sees.</param>
    internal sealed record Visit(Uri Site, Payer Payer);

    private sealed record Intent(string Gateway, StartRequest Request, bool IsFirst);

    /// <summary>True when the gateway opened the charge just now; false when there was nothing to begin, it did not, or only a stale step was made anew.</summary>
    public async Task<bool> RunAsync(string code, Visit visit, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (!await db.PaymentAttempts.AnyAsync(Due(code, now), cancel)) return false;
        // From the saved intent on, a payer who closes the page must not leave the answer unsaved: only the time-out ends the call.
        if (await write.RunAsync((fresh, _, token) => IntendAsync(fresh, code, visit, token), cancel) is not { } intent) return false;
        var answer = await calls.StartAsync(intent.Gateway, intent.Request, CancellationToken.None);
        // The step that was given out first may still be payable.
        if (!intent.IsFirst && answer is StartVerdict.Refused refused) answer = new StartVerdict.Unclear(refused.Why);
        return await write.RunAsync((fresh, _, token) => SaveAsync(fresh, code, answer, token), CancellationToken.None) && intent.IsFirst;
    }

    /// <summary>Not begun, or begun and its step no longer works.</summary>
    private static System.Linq.Expressions.Expression<Func<PaymentAttempt, bool>> Due(string code, DateTime now) =>
        attempt => attempt.Code == code && (attempt.State == AttemptState.Created || (attempt.State == AttemptState.Started && attempt.StepStaleAt <= now));

    private async Task<Intent?> IntendAsync(StoreDb fresh, string code, Visit visit, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var attempt = await fresh.PaymentAttempts.Include(attempt => attempt.Payment).FirstOrDefaultAsync(Due(code, now), cancel);
        if (attempt is null || !attempt.Payment.MayBegin(now)) return null;
        var isFirst = attempt.State == AttemptState.Created;
        if (isFirst) attempt.Ask(now);
        var payment = attempt.Payment;
        return new(attempt.Gateway, new(
            attempt.Code, attempt.Sum, payment.Title, payment.PayUntil,
            new(visit.Site, $"/pay/{attempt.Code}/return"), new(visit.Site, $"/pay/notices/{attempt.Gateway}"), visit.Payer), isFirst);
    }

    private async Task<bool> SaveAsync(StoreDb fresh, string code, StartVerdict answer, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var attempt = await fresh.PaymentAttempts.SingleAsync(attempt => attempt.Code == code, cancel);
        switch (answer)
        {
            case StartVerdict.Begun begun:
                attempt.Begun(begun, now);
                return attempt.State == AttemptState.Started;
            case StartVerdict.Refused refused:
                log.LogWarning("Gateway {Gateway} refused attempt {Attempt}: {Why}", attempt.Gateway, attempt.Id, refused.Why);
                attempt.End(AttemptState.Failed, refused.Why, now);
                return false;
            case StartVerdict.Unclear unclear:
                attempt.Doubt(now, unclear.Why);
                attempt.AskSoon(now);
                return false;
            default:
                throw new InvalidOperationException($"Nobody knows what {answer.GetType()} is.");
        }
    }
}
