namespace Storefront.Tests.House;

internal enum RoomKind
{
    Unknown,
    Host,
    Shared,
    Data,
    Provider,
    Views,
    Module,
    Contracts,
    Seam,
    Adapter,
}

/// <summary>A part of the house with its own rule of what it may import. <paramref name="Part"/> is the engine, the seam or the seam and its adapter.</summary>
internal sealed record Room(RoomKind Kind, string Module = "", string Part = "")
{
    /// <summary>The room a type (with its namespace) stands in; null for what is not ours.</summary>
    public static Room? Of(string type) => type.Split('.') switch
    {
        ["Program"] => new(RoomKind.Host),
        ["Storefront", .. var folders, _] => OfFolders(folders),
        _ => null,
    };

    /// <summary>The table of the house. What it does not name is refused.</summary>
    public bool MayImport(Room other, IReadOnlyDictionary<string, string[]> grants) => this == other || (Kind, other.Kind) switch
    {
        (RoomKind.Unknown, _) => false,
        (_, RoomKind.Shared) => true,
        (RoomKind.Host or RoomKind.Provider or RoomKind.Module, RoomKind.Data) => true,
        (RoomKind.Module or RoomKind.Contracts, RoomKind.Contracts) => Module == other.Module || grants.GetValueOrDefault(Module, []).Contains(other.Module, StringComparer.Ordinal),
        (RoomKind.Module, RoomKind.Seam) => Module == other.Module,
        (RoomKind.Adapter, RoomKind.Seam) => Module == other.Module && Part.StartsWith(other.Part + ".", StringComparison.Ordinal),
        _ => false,
    };

    public override string ToString() => string.Join(' ', new[] { Kind.ToString(), Module, Part }.Where(word => word.Length > 0));

    private static Room OfFolders(string[] folders) => folders switch
    {
        [] or ["Host", ..] => new(RoomKind.Host),
        ["Shared", ..] => new(RoomKind.Shared),
        ["Data", "Providers", var engine, ..] => new(RoomKind.Provider, Part: engine),
        ["Data", ..] => new(RoomKind.Data),
        ["Modules"] or ["Modules", "Shared", ..] => new(RoomKind.Views),
        ["Modules", var module, "Contracts", ..] => new(RoomKind.Contracts, module),
        ["Modules", var module, var seam] when Grants.Seams.Contains($"{module}.{seam}") => new(RoomKind.Seam, module, seam),
        ["Modules", var module, var seam, var adapter, ..] when Grants.Seams.Contains($"{module}.{seam}") => new(RoomKind.Adapter, module, $"{seam}.{adapter}"),
        ["Modules", var module, ..] => new(RoomKind.Module, module),
        _ => new(RoomKind.Unknown, Part: string.Join('.', folders)),
    };
}
