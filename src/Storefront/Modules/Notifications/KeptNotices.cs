using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;

namespace Storefront.Modules.Notifications;

/// <summary>A person's messages.</summary>
internal sealed class KeptNotices(StoreDb db, Texts texts) : IPersonalData
{
    public string Name => "messages";

    public async Task<object?> ExportAsync(long accountId, CancellationToken cancel)
    {
        var notices = await db.Notices.AsNoTracking().Where(notice => notice.AccountId == accountId).OrderBy(notice => notice.Id).ToListAsync(cancel);
        return notices.Count == 0 ? null : notices.ConvertAll(notice => new { notice.At, Text = notice.TextIn(texts), notice.SeenAt });
    }

    public Task EraseAsync(long accountId, DateTime now, CancellationToken cancel) =>
        db.Notices.Where(notice => notice.AccountId == accountId).ExecuteDeleteAsync(cancel);
}
