using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Videos.Model;

namespace Storefront.Modules.Videos;

/// <summary>A short link that was given up is asked about again from the start.</summary>
internal sealed class RetryLookup(StoreDb db, TimeProvider clock)
{
    /// <returns>False: there is nothing to ask about any more.</returns>
    public Task<bool> RunAsync(string code, CancellationToken cancel) => db.WriteAsync(
        async token =>
        {
            if (await db.Videos.FirstOrDefaultAsync(video => video.Code == code && video.Lookup == LookupState.GaveUp, token) is not { } video) return false;
            video.ReopenLookup(clock.GetUtcNow().UtcDateTime);
            return true;
        },
        cancel);
}
