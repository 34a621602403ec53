using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>Makes the grower's private link, and with it ends the one before; or only ends it.</summary>
internal sealed class MakeStatementLink(StoreDb db, IAudit audit, TimeProvider clock)
{
    /// <summary>The key of the new link, to be shown once; null where the old one was only ended.</summary>
    public Task<string?> RunAsync(ShopCard shop, long account, bool renew, CancellationToken cancel) => db.WriteAsync(async token =>
    {
        var link = await db.StatementLinks.FirstOrDefaultAsync(link => link.ShopId == shop.Id, token);
        audit.Stage(renew ? "link-made" : "link-ended", $"shop/{shop.Code}");
        if (!renew)
        {
            if (link is not null) db.Remove(link);
            return null;
        }
        var (key, by) = (Code.NewSecret(), new Signature(account, clock.GetUtcNow().UtcDateTime));
        if (link is null) db.Add(new StatementLink(shop.Id, key, by));
        else link.Renew(key, by);
        return key;
    }, cancel);
}
