using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Demo;

/// <summary>Orders of the demo market for goods that stand in a video were brought by it.</summary>
internal sealed class BringDemoOrders(StoreDb db, IVideos videos) : IDemoStep
{
    public int Order => 56;

    public async Task RunAsync(CancellationToken cancel)
    {
        var orders = await db.Orders.AsNoTracking().Include(order => order.Lines).OrderBy(order => order.Id).ToListAsync(cancel);
        foreach (var order in orders)
        {
            if (await videos.OfProductAsync(order.Lines[0].ProductCode, cancel) is not [{ Code: var code }, ..]) continue;
            await db.WriteAsync(token => db.Orders.Where(one => one.Id == order.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.VideoCode, code), token), cancel);
        }
    }
}
