using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>Payers' pictures go some time after their transfer is over: what proves the books is finance's own.</summary>
[Every(seconds: 6 * 60 * 60)]
internal sealed class ForgetProofs(StoreDb db, Outbox outbox, TimeProvider clock) : ITimedWork
{
    private const int Batch = 200;

    public Task RunAsync(CancellationToken cancel) => db.WriteAsync(
        async token =>
        {
            var last = clock.GetUtcNow().UtcDateTime - PayerProof.Kept;
            var old = await db.PayerProofs.Where(proof => proof.SentAt < last && proof.Transfer.State > TransferState.Mismatch).OrderBy(proof => proof.SentAt).Take(Batch).ToListAsync(token);
            if (old.Count == 0) return;
            db.RemoveRange(old);
            outbox.Stage(new PapersDropped(old.ConvertAll(proof => proof.Picture), []));
        },
        cancel);
}
