using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>Writes down where a short link leads, or why nobody knows, and makes the pages anew on which the video stands.</summary>
internal sealed class RecordLookup(StoreDb db, OfferedPlayers players, IShops shops, IPageCache cache, TimeProvider clock)
{
    public const int MostTries = 5;

    /// <param name="id">The video.</param>
    /// <param name="tries">The number of the try that brought this answer: an answer that comes after another try has begun is not written.</param>
    public async Task RunAsync(long id, int tries, ResolveLink.Result result, CancellationToken cancel)
    {
        try
        {
            if (await db.WriteAsync(token => RecordAsync(id, tries, result, token), cancel) is { } changed) await EvictAsync(changed, cancel);
        }
        catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || db.IsUniqueClash(lost))
        {
            // The seller pasted the very video meanwhile: the next try finds it.
            db.ChangeTracker.Clear();
        }
    }

    private async Task<Changed?> RecordAsync(long id, int tries, ResolveLink.Result result, CancellationToken cancel)
    {
        var video = await db.Videos.FirstOrDefaultAsync(video => video.Id == id && video.Lookup == LookupState.Open && video.LookupTries == tries, cancel);
        if (video is null) return null;
        var now = clock.GetUtcNow().UtcDateTime;
        if (result.Link is not { } link)
        {
            if (result.Failure is LookupFailure.NoAnswer or LookupFailure.NotPublic && tries < MostTries) video.MissLookup(result.Failure);
            else video.GiveUpLookup(result.Failure, now);
            return null;
        }

        var goods = await db.VideoTies.Where(tie => tie.VideoId == id).Select(tie => tie.ProductCode).ToListAsync(cancel);
        var same = await db.Videos.FirstOrDefaultAsync(other => other.ShopId == video.ShopId && other.Platform == link.Platform && other.PlatformId == link.Id && other.Id != id, cancel);
        if (same is null)
        {
            video.Resolve(link, players.AddressOf(link), now);
            return new(video.ShopId, goods);
        }

        await MoveTiesAsync(id, same, cancel);
        video.JoinInto(same, now);
        return new(video.ShopId, goods);
    }

    private async Task MoveTiesAsync(long from, Video to, CancellationToken cancel)
    {
        var ties = await db.VideoTies.Where(tie => tie.VideoId == from || tie.VideoId == to.Id).ToListAsync(cancel);
        var there = ties.Where(tie => tie.VideoId == to.Id).Select(tie => tie.ProductCode).ToHashSet(StringComparer.Ordinal);
        foreach (var tie in ties.Where(tie => tie.VideoId == from))
        {
            db.Remove(tie);
            if (!there.Contains(tie.ProductCode)) db.Add(new VideoTie { ProductCode = tie.ProductCode, Video = to });
        }
    }

    private async Task EvictAsync(Changed changed, CancellationToken cancel)
    {
        var shop = await shops.FindAsync(changed.ShopId, cancel);
        await cache.EvictAsync(["videos", "goods", $"shop:{shop?.Code}", .. changed.Goods.Select(code => $"product:{code}")]);
    }

    private sealed record Changed(long ShopId, IReadOnlyList<string> Goods);
}
