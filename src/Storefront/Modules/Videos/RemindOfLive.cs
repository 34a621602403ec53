using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>
/// Tells those who asked, a quarter of an hour before a show, each once: the notice and the mark that it was given are saved together. A show that began
/// while the timer stood still is told of late rather than never.
/// </summary>
[Every(seconds: 60)]
internal sealed class RemindOfLive(StoreDb db, INotices notices, IShops shops, TimeProvider clock) : ITimedWork
{
    public static readonly TimeSpan Before = TimeSpan.FromMinutes(15);
    private const int AtOnce = 200;

    public async Task RunAsync(CancellationToken cancel)
    {
        while (await db.WriteAsync(TellAsync, cancel) == AtOnce) db.ChangeTracker.Clear();
    }

    private async Task<int> TellAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (soon, over) = (now + Before, now - LiveShow.Lasts);
        var due = await db.LiveReminders.Include(reminder => reminder.Show)
            .Where(reminder => reminder.ToldAt == null && reminder.Show.StartsAt <= soon && reminder.Show.StartsAt > over && reminder.Show.CancelledAt == null)
            .OrderBy(reminder => reminder.Id).Take(AtOnce).ToListAsync(cancel);
        var cards = await shops.FindManyAsync([.. due.Select(reminder => reminder.Show.ShopId).Distinct()], cancel);
        foreach (var reminder in due)
        {
            reminder.ToldAt = now;
            var show = reminder.Show;
            if (cards.GetValueOrDefault(show.ShopId) is { State: ShopState.Approved or ShopState.Paused } shop)
                notices.Stage(reminder.AccountId, "sellvideos.notice.soon", [shop.Name, show.About, $"{LocalTime.Of(show.StartsAt):HH:mm}"], $"/live/{show.Code}");
        }
        return due.Count;
    }
}
