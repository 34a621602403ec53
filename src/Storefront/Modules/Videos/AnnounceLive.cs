using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>Puts a live show on the shop's page.</summary>
internal sealed class AnnounceLive(StoreDb db, ReadShareText read, LiveBoard board, IPageCache cache, TimeProvider clock)
{
    public enum Outcome { Announced, NoLink, Past, TooFar, TooMany }

    /// <param name="ShareText">What the live app copied, may be empty; the platform in it counts before the one chosen.</param>
    public sealed record Request(string About, DateTime StartsAt, string? Platform, string? ShareText);

    public async Task<Outcome> RunAsync(ShopCard shop, Request request, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (request.StartsAt <= now) return Outcome.Past;
        if (request.StartsAt > now + LiveShow.FurthestAhead) return Outcome.TooFar;
        var link = string.IsNullOrWhiteSpace(request.ShareText) ? null : read.Run(request.ShareText).Link;
        if (!string.IsNullOrWhiteSpace(request.ShareText) && link?.Canonical is null) return Outcome.NoLink;
        var show = new LiveShow { Code = Code.NewPublic(), ShopId = shop.Id, About = request.About, Platform = link?.Platform ?? request.Platform, Link = link?.Canonical, StartsAt = request.StartsAt };
        var outcome = await db.WriteAsync(token => AddAsync(show, now, token), cancel, keep: outcome => outcome == Outcome.Announced);
        if (outcome != Outcome.Announced) return outcome;
        board.Forget();
        await cache.EvictAsync($"shop:{shop.Code}");
        return outcome;
    }

    private async Task<Outcome> AddAsync(LiveShow show, DateTime now, CancellationToken cancel)
    {
        if (await db.LiveShows.CountAsync(known => known.ShopId == show.ShopId && known.StartsAt > now && known.CancelledAt == null, cancel) >= LiveShow.MostAhead) return Outcome.TooMany;
        db.Add(show);
        return Outcome.Announced;
    }
}
