using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>What observations mean for remittances and payees, whether the vendor was asked or gave notice. Inside the transaction that keeps the judgement.</summary>
internal static class PayoutVerdicts
{
    public static async Task<NoticeOutcome> JudgeAsync(StoreDb db, Outbox outbox, string gateway, RemittanceSeen seen, DateTime now, CancellationToken cancel)
    {
        var known = await db.Remittances.Include(one => one.Payee).FirstOrDefaultAsync(one => one.Code == seen.Payout && one.Payee.Gateway == gateway, cancel);
        if (known is null) return NoticeOutcome.Foreign;
        switch (seen.Status)
        {
            case RemittanceStatus.Done: return Done(outbox, known, seen, now);
            case RemittanceStatus.Refused when known.State == RemittanceState.Staged:
                known.Refuse(seen.Why);
                // Perhaps the account has lost what it could do.
                known.Payee.Stir(known.Payee.VendorReference!, now);
                outbox.Stage(new RemittanceRefused(known.Code, gateway, known.Why ?? ""));
                return NoticeOutcome.Applied;
            case RemittanceStatus.Refused: return NoticeOutcome.Unexpected;
            default:
                if (known.State == RemittanceState.Staged) known.Await(seen.Why);
                return NoticeOutcome.Applied;
        }
    }

    /// <summary>What is in the notice may be older than what is known: only asking tells.</summary>
    public static async Task<NoticeOutcome> JudgeAsync(StoreDb db, string gateway, PayeeStirred seen, DateTime now, CancellationToken cancel)
    {
        if (await db.Payees.FirstOrDefaultAsync(payee => payee.Code == seen.Payee && payee.Gateway == gateway, cancel) is not { } payee) return NoticeOutcome.Foreign;
        if (payee.VendorReference is { } reference && reference != seen.VendorReference) return NoticeOutcome.Unexpected;
        payee.Stir(seen.VendorReference, now);
        return NoticeOutcome.Applied;
    }

    public static async Task JudgeAsync(StoreDb db, Outbox outbox, string gateway, ReversalSeen seen, CancellationToken cancel)
    {
        var known = await db.Remittances.Include(one => one.Payee).SingleAsync(one => one.Code == seen.Payout, cancel);
        // A later reversal, or the vendor's own word on all of it, has overtaken this answer.
        if (known.State != RemittanceState.Returning || known.ReversalCode != seen.Reversal) return;
        switch (seen.Status)
        {
            case ReversalStatus.Done:
                known.Keep(why: null);
                if (known.GiveBack(seen.Reversed)) outbox.Stage(new RemittanceReversed(known.Code, gateway, known.Reversed));
                break;
            case ReversalStatus.Refused: known.Keep(seen.Why); break;
            default: known.Await(seen.Why); break;
        }
    }

    private static NoticeOutcome Done(Outbox outbox, Remittance known, RemittanceSeen seen, DateTime now)
    {
        // It went by the bank's list since: the same money may have left twice.
        if (known.State == RemittanceState.Refused) return NoticeOutcome.Unexpected;
        if (seen.Sum != new Sum(known.Amount, known.Currency) || seen.Reversed > known.Amount)
        {
            known.Await($"sent {seen.Sum?.Amount.ToYuan()} {seen.Sum?.Currency}, back {seen.Reversed.ToYuan()}");
            return NoticeOutcome.WrongSum;
        }
        var isNews = known.State == RemittanceState.Staged;
        if (isNews)
        {
            known.Settle(seen, now);
            outbox.Stage(new RemittanceSettled(known.Code, known.Payee.Gateway, known.VendorReference ?? ""));
        }
        if (known.GiveBack(seen.Reversed))
        {
            isNews = true;
            outbox.Stage(new RemittanceReversed(known.Code, known.Payee.Gateway, known.Reversed));
        }
        return isNews ? NoticeOutcome.Applied : NoticeOutcome.NoChange;
    }
}
