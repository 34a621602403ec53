namespace Storefront.Shared;

/// <summary>Something that has happened, named in the past tense. Serialised as JSON into the outbox: ids and numbers, no entities.</summary>
public interface IEvent;

/// <summary>
/// Hears one kind of event. Runs in a scope of its own inside one write transaction that also marks the outbox row as handled,
/// so it stages changes on the scope's StoreDb and never saves or calls the outside world. Must bear being called again.
/// </summary>
public interface IHandle<in TEvent> where TEvent : IEvent
{
    Task HandleAsync(TEvent happened, CancellationToken cancel);
}
