using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;

namespace Storefront.Modules.Notifications;

/// <summary>
/// Sends what is due, a few side by side because far sides are slow. What waited for the same person's morning goes as one: all of it to a screen, and by topic
/// where a message says how to switch its topic off.
/// </summary>
internal sealed class SendTellings(StoreDb db, IServiceScopeFactory scopes, TimeProvider clock, ILogger<SendTellings> log)
{
    private const int AtOnce = 200;
    private const int SideBySide = 4;

    public async Task RunAsync(CancellationToken cancel)
    {
        List<Due> due;
        do
        {
            due = await DueAsync(cancel);
            await Parallel.ForEachAsync(due.GroupBy(one => one.Bundle), new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancel },
                async (bundle, token) => await SendAsync([.. bundle.Select(one => one.Id)], token));
        }
        while (due.Count == AtOnce);
    }

    private async Task<List<Due>> DueAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await (
            from telling in db.Tellings.AsNoTracking()
            where telling.State == TellingState.Waiting && telling.DueAt <= now
            join notice in db.Notices on telling.NoticeId equals notice.Id
            orderby telling.DueAt, telling.Id
            select new Due(telling.Id, telling.AccountId, telling.Way, telling.Device, telling.IsHeld, notice.Topic)).Take(AtOnce).ToListAsync(cancel);
    }

    private async Task SendAsync(IReadOnlyList<long> bundle, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<DeliverTellings>().RunAsync(bundle, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            // One that cannot be sent keeps no other waiting; its lease runs out and it is tried again.
            log.LogError(failure, "Telling {Telling} failed", bundle[0]);
        }
    }

    private sealed record Due(long Id, long AccountId, Way Way, string Device, bool IsHeld, Topic Topic)
    {
        public object Bundle => IsHeld ? (AccountId, Way, Device, Way == Way.Push ? Topic.Other : Topic) : Id;
    }
}
