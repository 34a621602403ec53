using System.Text.Json;
using Storefront.Shared;

namespace Storefront.Data.Events;

/// <summary>Stages events on the current <see cref="StoreDb"/>: they are saved, or lost, together with what caused them.</summary>
public sealed class Outbox(StoreDb db, EventBook book, TimeProvider clock)
{
    /// <summary>Too long is refused here: not every engine would when it is saved.</summary>
    public void Stage(IEvent happened)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var payload = JsonSerializer.Serialize(happened, happened.GetType());
        if (payload.Length > OutboxRow.PayloadLength)
            throw new InvalidOperationException($"{happened.GetType().Name} is {payload.Length} characters long and the outbox keeps {OutboxRow.PayloadLength}.");
        foreach (var handler in book.HandlersOf(happened.GetType()))
        {
            db.Add(new OutboxRow
            {
                Event = happened.GetType().FullName!,
                Handler = handler.FullName!,
                Payload = payload,
                At = now,
                NextTryAt = now,
            });
        }
    }
}
