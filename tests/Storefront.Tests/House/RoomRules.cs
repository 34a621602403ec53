namespace Storefront.Tests.House;

using GrantTable = IReadOnlyDictionary<string, string[]>;

/// <summary>The rules between rooms, each over nothing but edges and the table of grants; each answers with what breaks it.</summary>
internal static class RoomRules
{
    private static readonly string[] Engines = ["Microsoft.Data.Sqlite", "Microsoft.Data.SqlClient", "Microsoft.EntityFrameworkCore.Sqlite", "Microsoft.EntityFrameworkCore.SqlServer"];

    private static readonly string[] Schedulers = ["Quartz.IScheduler", "Quartz.ISchedulerFactory", "Quartz.SchedulerBuilder"];

    public static IEnumerable<string> Homeless(IEnumerable<string> types) => types
        .Where(type => Room.Of(type) is { Kind: RoomKind.Unknown })
        .Select(type => $"{type} stands in no room of the house");

    public static IEnumerable<string> Forbidden(IEnumerable<Edge> edges, GrantTable grants) => Between(edges)
        .Where(step => !step.From.MayImport(step.To, grants))
        .Select(step => $"{step.Edge.From} imports {step.Edge.To}: {step.From} may not import {step.To}")
        .Distinct(StringComparer.Ordinal);

    /// <summary>Only the providers know an engine, so that another one is one more folder.</summary>
    public static IEnumerable<string> EnginesOutsideProviders(IEnumerable<Edge> edges) => edges
        .Where(edge => Engines.Any(engine => edge.Home == engine || edge.Home.StartsWith(engine + ".", StringComparison.Ordinal)))
        .Where(edge => Room.Of(edge.From) is { Kind: not RoomKind.Provider })
        .Select(edge => $"{edge.From} imports {edge.To}: only Data.Providers know an engine");

    /// <summary>A module says which job it has and when; building and driving the scheduler is Host's.</summary>
    public static IEnumerable<string> SchedulersOutsideHost(IEnumerable<Edge> edges) => edges
        .Where(edge => edge.Home.StartsWith("Quartz", StringComparison.Ordinal))
        .Where(edge => Schedulers.Contains(edge.To, StringComparer.Ordinal) || edge.To.StartsWith("Quartz.Impl.", StringComparison.Ordinal))
        .Where(edge => Room.Of(edge.From) is { Kind: not RoomKind.Host })
        .Select(edge => $"{edge.From} imports {edge.To}: only Host drives the scheduler");

    public static IEnumerable<string> UnusedGrants(IEnumerable<Edge> edges, GrantTable grants)
    {
        var used = Between(edges)
            .Where(step => step is { From.Kind: RoomKind.Module or RoomKind.Contracts, To.Kind: RoomKind.Contracts })
            .Select(step => (step.From.Module, Asked: step.To.Module))
            .ToHashSet();
        return from grant in grants
               from asked in grant.Value
               where !used.Contains((grant.Key, asked))
               select $"{grant.Key} is granted {asked} and never asks it";
    }

    /// <summary>Walks from every module; a path that comes back to where it began is told whole.</summary>
    public static IEnumerable<string> Cycles(GrantTable grants) => grants.Keys.SelectMany(module => Return(module, [module], grants));

    private static IEnumerable<string> Return(string start, string[] path, GrantTable grants) =>
        grants.GetValueOrDefault(path[^1], []).SelectMany(next =>
            next == start ? [$"Cycle: {string.Join(" → ", path)} → {start}"]
            : path.Contains(next, StringComparer.Ordinal) ? []
            : Return(start, [.. path, next], grants));

    private static IEnumerable<(Edge Edge, Room From, Room To)> Between(IEnumerable<Edge> edges) =>
        from edge in edges
        let fromRoom = Room.Of(edge.From)
        let toRoom = Room.Of(edge.To)
        where fromRoom is not null && toRoom is not null
        select (edge, fromRoom, toRoom);
}
