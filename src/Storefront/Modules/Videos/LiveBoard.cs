using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Videos.Contracts;
using Storefront.Modules.Videos.Model;

namespace Storefront.Modules.Videos;

/// <summary>
/// What is announced in the whole market, read once a minute at most: shop pages are many and announcements few, and a shop page is kept for a minute
/// anyway. A change on this node is seen at once, on others within that minute.
/// </summary>
internal sealed class LiveBoard(IServiceScopeFactory scopes, TimeProvider clock) : ILiveShows
{
    private const int Room = 2_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private volatile Sheet? _sheet;

    public async Task<IReadOnlyList<LiveCard>> UpcomingAsync(long shopId, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var sheet = _sheet is { } known && known.Until > now ? known : _sheet = await ReadAsync(now, cancel);
        return [.. sheet.ByShop[shopId].Where(show => show.StartsAt > now - LiveShow.Lasts)];
    }

    public void Forget() => _sheet = null;

    private async Task<Sheet> ReadAsync(DateTime now, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var since = now - LiveShow.Lasts;
        var shows = await scope.ServiceProvider.GetRequiredService<StoreDb>().LiveShows.AsNoTracking()
            .Where(show => show.StartsAt > since && show.CancelledAt == null).OrderBy(show => show.StartsAt).Take(Room)
            .Select(show => new LiveCard(show.Code, show.ShopId, show.About, show.Platform, show.Link, show.StartsAt)).ToListAsync(cancel);
        return new(shows.ToLookup(show => show.ShopId), now + Life);
    }

    private sealed record Sheet(ILookup<long, LiveCard> ByShop, DateTime Until);
}
