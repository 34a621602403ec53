using System.Text.Json;
using Storefront.Shared;

namespace Storefront.Data.Events;

/// <summary>Stages events on the current <see cref="StoreDb"/>: they are saved, or lost, together with what caused them.</summary>
public sealed class Outbox(StoreDb db, EventBook book, TimeProvider clock)
{
    public void Stage(IEvent happened)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var handler in book.HandlersOf(happened.GetType()))
        {
            db.Add(new OutboxRow
            {
                Event = happened.GetType().FullName!,
                Handler = handler.FullName!,
                Payload = JsonSerializer.Serialize(happened, happened.GetType()),
                At = now,
                NextTryAt = now,
            });
        }
    }
}
