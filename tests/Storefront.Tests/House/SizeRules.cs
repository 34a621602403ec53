using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Storefront.Tests.House;

/// <summary>How long and how wide code may grow. <see cref="Where"/> names the place, <see cref="Amount"/> is lines or parameters.</summary>
internal sealed record Size(string Where, int Amount);

internal static class SizeRules
{
    public const int FileWall = 250;
    public const int MethodWall = 40;
    public const int ConstructorWall = 6;

    public static Size FileLines(SourceFile file) => new(file.Path, file.Text.TrimEnd().Count('\n') + 1);

    /// <summary>Methods, constructors, operators, accessors and local functions, from the signature to the closing brace, without what is said above them.</summary>
    public static IEnumerable<Size> MethodLines(SourceFile file) => file.Root.DescendantNodes()
        .Where(node => node is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax
            or PropertyDeclarationSyntax { ExpressionBody: not null } or IndexerDeclarationSyntax { ExpressionBody: not null })
        .Select(node => new Size($"{file.Path}: {Named(node)}", Lines(node)));

    /// <summary>What a class asks to be given. A record's head is a list of values, not of collaborators, and has no wall.</summary>
    public static IEnumerable<Size> ConstructorParameters(SourceFile file) => file.Root.DescendantNodes()
        .Select(node => node switch
        {
            ConstructorDeclarationSyntax constructor => (constructor.Identifier, constructor.ParameterList),
            TypeDeclarationSyntax and not RecordDeclarationSyntax and TypeDeclarationSyntax type => (type.Identifier, type.ParameterList),
            _ => (default, null),
        })
        .Where(made => made.Item2 is not null)
        .Select(made => new Size($"{file.Path}: {made.Item1.Text}", made.Item2!.Parameters.Count));

    public static IEnumerable<string> Over(this IEnumerable<Size> sizes, int wall) =>
        sizes.Where(size => size.Amount > wall).Select(size => $"{size.Where} has {size.Amount}, the wall is {wall}");

    /// <summary>The value that the given share of the sizes does not exceed.</summary>
    public static int Percentile(IEnumerable<Size> sizes, int percent)
    {
        var sorted = sizes.Select(size => size.Amount).Order().ToArray();
        return sorted.Length == 0 ? 0 : sorted[Math.Max(0, (sorted.Length * percent + 99) / 100 - 1)];
    }

    private static int Lines(SyntaxNode node)
    {
        var first = node.ChildNodesAndTokens().First(part => !part.IsKind(Microsoft.CodeAnalysis.CSharp.SyntaxKind.AttributeList)).GetLocation();
        return node.GetLocation().GetLineSpan().EndLinePosition.Line - first!.GetLineSpan().StartLinePosition.Line + 1;
    }

    private static string Named(SyntaxNode node) => node switch
    {
        MethodDeclarationSyntax method => method.Identifier.Text,
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text,
        LocalFunctionStatementSyntax local => local.Identifier.Text,
        PropertyDeclarationSyntax property => property.Identifier.Text,
        AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } accessor => $"{property.Identifier.Text}.{accessor.Keyword.Text}",
        _ => node.ToString().Split('\n')[0],
    };
}
