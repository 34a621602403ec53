using System.Collections.Frozen;
using Storefront.Shared;

namespace Storefront.Data.Events;

/// <summary>Who hears what, found once in the assembly.</summary>
public sealed class EventBook
{
    private readonly FrozenDictionary<string, Type> _events;
    private readonly ILookup<string, Type> _handlers;

    public EventBook(IEnumerable<Type> types)
    {
        var all = types.Where(type => type is { IsAbstract: false, IsInterface: false }).ToList();
        _events = all.Where(type => type.IsAssignableTo(typeof(IEvent))).ToFrozenDictionary(type => type.FullName!);
        _handlers = all.SelectMany(type => HeardBy(type).Select(happened => (Event: happened.FullName!, Handler: type)))
            .ToLookup(pair => pair.Event, pair => pair.Handler);
    }

    public IEnumerable<Type> Handlers => _handlers.SelectMany(group => group).Distinct();

    public IEnumerable<Type> HandlersOf(Type happened) => _handlers[happened.FullName!];

    public Type EventNamed(string name) => _events[name];

    public Type HandlerOf(string happened, string handler) => _handlers[happened].Single(type => type.FullName == handler);

    private static IEnumerable<Type> HeardBy(Type type) => type.GetInterfaces()
        .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IHandle<>))
        .Select(face => face.GetGenericArguments()[0]);
}
