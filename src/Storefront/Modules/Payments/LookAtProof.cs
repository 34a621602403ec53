using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>Opens a proof of a transfer, finance's own or the payer's. The look is in the audit log before the first byte leaves.</summary>
internal sealed class LookAtProof(StoreDb db, IDocuments documents, IAudit audit)
{
    internal sealed record Picture(byte[] Bytes, string ContentType);

    public async Task<Picture?> RunAsync(string transferCode, string proof, CancellationToken cancel)
    {
        if (!await db.TransferMoves.AnyAsync(move => move.Transfer.Code == transferCode && move.Proof == proof, cancel)
            && !await db.PayerProofs.AnyAsync(shown => shown.Transfer.Code == transferCode && shown.Picture == proof, cancel)) return null;
        if (await documents.OpenAsync(proof, cancel) is not { } found) return null;
        audit.Stage("document-seen", $"transfer/{transferCode}");
        await db.SaveChangesAsync(cancel);
        return new(found.Bytes, found.ContentType);
    }
}
