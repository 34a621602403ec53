using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;

namespace Storefront.Modules.Notifications.Demo;

/// <summary>What happened before the demo market opened is no news: nobody's mailbox begins full.</summary>
internal sealed class KeepDemoQuiet(StoreDb db) : IDemoStep
{
    public int Order => 90;

    public Task RunAsync(CancellationToken cancel) => db.WriteAsync(
        token => db.Notices.Where(notice => notice.IsUntold).ExecuteUpdateAsync(set => set.SetProperty(notice => notice.IsUntold, valueExpression: false), token), cancel);
}
