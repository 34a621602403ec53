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
    public Task<string?> RunAsync(ShopCard shop, long by, bool renew, CancellationToken cancel) => db.WriteAsync(async token =>
    {
        if (await db.StatementLinks.FirstOrDefaultAsync(link => link.ShopId == shop.Id, token) is { } before)
        {
            db.Remove(before);
            // The old row has to be gone before a new one can take the shop's only place.
            await db.SaveChangesAsync(token);
        }
        audit.Stage(renew ? "link-made" : "link-ended", $"shop/{shop.Code}");
        if (!renew) return null;
        var key = Code.NewSecret();
        db.Add(new StatementLink(shop.Id, key, new(by, clock.GetUtcNow().UtcDateTime)));
        return key;
    }, cancel);
}
