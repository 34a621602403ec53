using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;

namespace Storefront.Modules.Notifications;

internal sealed class NoticesDesk(StoreDb db, TimeProvider clock) : INotices
{
    public void Stage(long accountId, string textKey, IReadOnlyList<string> arguments, string path, Topic topic = Topic.Other) => db.Notices.Add(new()
    {
        AccountId = accountId,
        TextKey = textKey,
        Arguments = JsonSerializer.Serialize(arguments),
        Path = path,
        At = clock.GetUtcNow().UtcDateTime,
        Topic = topic,
        IsUntold = true,
    });

    public Task<int> CountUnseenAsync(long accountId, CancellationToken cancel) =>
        db.Notices.CountAsync(notice => notice.AccountId == accountId && notice.SeenAt == null, cancel);
}
