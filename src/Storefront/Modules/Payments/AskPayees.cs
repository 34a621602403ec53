using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>Asks about sellers' accounts that have changed or are not ready yet, with growing pauses.</summary>
[Every(seconds: 30)]
internal sealed class AskPayees(StoreDb db, PayoutBook book, RecordPayout record, TimeProvider clock) : ITimedWork
{
    private const int Batch = 20;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await db.Payees.AsNoTracking().Where(payee => payee.CheckAt <= now).OrderBy(payee => payee.CheckAt).Take(Batch).ToListAsync(cancel);
        foreach (var payee in due) await record.RunAsync(await book.QueryPayeeAsync(payee.Gateway, payee.Ref, cancel), cancel);
    }
}
