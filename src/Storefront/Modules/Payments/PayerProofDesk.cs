using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

internal sealed class PayerProofDesk(StoreDb db, Outbox outbox) : IPayerProofs
{
    /// <summary>As many codes as go into one query without meeting an engine's limit.</summary>
    private const int Chunk = 500;

    public async Task<IReadOnlyList<PayerProofCard>> FindAsync(IReadOnlyCollection<string> payments, CancellationToken cancel) =>
        [.. (await OfAsync(payments, cancel)).Select(found => new PayerProofCard(found.Payment, found.Proof.SentAt, found.Proof.Note)).OrderBy(card => card.SentAt)];

    public async Task StageForgetAsync(IReadOnlyCollection<string> payments, CancellationToken cancel)
    {
        var gone = (await OfAsync(payments, cancel)).ConvertAll(found => found.Proof);
        db.RemoveRange(gone);
        foreach (var dropped in PapersDropped.Of(gone.Select(proof => proof.Picture), [])) outbox.Stage(dropped);
    }

    private async Task<List<(string Payment, PayerProof Proof)>> OfAsync(IReadOnlyCollection<string> payments, CancellationToken cancel)
    {
        var found = new List<(string, PayerProof)>();
        foreach (var some in payments.Chunk(Chunk))
        {
            var rows = await (
                from attempt in db.PaymentAttempts
                where some.Contains(attempt.Payment.Code)
                join transfer in db.Transfers on attempt.Code equals transfer.Attempt
                join proof in db.PayerProofs on transfer.Id equals proof.TransferId
                select new { attempt.Payment.Code, Proof = proof }).ToListAsync(cancel);
            found.AddRange(rows.Select(row => (row.Code, row.Proof)));
        }
        return found;
    }
}
