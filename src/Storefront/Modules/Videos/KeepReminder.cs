using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Videos.Model;

namespace Storefront.Modules.Videos;

/// <summary>Somebody signed in wants to be reminded of a show, or no longer. Doing either twice changes nothing.</summary>
internal sealed class KeepReminder(StoreDb db, TimeProvider clock)
{
    /// <returns>False: the show has begun or does not take place.</returns>
    public async Task<bool> RunAsync(string code, long accountId, bool wanted, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(token => KeepAsync(code, accountId, wanted, token), cancel);
        }
        catch (DbUpdateException failure) when (db.IsUniqueClash(failure))
        {
            // The same person's other tap was faster, and wanted the same.
            return true;
        }
    }

    private async Task<bool> KeepAsync(string code, long accountId, bool wanted, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var show = await db.LiveShows.FirstOrDefaultAsync(show => show.Code == code, cancel);
        if (show is null) return false;
        var kept = await db.LiveReminders.FirstOrDefaultAsync(reminder => reminder.ShowId == show.Id && reminder.AccountId == accountId, cancel);
        if (!wanted)
        {
            if (kept is not null) db.Remove(kept);
            return true;
        }
        if (show.CancelledAt is not null || show.StartsAt <= now) return false;
        if (kept is null) db.Add(new LiveReminder { Show = show, AccountId = accountId });
        return true;
    }
}
