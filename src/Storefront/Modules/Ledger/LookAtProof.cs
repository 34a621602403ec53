using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Moderation.Contracts;

namespace Storefront.Modules.Ledger;

/// <summary>Opens the bank's slip of a payout for finance.</summary>
internal sealed class LookAtProof(StoreDb db, IPapers papers)
{
    public async Task<SeenPaper?> RunAsync(string line, CancellationToken cancel) =>
        await db.PayoutLines.Where(one => one.Code == line).Select(one => one.ProofCode).FirstOrDefaultAsync(cancel) is { } proof
            ? await papers.LookAsync(proof, "payout-proof-seen", $"payout/{line}", cancel)
            : null;
}
