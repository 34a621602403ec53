using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Storefront.Tests.House;

/// <summary>What may not stand in a file. The patterns use brackets so that they do not match themselves.</summary>
internal static partial class SourceRules
{
    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K|X[X]X)\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Mark();

    [GeneratedRegex(@"Html\s*\.\s*[R]aw\b", RegexOptions.NonBacktracking)]
    private static partial Regex RawHtml();

    /// <summary>Hosts that only one feed has, lock files that name one, and folders of one machine.</summary>
    [GeneratedRegex("""registry[.]npmjs[.]org|registry[.]yarnpkg[.]com|api[.]nuget[.]org|pypi[.]org|(deb|security|ftp)[.]debian[.]org|archive[.]ubuntu[.]com|"resolved"\s*:\s*"https?:|<add\s+[^>]*value="https?:""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Host();

    [GeneratedRegex(@"(?<![\w.~-])/(work|root|farm|home/\w+|Users/\w+)/|\b[A-Z]:\\\\?Users\\", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"^\s*#pragma\s+warning\s+disable\b[^/]*(//\s*(?<reason>\S.*)?)?$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Silenced();

    public static IEnumerable<string> Marks(SourceFile file) => Hits(file, Mark(), "finish it or leave it out");

    public static IEnumerable<string> RawMarkup(SourceFile file) => Hits(file, RawHtml(), "text is encoded, never raw");

    public static IEnumerable<string> Machines(SourceFile file) => Hits(file, Host(), "no package host").Concat(Hits(file, MachinePath(), "no path of a machine"));

    /// <summary>The reason stands on the line itself or as a comment right above.</summary>
    public static IEnumerable<string> SilentPragmas(SourceFile file)
    {
        var lines = file.Text.Split('\n').Select(line => line.Trim()).ToArray();
        return lines.Index()
            .Where(line => Silenced().Match(line.Item) is { Success: true } pragma && !pragma.Groups["reason"].Success)
            .Where(line => line.Index == 0 || !lines[line.Index - 1].StartsWith("//", StringComparison.Ordinal))
            .Select(line => $"{file.Path}:{line.Index + 1}: a silenced warning carries its reason");
    }

    public static IEnumerable<string> AsyncVoid(SourceFile file) => file.Root.DescendantNodes()
        .Where(node => node is MethodDeclarationSyntax method && method.Modifiers.Any(SyntaxKind.AsyncKeyword) && IsVoid(method.ReturnType)
            || node is LocalFunctionStatementSyntax local && local.Modifiers.Any(SyntaxKind.AsyncKeyword) && IsVoid(local.ReturnType))
        .Select(node => $"{file.Path}:{LineOf(node)}: async void hides its exceptions");

    /// <summary>SQL put together from values: the raw calls take a constant, everything else goes through the interpolated ones.</summary>
    public static IEnumerable<string> GluedSql(SourceFile file) => file.Root.DescendantNodes().OfType<InvocationExpressionSyntax>()
        .Where(call => NameOf(call.Expression) is "FromSqlRaw" or "ExecuteSqlRaw" or "ExecuteSqlRawAsync" or "SqlQueryRaw")
        .Where(call => call.ArgumentList.Arguments.FirstOrDefault()?.Expression.DescendantNodesAndSelf()
            .Any(node => node is InterpolationSyntax || node.IsKind(SyntaxKind.AddExpression)) == true)
        .Select(call => $"{file.Path}:{LineOf(call)}: SQL is never put together from values");

    private static string? NameOf(ExpressionSyntax called) => called switch
    {
        MemberAccessExpressionSyntax access => access.Name.Identifier.Text,
        SimpleNameSyntax name => name.Identifier.Text,
        _ => null,
    };

    private static bool IsVoid(TypeSyntax type) => type is PredefinedTypeSyntax named && named.Keyword.IsKind(SyntaxKind.VoidKeyword);

    private static int LineOf(SyntaxNode node) => node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;

    private static IEnumerable<string> Hits(SourceFile file, Regex pattern, string advice) => file.Text.Split('\n').Index()
        .Where(line => pattern.IsMatch(line.Item))
        .Select(line => $"{file.Path}:{line.Index + 1}: {advice}: {line.Item.Trim()}");
}
