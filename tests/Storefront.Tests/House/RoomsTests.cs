using Storefront.Shared;

namespace Storefront.Tests.House;

/// <summary>Holds the walls of the real house: what was compiled, and what was written.</summary>
public sealed class RoomsTests
{
    private static readonly AssemblyScan Compiled = AssemblyScan.Shop;

    private static readonly SourceScan Written = new(SourceFile.Code, SourceFile.Views);

    private static readonly IReadOnlyList<Edge> Edges = [.. Compiled.Edges.Concat(Written.Edges)];

    [Fact]
    public void The_scans_find_edges_that_are_known_to_exist()
    {
        Assert.Contains(new Edge("Storefront.Shared.IHandle", "Storefront.Shared.IEvent", "Storefront"), Compiled.Edges);
        Assert.Contains(Compiled.Edges, edge => edge is { From: "Storefront.Shared.Texts", To: "System.Text.Json.JsonSerializer" });
        foreach (var module in SourceFile.Code.Where(IsWiring))
            Assert.Contains(new Edge(module.Type, typeof(IModule).FullName!, "Storefront"), Compiled.Edges);
        foreach (var module in SourceFile.Code.Where(IsWiring))
            Assert.Contains(Written.Edges, edge => edge.From == module.Type && edge.To == "Storefront.Shared.*");
    }

    [Fact]
    public void Every_view_is_mapped_back_to_its_folder() =>
        Assert.Equal(SourceFile.Views.Select(view => view.Type).Order(StringComparer.Ordinal), Compiled.Views.Values.Order(StringComparer.Ordinal));

    [Fact]
    public void Every_type_stands_in_a_room() => Finding.None(RoomRules.Homeless(Compiled.Types));

    [Fact]
    public void Nobody_imports_what_the_table_refuses() => Finding.None(RoomRules.Forbidden(Edges, Grants.All));

    [Fact]
    public void Every_grant_is_used() => Finding.None(RoomRules.UnusedGrants(Edges, Grants.All));

    [Fact]
    public void Modules_form_no_cycle() => Finding.None(RoomRules.Cycles(Grants.All));

    [Fact]
    public void Only_providers_know_an_engine() => Finding.None(RoomRules.EnginesOutsideProviders(Compiled.Edges));

    [Fact]
    public void Only_host_drives_the_scheduler() => Finding.None(RoomRules.SchedulersOutsideHost(Compiled.Edges));

    private static bool IsWiring(SourceFile file) => file.Path.Contains("/Modules/", StringComparison.Ordinal) && file.Name.EndsWith("Module.cs", StringComparison.Ordinal);
}
