using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>A show does not take place: it leaves the shop's page, and whoever wanted to be reminded is told.</summary>
internal sealed class CallOffLive(StoreDb db, INotices notices, LiveBoard board, IPageCache cache, TimeProvider clock)
{
    /// <returns>False: the shop has no such show.</returns>
    public async Task<bool> RunAsync(ShopCard shop, string code, CancellationToken cancel)
    {
        if (!await db.WriteAsync(token => CallOffAsync(shop, code, token), cancel)) return false;
        board.Forget();
        await cache.EvictAsync($"shop:{shop.Code}");
        return true;
    }

    private async Task<bool> CallOffAsync(ShopCard shop, string code, CancellationToken cancel)
    {
        var show = await db.LiveShows.Include(show => show.Reminders).FirstOrDefaultAsync(show => show.Code == code && show.ShopId == shop.Id, cancel);
        if (show is null) return false;
        var now = clock.GetUtcNow().UtcDateTime;
        if (show.CancelledAt is not null || show.StartsAt <= now) return true;
        show.CancelledAt = now;
        foreach (var reminder in show.Reminders) notices.Stage(reminder.AccountId, "sellvideos.notice.called_off", [shop.Name, show.About], $"/s/{shop.Code}");
        return true;
    }
}
