using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>
/// Takes a payer's picture of a transfer. Who holds the attempt's code may send some, so the room is looked at before anything is decoded, and a picture
/// that lost its place goes again.
/// </summary>
internal sealed class AttachProof(StoreDb db, FreshWrite write, IDocuments documents, TimeProvider clock)
{
    /// <summary>Over: nobody looks for this money any more. Full: there are enough pictures. Missed: the transfer moved at the same moment.</summary>
    internal enum Refusal { None, Over, Full, Missed }

    /// <param name="Picture">What is wrong with the picture itself.</param>
    internal sealed record Result(Refusal Refusal, PhotoRefusal Picture = PhotoRefusal.None);

    public async Task<Result> RunAsync(string attempt, Stream picture, string? note, CancellationToken cancel)
    {
        if (Judge(await Transfers.AsNoTracking().FirstOrDefaultAsync(transfer => transfer.Attempt == attempt, cancel)) is var early and not Refusal.None) return new(early);
        // From here on to the end, or whoever hangs up in between leaves a file that nobody counts.
        var kept = await documents.SaveAsync(picture, accountId: null, CancellationToken.None);
        if (kept.Code is not { } code) return new(Refusal.None, kept.Refusal);
        var refusal = Refusal.Missed;
        try
        {
            refusal = await db.WriteAsync(token => AddAsync(attempt, code, note, token), CancellationToken.None, keep: verdict => verdict == Refusal.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
        }
        catch (DbUpdateException)
        {
            // The same form was sent twice; the first one's picture counts.
            await DropAsync(code);
            throw;
        }
        if (refusal != Refusal.None) await DropAsync(code);
        return new(refusal);
    }

    private IQueryable<Transfer> Transfers => db.Transfers.Include(transfer => transfer.Proofs);

    private async Task<Refusal> AddAsync(string attempt, string picture, string? note, CancellationToken cancel)
    {
        var transfer = await Transfers.FirstOrDefaultAsync(transfer => transfer.Attempt == attempt, cancel);
        var refusal = Judge(transfer);
        if (refusal == Refusal.None) transfer!.Show(picture, note, clock.GetUtcNow().UtcDateTime);
        return refusal;
    }

    private static Refusal Judge(Transfer? transfer) => transfer switch
    {
        { MayBeShown: true, Proofs.Count: < PayerProof.Most } => Refusal.None,
        { MayBeShown: true } => Refusal.Full,
        _ => Refusal.Over,
    };

    private Task<bool> DropAsync(string picture) => write.RunAsync(
        (_, outbox, _) =>
        {
            outbox.Stage(new PapersDropped([picture], []));
            return Task.FromResult(true);
        }, CancellationToken.None);
}
