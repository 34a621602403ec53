using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Moderation.Contracts;

namespace Storefront.Modules.Ledger;

/// <summary>Opens the bank's slip of a payout for finance. The look is in the audit log before the first byte leaves.</summary>
internal sealed class LookAtProof(StoreDb db, IDocuments documents, IAudit audit)
{
    internal sealed record Picture(byte[] Bytes, string ContentType);

    public async Task<Picture?> RunAsync(string line, CancellationToken cancel)
    {
        if (await db.PayoutLines.Where(one => one.Code == line).Select(one => one.ProofCode).FirstOrDefaultAsync(cancel) is not { } proof) return null;
        if (await documents.OpenAsync(proof, cancel) is not { } found) return null;
        audit.Stage("payout-proof-seen", $"payout/{line}");
        await db.SaveChangesAsync(cancel);
        return new(found.Bytes, found.ContentType);
    }
}
