using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Storefront.Tests.House;

/// <summary>What things are called and who may see them; every rule answers with what breaks it.</summary>
internal static partial class NameRules
{
    private static readonly string[] RefusedEndings = ["Helper", "Helpers", "Util", "Utils", "Utility", "Manager", "Impl", "Processor", "Dto", "Info"];

    /// <summary>The framework finds these by their being public.</summary>
    private static readonly string[] FoundWhenPublic = ["TagHelper", "ViewComponent", "ControllerBase", "Controller"];

    [GeneratedRegex("""^\s*@page(?:[ \t]+"(?<route>[^"\n]*)")?[ \t]*\r?$""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PageDirective();

    public static IEnumerable<string> WrongNamespace(SourceFile file) => file.Root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
        .Where(space => space is not FileScopedNamespaceDeclarationSyntax || space.Name.ToString() != file.Namespace)
        .Select(space => $"{file.Path}: namespace {space.Name} should be file-scoped and {file.Namespace}");

    public static IEnumerable<string> RefusedNames(SourceFile file) => Types(file)
        .Where(type => RefusedEndings.Any(ending => type.Identifier.Text.EndsWith(ending, StringComparison.Ordinal)))
        .Select(type => $"{file.Path}: {type.Identifier.Text} says nothing by its ending; name what it does");

    /// <summary>Public is for Shared, Data, Contracts and seams, and for what the framework finds only that way.</summary>
    public static IEnumerable<string> NeedlesslyPublic(SourceFile file) =>
        Room.Of(file.Type) is null or { Kind: RoomKind.Shared or RoomKind.Data or RoomKind.Provider or RoomKind.Contracts or RoomKind.Seam } ? [] : Types(file)
            .Where(type => type.Parent is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax && type.Modifiers.Any(SyntaxKind.PublicKeyword))
            .Where(type => !Bases(type).Intersect(FoundWhenPublic, StringComparer.Ordinal).Any())
            .Select(type => $"{file.Path}: {type.Identifier.Text} is public and need not be");

    /// <summary>An interface is for two: a contract, a seam, or a choice that really exists.</summary>
    public static IEnumerable<string> LonelyInterfaces(IReadOnlyCollection<SourceFile> files)
    {
        var built = files.SelectMany(Types).Where(type => type is not InterfaceDeclarationSyntax).SelectMany(type => Bases(type).Distinct(StringComparer.Ordinal)).ToLookup(name => name, StringComparer.Ordinal);
        return from file in files
               where Room.Of(file.Type) is { Kind: RoomKind.Module or RoomKind.Host or RoomKind.Data or RoomKind.Provider or RoomKind.Adapter }
               from face in Types(file).OfType<InterfaceDeclarationSyntax>()
               let count = built[face.Identifier.Text].Count()
               where count < 2
               select $"{file.Path}: {face.Identifier.Text} has {count} implementation(s); use the class";
    }

    /// <summary>Policies go by folder and routes must tell the same story; a partial starts with an underscore and has no route.</summary>
    public static IEnumerable<string> WrongRoute(SourceFile view)
    {
        var page = PageDirective().Match(view.Text);
        var isPage = view.Path.Contains("/Pages/", StringComparison.Ordinal) && view.Name[0] != '_';
        if (page.Success != isPage)
            return [$"{view.Path}: {(isPage ? "a page needs @page with its route" : "@page belongs in a file under Pages without an underscore")}"];
        var route = page.Groups["route"].Value;
        if (isPage && !route.StartsWith('/'))
            return [$"{view.Path}: the route must be written out and absolute"];
        return Areas.Where(area => isPage && view.Path.Contains($"/Pages/{area.Folder}/", StringComparison.Ordinal) != IsUnder(route, area.Route))
            .Select(area => $"{view.Path}: pages of {area.Folder}, and only they, live under {area.Route} (here {route})");
    }

    public static IEnumerable<string> TakenTwice(IEnumerable<SourceFile> views) => views
        .Select(view => (view.Path, Route: PageDirective().Match(view.Text).Groups["route"].Value))
        .Where(page => page.Route.Length > 0)
        .GroupBy(page => page.Route, StringComparer.OrdinalIgnoreCase)
        .Where(pages => pages.Skip(1).Any())
        .Select(pages => $"{pages.Key} is the route of {string.Join(" and ", pages.Select(page => page.Path))}");

    private static readonly (string Folder, string Route)[] Areas = [("Sell", "/sell"), ("Admin", "/admin")];

    private static bool IsUnder(string route, string area) =>
        route.Equals(area, StringComparison.OrdinalIgnoreCase) || route.StartsWith(area + "/", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<BaseTypeDeclarationSyntax> Types(SourceFile file) => file.Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>();

    private static IEnumerable<string> Bases(BaseTypeDeclarationSyntax type) => type.BaseList is null ? [] : type.BaseList.Types
        .Select(named => named.Type is QualifiedNameSyntax qualified ? qualified.Right : named.Type)
        .OfType<SimpleNameSyntax>()
        .Select(name => name.Identifier.Text);
}
