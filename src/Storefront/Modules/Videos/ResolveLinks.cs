using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Videos.Model;
using Storefront.Modules.Videos.Platforms;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>Looks up short links, where the settings want it. A try is counted and its pause begins before the platform is asked, so that a killed try costs one try.</summary>
[Every(seconds: 60)]
internal sealed class ResolveLinks(StoreDb db, VideoOptions options, IEnumerable<IVideoPlatform> platforms, ResolveLink resolve, RecordLookup record, TimeProvider clock) : ITimedWork
{
    private const int Batch = 20;

    public async Task RunAsync(CancellationToken cancel)
    {
        if (!options.Resolve) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var names = platforms.Where(platform => platform.WayHosts.Count > 0).Select(platform => platform.Name).ToList();
        var due = await db.Videos.AsNoTracking()
            .Where(video => video.Kind == VideoKind.ShortLink && video.Lookup == LookupState.Open && video.LookupAt <= now && names.Contains(video.Platform))
            .OrderBy(video => video.LookupAt).ThenBy(video => video.Id)
            .Select(video => new { video.Id, video.Platform, video.Canonical, video.LookupTries })
            .Take(Batch).ToListAsync(cancel);
        foreach (var link in due)
        {
            if (!await ClaimAsync(link.Id, link.LookupTries, now, cancel)) continue;
            await record.RunAsync(link.Id, link.LookupTries + 1, await resolve.RunAsync(link.Platform, link.Canonical, cancel), cancel);
        }
    }

    /// <summary>5, 20, 80 minutes, then 5 and 21 hours: long enough that no two nodes ask at once, whatever they think of the time.</summary>
    public static TimeSpan Pause(int tries) => TimeSpan.FromMinutes(5 * Math.Pow(4, Math.Min(tries, 4)));

    private Task<bool> ClaimAsync(long id, int tries, DateTime now, CancellationToken cancel) => db.WriteAsync(
        async token => await db.Videos.Where(video => video.Id == id && video.Lookup == LookupState.Open && video.LookupTries == tries)
            .ExecuteUpdateAsync(set => set.SetProperty(video => video.LookupTries, tries + 1).SetProperty(video => video.LookupAt, now + Pause(tries)), token) == 1,
        cancel);
}
