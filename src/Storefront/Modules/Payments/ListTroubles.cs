using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

internal enum Trouble { Unknown, Refunds, Payouts, Surplus, Notices }

/// <summary>Where failure shows: attempts nobody knows about, refunds that do not go through, payouts that nobody answers for, money that came unasked, notices that need a person.</summary>
internal sealed class ListTroubles(StoreDb db)
{
    /// <param name="Code">Payment's or payout's code, or for a notice what it speaks of.</param>
    /// <param name="Retry">Code of a refund that may be sent again.</param>
    internal sealed record Row(DateTime? Since, string Code, string Gateway, Money? Amount, string? Why, string? Retry = null);

    public async Task<Page<Row>> RunAsync(Trouble which, int page, CancellationToken cancel)
    {
        var rows = which switch
        {
            Trouble.Unknown => db.PaymentAttempts.AsNoTracking().Where(attempt => attempt.State == AttemptState.Unknown).OrderBy(attempt => attempt.UnknownSince).ThenBy(attempt => attempt.Id)
                .Select(attempt => new Row(attempt.UnknownSince, attempt.Payment.Code, attempt.Gateway, attempt.Amount, attempt.Why, null)),
            Trouble.Refunds => db.Refunds.AsNoTracking()
                .Where(refund => refund.State == RefundState.Failed || ((refund.State == RefundState.Staged || refund.State == RefundState.Sent) && refund.Tries >= Refund.Worrying))
                .OrderBy(refund => refund.Id)
                .Select(refund => new Row(refund.CreatedAt, refund.Payment.Code, refund.Attempt.Gateway, refund.Amount, refund.Why, refund.State == RefundState.Failed ? refund.Code : null)),
            Trouble.Payouts => db.Remittances.AsNoTracking()
                .Where(one => (one.State == RemittanceState.Staged || one.State == RemittanceState.Returning) && one.Tries >= Remittance.Worrying).OrderBy(one => one.Id)
                .Select(one => new Row(one.CreatedAt, one.Code, one.Payee.Gateway, one.Amount, one.Why, null)),
            Trouble.Surplus => db.PaymentAttempts.AsNoTracking().Where(attempt => attempt.Surplus).OrderByDescending(attempt => attempt.Id)
                .Select(attempt => new Row(attempt.PaidAt, attempt.Payment.Code, attempt.Gateway, attempt.Amount, null, null)),
            _ => db.GatewayNotices.AsNoTracking().Where(notice => notice.Outcome >= NoticeOutcome.WrongSum).OrderByDescending(notice => notice.Id)
                .Select(notice => new Row(notice.At, notice.Attempt, notice.Gateway, null, notice.Raw, null)),
        };
        return (await rows.Take(page, Paging.Size).ToListAsync(cancel)).ToPage(page, Paging.Size);
    }
}
