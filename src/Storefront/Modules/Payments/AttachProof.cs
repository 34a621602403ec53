using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>
/// Takes a payer's picture of a transfer. Who holds the attempt's code may send some, so the room is looked at before anything is decoded, and a picture
/// that lost its place goes again.
/// </summary>
internal sealed class AttachProof(StoreDb db, IDocuments documents, TimeProvider clock)
{
    /// <summary>Over: nobody looks for this money any more. Full: there are enough pictures. Missed: the transfer moved at the same moment.</summary>
    internal enum Refusal { None, Over, Full, Missed }

    /// <param name="Picture">What is wrong with the picture itself.</param>
    internal sealed record Result(Refusal Refusal, PhotoRefusal Picture = PhotoRefusal.None);

    public async Task<Result> RunAsync(string attempt, Stream picture, string? note, CancellationToken cancel)
    {
        if (await JudgeAsync(await db.Transfers.AsNoTracking().FirstOrDefaultAsync(transfer => transfer.Attempt == attempt, cancel), cancel) is var early and not Refusal.None) return new(early);
        // From here on to the end, or whoever hangs up in between leaves a file that nobody counts.
        var kept = await documents.SaveAsync(picture, accountId: null, CancellationToken.None);
        if (kept.Code is not { } code) return new(Refusal.None, kept.Refusal);
        return new(await documents.PlaceAsync(code, () => ShowAsync(attempt, code, note), refusal => refusal == Refusal.None));
    }

    private async Task<Refusal> ShowAsync(string attempt, string picture, string? note)
    {
        try
        {
            return await db.WriteAsync(token => AddAsync(attempt, picture, note, token), CancellationToken.None, keep: verdict => verdict == Refusal.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Refusal.Missed;
        }
    }

    private async Task<Refusal> AddAsync(string attempt, string picture, string? note, CancellationToken cancel)
    {
        var transfer = await db.Transfers.Include(transfer => transfer.Proofs).FirstOrDefaultAsync(transfer => transfer.Attempt == attempt, cancel);
        var refusal = await JudgeAsync(transfer, cancel);
        if (refusal == Refusal.None) transfer!.Show(picture, note, clock.GetUtcNow().UtcDateTime);
        return refusal;
    }

    private async Task<Refusal> JudgeAsync(Transfer? transfer, CancellationToken cancel) => transfer switch
    {
        { MayBeShown: true } => await db.ProofsBeside(transfer.Attempt).CountAsync(cancel) < PayerProof.Most ? Refusal.None : Refusal.Full,
        _ => Refusal.Over,
    };
}
