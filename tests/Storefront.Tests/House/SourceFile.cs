using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Storefront.Tests.House;

/// <summary>One written file, real or made up. <paramref name="Path"/> is relative to the repository, with forward slashes.</summary>
internal sealed record SourceFile(string Path, string Text)
{
    private const string Sources = "src/";

    /// <summary>As the flavour with every package reads it: what only that one compiles obeys the house as well.</summary>
    private readonly Lazy<SyntaxNode> _root = new(() => CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.CSharp14, preprocessorSymbols: ["FULL_FEED"])).GetRoot());

    /// <summary>All C# under src that a person wrote: no migrations, those are generated.</summary>
    public static IReadOnlyList<SourceFile> Code { get; } = [.. Under(".cs").Where(file => !file.Path.Contains("/Migrations/", StringComparison.Ordinal))];

    public static IReadOnlyList<SourceFile> Views { get; } = [.. Under(".cshtml")];

    /// <summary>The parsed C#; meaningless for a view.</summary>
    public SyntaxNode Root => _root.Value;

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];

    /// <summary>The namespace its folder asks for: src/Storefront/Modules/Cart gives Storefront.Modules.Cart.</summary>
    public string Namespace => Path[Sources.Length..Path.LastIndexOf('/')].Replace('/', '.');

    /// <summary>The type the file is named after; a page's model carries the name of its page.</summary>
    public string Type => $"{Namespace}.{Name[..Name.IndexOf('.', StringComparison.Ordinal)]}";

    private static IEnumerable<SourceFile> Under(string ending) => RepoFiles.All
        .Where(path => path.StartsWith(Sources, StringComparison.Ordinal) && path.EndsWith(ending, StringComparison.Ordinal))
        .Select(path => new SourceFile(path, RepoFiles.Read(path)));
}
