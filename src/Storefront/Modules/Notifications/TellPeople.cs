using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;

namespace Storefront.Modules.Notifications;

/// <summary>Brings notices to where their readers are.</summary>
[Every(seconds: 2)]
internal sealed class TellPeople(SpreadNotices spread, SendTellings send) : ITimedWork
{
    public async Task RunAsync(CancellationToken cancel)
    {
        await spread.RunAsync(cancel);
        await send.RunAsync(cancel);
    }
}

/// <summary>Forgets what was told a month ago.</summary>
[Every(seconds: 6 * 60 * 60)]
internal sealed class SweepTellings(StoreDb db, TimeProvider clock) : ITimedWork
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public Task RunAsync(CancellationToken cancel) => db.WriteAsync(
        token =>
        {
            var old = clock.GetUtcNow().UtcDateTime - Keep;
            return db.Tellings.Where(telling => telling.State != TellingState.Waiting && telling.DueAt < old).ExecuteDeleteAsync(token);
        },
        cancel);
}
