using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>Opens a shop's private paper, or a sheet signed for it, for a reviewer.</summary>
internal sealed class LookAtDocument(StoreDb db, IPapers papers)
{
    public async Task<SeenPaper?> RunAsync(string shopCode, string documentCode, CancellationToken cancel) =>
        await db.Licences.AnyAsync(licence => licence.Shop.Code == shopCode && licence.DocumentCode == documentCode, cancel)
        || await db.HelperConsents.AnyAsync(consent => consent.Shop.Code == shopCode && consent.DocumentCode == documentCode, cancel)
            ? await papers.LookAsync(documentCode, "document-seen", $"shop/{shopCode}", cancel)
            : null;
}
