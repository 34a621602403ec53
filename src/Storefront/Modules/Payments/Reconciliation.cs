using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

internal sealed class Reconciliation(StoreDb db, ListTroubles troubles) : IReconciliation
{
    public async Task<MoneyMoved> MovedAsync(CancellationToken cancel) => new(
        new(await db.PaymentAttempts.Where(attempt => attempt.State == AttemptState.Paid).SumAsync(attempt => attempt.Amount.Fen, cancel)),
        new(await db.Refunds.Where(refund => refund.State == RefundState.Succeeded).SumAsync(refund => refund.Amount.Fen, cancel)));

    public async Task<Page<OpenMatterRow>> OpenAsync(OpenMatter which, int page, CancellationToken cancel) => which switch
    {
        OpenMatter.Differs => Plain(await troubles.RunAsync(Trouble.Notices, page, cancel)),
        OpenMatter.Unknown => Plain(await troubles.RunAsync(Trouble.Unknown, page, cancel)),
        OpenMatter.Surplus => await SurplusAsync(page, cancel),
        _ => await RefundsAsync(page, cancel),
    };

    private static Page<OpenMatterRow> Plain(Page<ListTroubles.Row> rows) => rows.Map(row => new OpenMatterRow(row.Since, row.Code, row.Gateway, row.Amount, null, row.Why));

    private async Task<Page<OpenMatterRow>> SurplusAsync(int page, CancellationToken cancel)
    {
        var rows = await db.PaymentAttempts.AsNoTracking().Where(attempt => attempt.Surplus).OrderByDescending(attempt => attempt.Id)
            .Select(attempt => new
            {
                attempt.PaidAt,
                attempt.Payment.Code,
                attempt.Gateway,
                attempt.Amount.Fen,
                Refund = db.Set<Refund>().Where(refund => refund.AttemptId == attempt.Id).Select(refund => (RefundState?)refund.State).FirstOrDefault(),
            }).Take(page, Paging.Size).ToListAsync(cancel);
        return rows.ToPage(page, Paging.Size).Map(row => new OpenMatterRow(row.PaidAt, row.Code, row.Gateway, new(row.Fen), row.Refund is { } state ? Words.Of(state) : null, null));
    }

    private async Task<Page<OpenMatterRow>> RefundsAsync(int page, CancellationToken cancel)
    {
        var rows = await db.Refunds.AsNoTracking().Where(refund => refund.State != RefundState.Succeeded).OrderBy(refund => refund.Id)
            .Select(refund => new { refund.CreatedAt, refund.Payment.Code, refund.Attempt.Gateway, refund.Amount.Fen, refund.State, refund.Why }).Take(page, Paging.Size).ToListAsync(cancel);
        return rows.ToPage(page, Paging.Size).Map(row => new OpenMatterRow(row.CreatedAt, row.Code, row.Gateway, new(row.Fen), Words.Of(row.State), row.Why));
    }
}
