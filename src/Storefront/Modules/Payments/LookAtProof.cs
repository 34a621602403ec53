using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>Opens a proof of a transfer, finance's own or the payer's.</summary>
internal sealed class LookAtProof(StoreDb db, IPapers papers)
{
    public async Task<SeenPaper?> RunAsync(string transferCode, string proof, CancellationToken cancel) =>
        await db.TransferMoves.AnyAsync(move => move.Transfer.Code == transferCode && move.Proof == proof, cancel)
            || await db.PayerProofs.AnyAsync(shown => shown.Transfer.Code == transferCode && shown.Picture == proof, cancel)
            ? await papers.LookAsync(proof, "document-seen", $"transfer/{transferCode}", cancel)
            : null;
}
