using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>
/// The one place where an observation moves an attempt, a payment or a refund; those of payouts it hands to <see cref="PayoutVerdicts"/>. In one transaction: the state, the refund of money nobody waits for,
/// the notice's outcome and the events for everybody else. Whatever order observations come in, and however often, each has its effect once.
/// </summary>
internal sealed class RecordPayment(FreshWrite write, TimeProvider clock, ILogger<RecordPayment> log)
{
    /// <param name="Notice">Id of the kept notice it comes from; null when the gateway was asked.</param>
    internal sealed record Seen(string Gateway, Observation What, long? Notice = null);

    public Task<NoticeOutcome> RunAsync(Seen seen, CancellationToken cancel) =>
        write.RunAsync((db, outbox, token) => JudgeAsync(db, outbox, seen, token), cancel);

    private async Task<NoticeOutcome> JudgeAsync(StoreDb db, Outbox outbox, Seen seen, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var notice = seen.Notice is { } id ? await db.GatewayNotices.SingleAsync(notice => notice.Id == id, cancel) : null;
        if (notice is { Outcome: not NoticeOutcome.Pending }) return notice.Outcome;
        var outcome = seen.What switch
        {
            PaymentSeen payment => await JudgePaymentAsync(db, outbox, seen, payment, now, cancel),
            RefundSeen refund => await JudgeRefundAsync(db, outbox, seen, refund, now, cancel),
            RemittanceSeen remittance => await PayoutVerdicts.JudgeAsync(db, outbox, seen.Gateway, remittance, now, cancel),
            PayeeStirred payee => await PayoutVerdicts.JudgeAsync(db, seen.Gateway, payee, now, cancel),
            _ => throw new InvalidOperationException($"Nobody knows what {seen.What.GetType()} is."),
        };
        notice?.Judge(outcome, now);
        if (outcome >= NoticeOutcome.WrongSum)
            log.LogError("Gateway {Gateway} said what needs a person: {Outcome}, notice {Notice}", seen.Gateway, outcome, seen.Notice);
        return outcome;
    }

    private static async Task<NoticeOutcome> JudgePaymentAsync(StoreDb db, Outbox outbox, Seen seen, PaymentSeen what, DateTime now, CancellationToken cancel)
    {
        var attempt = await db.PaymentAttempts.Include(attempt => attempt.Payment.Attempts)
            .FirstOrDefaultAsync(attempt => attempt.Code == what.Attempt && attempt.Gateway == seen.Gateway, cancel);
        if (attempt is null) return NoticeOutcome.Foreign;
        var before = attempt.State;
        attempt.Refer(what.VendorReference);
        if (seen.Notice is null) attempt.Checked(now);
        var outcome = what.Status == PaymentStatus.Paid ? Pay(db, outbox, attempt, what, now) : Follow(attempt, what, now);
        return outcome ?? (attempt.State == before ? NoticeOutcome.NoChange : NoticeOutcome.Applied);
    }

    private static NoticeOutcome? Pay(StoreDb db, Outbox outbox, PaymentAttempt attempt, PaymentSeen what, DateTime now)
    {
        if (attempt.State == AttemptState.Paid) return NoticeOutcome.NoChange;
        if (what.Sum != attempt.Sum)
        {
            attempt.Doubt(now, $"paid {what.Sum?.Amount.ToYuan()} {what.Sum?.Currency}, not {attempt.Amount.ToYuan()} {attempt.Currency}");
            return NoticeOutcome.WrongSum;
        }
        var payment = attempt.Payment;
        attempt.Pay(now, surplus: !payment.MaySettle);
        if (!attempt.Surplus)
        {
            payment.Settle(attempt, now);
            outbox.Stage(new PaymentSettled(payment.Code, attempt.Gateway, attempt.Code, attempt.Amount));
            return null;
        }
        db.Add(Refund.Of(attempt, Refund.SurplusKey(attempt.Code), attempt.Amount, now));
        outbox.Stage(new SurplusReceived(payment.Code, attempt.Gateway, attempt.Code, attempt.Amount));
        return NoticeOutcome.Surplus;
    }

    private static NoticeOutcome? Follow(PaymentAttempt attempt, PaymentSeen what, DateTime now)
    {
        switch (what.Status)
        {
            case PaymentStatus.Failed: attempt.End(AttemptState.Failed, what.Why, now); break;
            case PaymentStatus.Expired: attempt.End(AttemptState.Expired, what.Why, now); break;
            case PaymentStatus.Waiting or PaymentStatus.NotFound: attempt.Wait(now); break;
            default: attempt.Doubt(now, what.Why); break;
        }
        return null;
    }

    private static async Task<NoticeOutcome> JudgeRefundAsync(StoreDb db, Outbox outbox, Seen seen, RefundSeen what, DateTime now, CancellationToken cancel)
    {
        var refund = await db.Refunds.Include(refund => refund.Payment).Include(refund => refund.Attempt)
            .FirstOrDefaultAsync(refund => refund.Code == what.Refund && refund.Attempt.Code == what.Attempt && refund.Attempt.Gateway == seen.Gateway, cancel);
        // Begun at the vendor's dashboard: money has left and no order knows why.
        if (refund is null) return NoticeOutcome.Unexpected;
        if (refund.State is RefundState.Succeeded or RefundState.Failed)
            return Contradicts(refund.State, what.Status) ? NoticeOutcome.Unexpected : NoticeOutcome.NoChange;
        if (what.Sum is { } sum && sum != new Sum(refund.Amount, refund.Attempt.Currency))
        {
            refund.Await(what with { Status = RefundStatus.Unknown, Why = $"refund of {sum.Amount.ToYuan()} {sum.Currency}" }, now);
            return NoticeOutcome.WrongSum;
        }
        switch (what.Status)
        {
            case RefundStatus.Succeeded:
                refund.Succeed(what, now);
                if (!refund.Attempt.Surplus) refund.Payment.RefundDone(refund.Amount);
                outbox.Stage(new RefundSettled(refund.Payment.Code, refund.Key, refund.Attempt.Gateway, refund.Amount));
                break;
            case RefundStatus.Failed: refund.Fail(what); break;
            default: refund.Await(what, now); break;
        }
        return NoticeOutcome.Applied;
    }

    private static bool Contradicts(RefundState known, RefundStatus said) =>
        (known, said) is (RefundState.Succeeded, RefundStatus.Failed) or (RefundState.Failed, RefundStatus.Succeeded);
}
