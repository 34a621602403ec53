using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;

namespace Storefront.Modules.Videos;

/// <summary>Which live shows a person wanted to be reminded of.</summary>
internal sealed class KeptReminders(StoreDb db) : IPersonalData
{
    public string Name => "reminders of live shows";

    public async Task<object?> ExportAsync(long accountId, CancellationToken cancel)
    {
        var kept = await db.LiveReminders.AsNoTracking().Where(reminder => reminder.AccountId == accountId).OrderBy(reminder => reminder.Id)
            .Select(reminder => new { reminder.Show.About, reminder.Show.StartsAt, reminder.ToldAt }).ToListAsync(cancel);
        return kept.Count == 0 ? null : kept;
    }

    public Task EraseAsync(long accountId, DateTime now, CancellationToken cancel) =>
        db.LiveReminders.Where(reminder => reminder.AccountId == accountId).ExecuteDeleteAsync(cancel);
}
