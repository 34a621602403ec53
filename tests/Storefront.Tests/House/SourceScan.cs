using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Storefront.Tests.House;

/// <summary>The second net: const and nameof leave no trace in IL, so the names written in the source are read as well.</summary>
internal sealed partial class SourceScan
{
    private const string Ours = "Storefront";

    private readonly HashSet<string> _namespaces;
    private readonly HashSet<string> _types;

    public SourceScan(IReadOnlyCollection<SourceFile> code, IReadOnlyCollection<SourceFile> views)
    {
        _namespaces = [.. code.Select(file => file.Namespace)];
        _types = [.. code.Select(file => file.Type)];
        Edges = [.. code.SelectMany(InCode).Concat(views.SelectMany(InView)).Distinct()];
    }

    public IReadOnlyList<Edge> Edges { get; }

    [GeneratedRegex(@"(?<![\w.])Storefront(\.\w+)+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FullName();

    [GeneratedRegex(@"@\*.*?\*@|^\s*@namespace\b[^\n]*", RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotCode();

    private IEnumerable<Edge> InView(SourceFile file) => FullName().Matches(NotCode().Replace(file.Text, ""))
        .Select(name => Resolve(name.Value))
        .OfType<string>()
        .Select(to => new Edge(file.Type, to, Ours));

    private IEnumerable<Edge> InCode(SourceFile file)
    {
        var written = file.Root.DescendantNodes().OfType<UsingDirectiveSyntax>().SelectMany(line => Used(Plain(line.NamespaceOrType), file.Namespace));
        var inside = file.Root.DescendantNodes(node => node is not UsingDirectiveSyntax)
            .Where(node => IsChain(node) && !IsChain(node.Parent!) && node.Parent is not BaseNamespaceDeclarationSyntax)
            .SelectMany(node => Seen(Plain(node), file.Namespace));
        return written.Concat(inside).OfType<string>().Select(to => new Edge(file.Type, to, Ours)).Where(edge => edge.From != edge.To);
    }

    /// <summary>a.b.c as a name or as an expression; calls and brackets end a chain, and what is inside them is walked.</summary>
    private static bool IsChain(SyntaxNode node) => node is QualifiedNameSyntax || node is MemberAccessExpressionSyntax access && IsPlain(access);

    private static bool IsPlain(ExpressionSyntax node) => node switch
    {
        SimpleNameSyntax or AliasQualifiedNameSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression),
        _ => false,
    };

    private static string Plain(SyntaxNode node) => GenericPart().Replace(node.ToString().Replace("global::", "", StringComparison.Ordinal), "");

    [GeneratedRegex(@"<.*>|\s+", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex GenericPart();

    /// <summary>A using line may be relative as well when it stands inside a namespace.</summary>
    private IEnumerable<string?> Used(string name, string around) => name.StartsWith(Ours + ".", StringComparison.Ordinal)
        ? [Resolve(name)]
        : Around(around).Select(parent => $"{parent}.{name}").Where(_namespaces.Contains).Select(string? (space) => space + ".*");

    /// <summary>The full name, or a name that starts inside one of the namespaces around the file, as the compiler would look it up.</summary>
    private IEnumerable<string?> Seen(string chain, string around) => chain.StartsWith(Ours + ".", StringComparison.Ordinal)
        ? [Resolve(chain)]
        : Around(around).Select(parent => Resolve($"{parent}.{chain}", atLeast: parent.Length));

    private static IEnumerable<string> Around(string space)
    {
        var parts = space.Split('.');
        return Enumerable.Range(1, parts.Length).Select(length => string.Join('.', parts.Take(length)));
    }

    /// <summary>The type when one of that name is known, else its namespace with a star; null when the name is no namespace of ours.</summary>
    private string? Resolve(string name, int atLeast = 0)
    {
        var parts = name.Split('.');
        for (var length = parts.Length; length > 0; length--)
        {
            var space = string.Join('.', parts.Take(length));
            if (!_namespaces.Contains(space) || space.Length <= atLeast)
                continue;
            var type = length < parts.Length ? $"{space}.{parts[length]}" : $"{space}.*";
            // A property may carry the name of a module (Cart.Lines): a relative name must reach a type.
            return atLeast == 0 || _types.Contains(type) ? type : null;
        }

        return null;
    }
}
