using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Moderation.Contracts;

namespace Storefront.Modules.Moderation;

internal sealed class PapersDesk(StoreDb db, IDocuments documents, IAudit audit) : IPapers
{
    public async Task<SeenPaper?> LookAsync(string code, string act, string subject, CancellationToken cancel)
    {
        if (await documents.OpenAsync(code, cancel) is not { } found) return null;
        audit.Stage(act, subject);
        await db.SaveChangesAsync(cancel);
        return new(found.Bytes, found.ContentType);
    }
}
