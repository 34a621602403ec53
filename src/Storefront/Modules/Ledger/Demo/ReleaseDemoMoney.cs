using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Demo;

/// <summary>The demo market's completed orders are old: their money may be paid out.</summary>
internal sealed class ReleaseDemoMoney(StoreDb db, ReleaseMoney release, TimeProvider clock) : IDemoStep
{
    public int Order => 55;

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await db.WriteAsync(token => db.OrderMoneys.Where(money => money.DueAt != null).ExecuteUpdateAsync(set => set.SetProperty(money => money.DueAt, now), token), cancel);
        await release.RunAsync(cancel);
    }
}
