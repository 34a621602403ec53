using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

internal sealed class StatementLinksDesk(StoreDb db, IShops shops, TimeProvider clock) : IStatementLinks
{
    public async Task<ShopCard?> OpenAsync(string key, CancellationToken cancel)
    {
        var (hash, now) = (LinkKey.HashOf(key), clock.GetUtcNow().UtcDateTime);
        if (await db.StatementLinks.AsNoTracking().Where(link => link.KeyHash == hash).Select(link => new { link.ShopId, link.LastUsedAt }).FirstOrDefaultAsync(cancel) is not { } link) return null;
        if (link.LastUsedAt is null || now - link.LastUsedAt > StatementLink.NoteEvery)
            await db.WriteAsync(token => db.StatementLinks.Where(one => one.KeyHash == hash).ExecuteUpdateAsync(set => set.SetProperty(one => one.LastUsedAt, now), token), cancel);
        return await shops.FindAsync(link.ShopId, cancel);
    }
}
