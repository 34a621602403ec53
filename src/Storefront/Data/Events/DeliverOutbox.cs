using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Storefront.Shared;

namespace Storefront.Data.Events;

/// <summary>
/// Hands due rows to their handlers, each in a scope and a transaction of its own that also marks the row, so a handler's changes
/// are made once. A handler that fails is tried again with growing pauses; after <see cref="GiveUpAfter"/> tries it waits on the admin's list.
/// </summary>
[Every(seconds: 1)]
public sealed class DeliverOutbox(IServiceScopeFactory scopes, EventBook book, TimeProvider clock, ILogger<DeliverOutbox> log) : ITimedWork
{
    public const int GiveUpAfter = 12;
    private const int Batch = 50;

    /// <summary>Delivers until nothing is due.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        List<long> due;
        int moved;
        do
        {
            (due, moved) = (await DueAsync(cancel), 0);
            foreach (var id in due) moved += await DeliverAsync(id, cancel) ? 1 : 0;
        }
        while (due.Count == Batch && moved > 0);
    }

    private async Task<List<long>> DueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        return await scope.ServiceProvider.GetRequiredService<StoreDb>().Set<OutboxRow>()
            .Where(row => row.HandledAt == null && row.NextTryAt <= now && row.Tries < GiveUpAfter)
            .OrderBy(row => row.Id).Select(row => row.Id).Take(Batch).ToListAsync(cancel);
    }

    /// <summary>False when the row is as due as before.</summary>
    private async Task<bool> DeliverAsync(long id, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
            await db.WriteAsync(token => HandleAsync(scope.ServiceProvider, db, id, token), cancel);
            return true;
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Outbox row {Row} failed", id);
            return await TryPostponeAsync(id, failure, cancel);
        }
    }

    private async Task HandleAsync(IServiceProvider services, StoreDb db, long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        // The mark comes first and takes the row's lock, so a second node waits here and then finds nothing to do.
        var taken = await db.Set<OutboxRow>().Where(row => row.Id == id && row.HandledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.HandledAt, now).SetProperty(row => row.Tries, row => row.Tries + 1), cancel);
        if (taken == 0) return;
        var row = await db.Set<OutboxRow>().AsNoTracking().SingleAsync(row => row.Id == id, cancel);
        var happened = JsonSerializer.Deserialize(row.Payload, book.EventNamed(row.Event))!;
        var handler = services.GetRequiredService(book.HandlerOf(row.Event, row.Handler));
        var handle = typeof(IHandle<>).MakeGenericType(happened.GetType()).GetMethod(nameof(IHandle<IEvent>.HandleAsync))!;
        await (Task)handle.Invoke(handler, [happened, cancel])!;
    }

    private async Task<bool> TryPostponeAsync(long id, Exception failure, CancellationToken cancel)
    {
        try
        {
            await PostponeAsync(id, failure, cancel);
            return true;
        }
        catch (Exception another) when (!cancel.IsCancellationRequested)
        {
            log.LogError(another, "Outbox row {Row} could not be postponed", id);
            return false;
        }
    }

    private async Task PostponeAsync(long id, Exception failure, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        await db.WriteAsync(async token =>
        {
            var row = await db.Set<OutboxRow>().SingleAsync(row => row.Id == id, token);
            row.Tries++;
            row.NextTryAt = clock.GetUtcNow().UtcDateTime.AddSeconds(Math.Pow(2, row.Tries));
            row.LastError = failure.Message.Length > 1_000 ? failure.Message[..1_000] : failure.Message;
        }, cancel);
    }
}
