using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>Opens a shop's private paper for a reviewer. The look is in the audit log before the first byte leaves.</summary>
internal sealed class LookAtDocument(StoreDb db, IDocuments documents, IAudit audit)
{
    internal sealed record Picture(byte[] Bytes, string ContentType);

    public async Task<Picture?> RunAsync(string shopCode, string documentCode, CancellationToken cancel)
    {
        if (!await db.Licences.AnyAsync(licence => licence.Shop.Code == shopCode && licence.DocumentCode == documentCode, cancel)) return null;
        if (await documents.OpenAsync(documentCode, cancel) is not { } found) return null;
        audit.Stage("document-seen", $"shop/{shopCode}");
        await db.SaveChangesAsync(cancel);
        return new(found.Bytes, found.ContentType);
    }
}
