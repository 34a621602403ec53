using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>
/// Sends staged remittances, asks about those whose answer was lost, and takes back those that a person wants back. A remittance that was ever tried is asked about
/// before it is sent again: vendors forget idempotency keys, and a crash must not pay twice however long it lasted.
/// </summary>
[Every(seconds: 10)]
internal sealed class SendRemittances(StoreDb db, PayoutBook book, RecordPayout record, TimeProvider clock) : ITimedWork
{
    private const int Batch = 50;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Remittances.Where(one => one.NextTryAt <= now).OrderBy(one => one.NextTryAt).Select(one => one.Id).Take(Batch).ToListAsync(cancel);
        foreach (var id in due)
        {
            if (await record.BeginAsync(id, cancel) is not { } begun) continue;
            if (begun.State == RemittanceState.Returning) await ReverseAsync(begun, cancel);
            else await record.RunAsync(begun.Payee.Gateway, await SendAsync(begun, cancel), cancel);
        }
    }

    private async Task<RemittanceSeen> SendAsync(Remittance begun, CancellationToken cancel)
    {
        if (begun.Tries > 1)
        {
            var known = await book.QueryAsync(begun.Payee.Gateway, begun.Request, cancel);
            if (known.Status != RemittanceStatus.NotFound) return known;
        }
        return await book.SendAsync(begun.Payee.Gateway, begun.Request, cancel);
    }

    private async Task ReverseAsync(Remittance begun, CancellationToken cancel)
    {
        var seen = await book.ReverseAsync(begun.Payee.Gateway, begun.Reversal, cancel);
        if (seen.Status == ReversalStatus.Refused)
        {
            // Perhaps because it has come back already, and its notice was lost: a no counts only beside the vendor's word on what is back.
            var known = await book.QueryAsync(begun.Payee.Gateway, begun.Request, cancel);
            await record.RunAsync(begun.Payee.Gateway, known, cancel);
            if (known.Status != RemittanceStatus.Done) seen = seen with { Status = ReversalStatus.Unknown };
        }
        await record.RunAsync(begun.Payee.Gateway, seen, cancel);
    }
}
