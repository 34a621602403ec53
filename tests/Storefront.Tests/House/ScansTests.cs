using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Storefront.Tests.House;

/// <summary>Shows that neither scan can be walked past: every way to mention a type that has been thought of is compiled or parsed here.</summary>
public sealed class ScansTests
{
    private const string Target = "namespace Storefront.Modules.B.Model { public class Thing : System.Attribute { public const string Key = \"k\"; public static int Count; public static Thing Make() => null; public class Inner { } } }\n";

    [Theory]
    [InlineData("class A : Thing { }")]
    [InlineData("class A { Thing field; }")]
    [InlineData("class A { System.Collections.Generic.List<Thing[]> field; }")]
    [InlineData("class A { Thing.Inner field; }")]
    [InlineData("class A { void M(ref Thing p) { } }")]
    [InlineData("class A { void M<T>() where T : Thing { } }")]
    [InlineData("class A { object M() => new Thing(); }")]
    [InlineData("class A { int M() => Thing.Count; }")]
    [InlineData("class A { object M() => Thing.Make(); }")]
    [InlineData("class A { object M() => typeof(Thing); }")]
    [InlineData("class A { object M() => System.Array.Empty<Thing>(); }")]
    [InlineData("class A { bool M(object o) => o is Thing; }")]
    [InlineData("class A { System.Func<int> M() => () => Thing.Count; }")]
    [InlineData("class A { async System.Threading.Tasks.Task M() { await System.Threading.Tasks.Task.Yield(); Thing.Make(); } }")]
    [InlineData("class A { System.Collections.Generic.IEnumerable<int> M() { yield return Thing.Count; } }")]
    [InlineData("[Thing] class A { }")]
    [InlineData("class A { [Thing] int P { get; set; } }")]
    [InlineData("class A { void M([Thing] int p) { } }")]
    [InlineData("[System.ComponentModel.TypeConverter(typeof(Thing))] class A { }")]
    [InlineData("class A { class Nested { Thing field; } }")]
    public void The_compiled_scan_sees(string code) =>
        Assert.Contains(Compile(code), edge => edge is { From: "Storefront.Modules.A.A", To: "Storefront.Modules.B.Model.Thing" });

    [Fact]
    public void The_compiled_scan_cannot_see_a_constant() =>
        Assert.DoesNotContain(Compile("class A { string M() => Thing.Key; }"), edge => edge.To == "Storefront.Modules.B.Model.Thing");

    [Theory]
    [InlineData("using Storefront.Modules.B.Model; namespace Storefront.Modules.A;", "*")]
    [InlineData("namespace Storefront.Modules.A; using Storefront.Modules.B.Model;", "*")]
    [InlineData("namespace Storefront.Modules.A; using B.Model;", "*")]
    [InlineData("using static Storefront.Modules.B.Model.Thing;", "Thing")]
    [InlineData("using Other = Storefront.Modules.B.Model.Thing;", "Thing")]
    [InlineData("namespace Storefront.Modules.A; class A { string k = Storefront.Modules.B.Model.Thing.Key; }", "Thing")]
    [InlineData("namespace Storefront.Modules.A; class A { string k = global::Storefront.Modules.B.Model.Thing.Key; }", "Thing")]
    [InlineData("namespace Storefront.Modules.A; class A { string k = nameof(B.Model.Thing); }", "Thing")]
    [InlineData("namespace Storefront.Modules.A; class A { string k = Modules.B.Model.Thing.Key.Trim(); }", "Thing")]
    [InlineData("namespace Storefront.Modules.A; class A { B.Model.Thing field; }", "Thing")]
    [InlineData("namespace Storefront.Modules.A; class A { System.Lazy<B.Model.Thing> field; }", "Thing")]
    [InlineData("namespace Storefront.Modules.A; class A { List<B.Model.Thing> field; }", "Thing")]
    public void The_written_scan_sees(string code, string name) =>
        Assert.Contains(Parse(code), edge => edge is { From: "Storefront.Modules.A.A" } && edge.To == "Storefront.Modules.B.Model." + name);

    [Theory]
    [InlineData("namespace Storefront.Modules.A; class A { int n = B.Lines.Count; }")]
    [InlineData("// Storefront.Modules.B.Model.Thing\nnamespace Storefront.Modules.A; class A { string s = \"Storefront.Modules.B.Model.Thing\"; }")]
    public void The_written_scan_is_not_fooled_by(string code) => Assert.Empty(Parse(code));

    [Theory]
    [InlineData("@using Storefront.Modules.B.Model", "*")]
    [InlineData("@inject Storefront.Modules.B.Model.Thing Thing", "Thing")]
    [InlineData("<p>@Storefront.Modules.B.Model.Thing.Key</p>", "Thing")]
    public void The_written_scan_sees_in_a_view(string view, string name) =>
        Assert.Equal("Storefront.Modules.B.Model." + name, Assert.Single(new SourceScan([Other], [new("src/Storefront/Modules/A/Pages/V.cshtml", view)]).Edges).To);

    [Fact]
    public void A_comment_in_a_view_is_no_import() =>
        Assert.Empty(new SourceScan([Other], [new("src/Storefront/Modules/A/Pages/V.cshtml", "@* Storefront.Modules.B.Model.Thing *@\n@namespace Storefront.Modules.B.Model")]).Edges);

    private static SourceFile Other => new("src/Storefront/Modules/B/Model/Thing.cs", "namespace Storefront.Modules.B.Model;");

    private static IReadOnlyList<Edge> Parse(string code) => new SourceScan([Other, new("src/Storefront/Modules/A/A.cs", code)], []).Edges;

    private static IReadOnlyList<Edge> Compile(string code)
    {
        using var assembly = Compiler.Build($"using Storefront.Modules.B.Model;\n{Target}namespace Storefront.Modules.A {{ {code} }}");
        return AssemblyScan.Of(assembly).Edges;
    }
}
