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
    public async Task RunAsync(CancellationToken cancel)
    {
        while (await db.WriteAsync(ForgetAsync, cancel) == PapersDropped.Most) db.ChangeTracker.Clear();
    }

    private async Task<int> ForgetAsync(CancellationToken cancel)
    {
        var last = clock.GetUtcNow().UtcDateTime - PayerProof.Kept;
        var old = await db.PayerProofs.Where(proof => proof.SentAt < last && proof.Transfer.State > TransferState.Mismatch).OrderBy(proof => proof.SentAt).Take(PapersDropped.Most).ToListAsync(cancel);
        db.RemoveRange(old);
        foreach (var dropped in PapersDropped.Of(old.Select(proof => proof.Picture), [])) outbox.Stage(dropped);
        return old.Count;
    }
}
