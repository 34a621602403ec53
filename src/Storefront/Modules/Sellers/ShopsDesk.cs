using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

internal sealed class ShopsDesk(StoreDb db, TimeProvider clock) : IShops
{
    internal static readonly Expression<Func<Shop, ShopCard>> Card =
        shop => new(shop.Id, shop.Code, shop.Name, shop.Place, shop.RegionCode, shop.Story, shop.PhotoCode, shop.State);

    private static readonly Func<StoreDb, long, CancellationToken, Task<ShopCard?>> ById = EF.CompileAsyncQuery((StoreDb db, long id, CancellationToken cancel) =>
        db.Set<Shop>().AsNoTracking().Where(shop => shop.Id == id).Select(Card).FirstOrDefault());

    public Task<ShopCard?> FindAsync(string code, CancellationToken cancel) =>
        db.Shops.AsNoTracking().Where(shop => shop.Code == code).Select(Card).FirstOrDefaultAsync(cancel);

    public Task<ShopCard?> FindAsync(long id, CancellationToken cancel) => ById(db, id, cancel);

    public async Task<IReadOnlyDictionary<long, ShopCard>> FindManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
        ids.Count == 0 ? new() : await db.Shops.AsNoTracking().Where(shop => ids.Contains(shop.Id)).Select(Card).ToDictionaryAsync(shop => shop.Id, cancel);

    public async Task<Page<ShopCard>> OpenAsync(int page, CancellationToken cancel)
    {
        var rows = await db.Shops.AsNoTracking().Where(shop => shop.State == ShopState.Approved).OrderByDescending(shop => shop.Id)
            .Take(page, Paging.Size).Select(Card).ToListAsync(cancel);
        return rows.ToPage(page, Paging.Size);
    }

    public async Task<IReadOnlyCollection<(long ShopId, string Category)>> ForbiddenAsync(IReadOnlyCollection<(long ShopId, string Category)> goods, CancellationToken cancel)
    {
        var ids = goods.Select(good => good.ShopId).Distinct().ToList();
        if (ids.Count == 0) return [];
        var shops = await db.Shops.AsNoTracking().Where(shop => ids.Contains(shop.Id))
            .Select(shop => new
            {
                shop.Id,
                shop.State,
                Papers = shop.Licences.Where(licence => licence.State == LicenceState.Accepted).Select(licence => new { licence.Covers, licence.ExpiresOn }).ToList(),
            })
            .ToDictionaryAsync(shop => shop.Id, cancel);
        var today = LocalTime.Today(clock);
        return [.. goods.Distinct().Where(good => !shops.TryGetValue(good.ShopId, out var shop) || shop.State != ShopState.Approved
            || Licence.HasLapsed(shop.Papers.Select(paper => (paper.Covers, paper.ExpiresOn)), good.Category, today))];
    }

    public async Task<IReadOnlyList<LicenceLine>> LicencesAsync(long shopId, CancellationToken cancel)
    {
        var today = LocalTime.Today(clock);
        var papers = await db.Licences.AsNoTracking()
            .Where(licence => licence.ShopId == shopId && licence.State == LicenceState.Accepted && (licence.ExpiresOn == null || licence.ExpiresOn >= today))
            .OrderBy(licence => licence.Id).Select(licence => new { licence.Kind, licence.Number, licence.ExpiresOn }).ToListAsync(cancel);
        return [.. papers.Select(paper => new LicenceLine($"sellers.licence.line.{paper.Kind}", paper.Number ?? "", paper.ExpiresOn))];
    }

    public async Task<IReadOnlyList<long>> MembersAsync(long shopId, CancellationToken cancel) =>
        await db.ShopMembers.Where(member => member.ShopId == shopId).AtWork(db).OrderBy(member => member.Id).Select(member => member.AccountId).ToListAsync(cancel);

    public async Task<IReadOnlyList<ShopCard>> OwnedAloneAsync(long accountId, CancellationToken cancel) =>
        await db.Shops.AsNoTracking().OwnedAlone(accountId).OrderBy(shop => shop.Id).Select(Card).ToListAsync(cancel);
}
