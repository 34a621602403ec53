using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>What waits for a reviewer, the longest waiting first.</summary>
internal sealed class Queue(StoreDb db)
{
    /// <param name="IsRenewal">A new paper of a shop that trades, not an application.</param>
    internal sealed record Entry(string Code, string Name, string Place, DateTime QueuedAt, bool IsRenewal);

    public async Task<Page<Entry>> PageAsync(int page, CancellationToken cancel)
    {
        var rows = await db.Shops.AsNoTracking().Where(shop => shop.QueuedAt != null).OrderBy(shop => shop.QueuedAt).ThenBy(shop => shop.Id).Take(page, Paging.Size)
            .Select(shop => new Entry(shop.Code, shop.Name, shop.Place, shop.QueuedAt!.Value, shop.State != ShopState.Submitted)).ToListAsync(cancel);
        return rows.ToPage(page, Paging.Size);
    }

    /// <summary>Signed sheets of growers that wait to be compared.</summary>
    public Task<int> SheetsAsync(CancellationToken cancel) => db.HelperConsents.CountAsync(consent => consent.State == ConsentState.Filed, cancel);

    /// <summary>How many applications wait for us, how many new papers, how many sellers have something to change.</summary>
    public async Task<(int Applications, int Renewals, int Asked)> CountAsync(CancellationToken cancel)
    {
        var counts = await db.Shops.Where(shop => shop.QueuedAt != null || shop.State == ShopState.ChangesRequested)
            .GroupBy(shop => shop.State).Select(group => new { State = group.Key, Count = group.Count() }).ToListAsync(cancel);
        int Of(Func<ShopState, bool> states) => counts.Where(count => states(count.State)).Sum(count => count.Count);
        return (Of(state => state == ShopState.Submitted), Of(state => state is ShopState.Approved or ShopState.Paused), Of(state => state == ShopState.ChangesRequested));
    }
}
