using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Storefront.Tests.House;

/// <summary>A key met in the source, or the beginning of keys that end in a value. <paramref name="WithValues"/> is null where the call cannot be seen.</summary>
internal sealed record KeyUse(string Path, string Key, bool IsPrefix = false, bool? WithValues = null);

/// <summary>Finds keys of texts: what texts are asked for, and any string that begins with the name of a module that has texts and a dot.</summary>
internal static partial class KeyUses
{
    private static readonly string[] FileEndings = ["css", "js", "mjs", "json", "svg", "png", "jpg", "webp", "avif", "html", "xml", "txt", "csv", "pdf", "webmanifest"];

    [GeneratedRegex(@"^(?<module>[a-z][A-Za-z0-9]*)\.[A-Za-z0-9._-]*$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Shape();

    [GeneratedRegex("""(?<asked>\bT\[\s*)?(?<dollar>\$)?"(?<key>[a-z][A-Za-z0-9]*\.[A-Za-z0-9._-]*)(?<end>"|\{)\s*(?<next>[\],])?""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex InMarkup();

    /// <summary>texts[$"{kind}.title"] and texts["Title"].</summary>
    [GeneratedRegex("""\b(T|[tT]exts)\[\s*(\$"\{|"(?![a-z][A-Za-z0-9]*\.))[^"]*""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NoKey();

    /// <summary>A script fills in the placeholders of a text that a page hands it in a data attribute.</summary>
    [GeneratedRegex("""\bdata-[a-z-]+\s*=\s*["']@$""", RegexOptions.NonBacktracking)]
    private static partial Regex ForScript();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RazorComment();

    public static IEnumerable<KeyUse> In(SourceFile file, IReadOnlySet<string> modules) =>
        (file.Name.EndsWith(".cshtml", StringComparison.Ordinal) ? InView(file) : InCode(file)).Where(use => use.WithValues is not null || IsKey(use.Key, modules));

    public static IEnumerable<string> Hidden(SourceFile file) =>
        NoKey().Matches(file.Text).Select(found => $"{file.Path}: a key begins with its module and a dot, written out: {found.Value}");

    private static bool IsKey(string text, IReadOnlySet<string> modules) =>
        Shape().Match(text) is { Success: true } shape && modules.Contains(shape.Groups["module"].Value)
        && !FileEndings.Contains(text[(text.LastIndexOf('.') + 1)..], StringComparer.Ordinal);

    private static IEnumerable<KeyUse> InView(SourceFile file)
    {
        var text = RazorComment().Replace(file.Text, "");
        foreach (Match found in InMarkup().Matches(text))
        {
            var key = found.Groups["key"].Value;
            var isCut = found.Groups["dollar"].Success && found.Groups["end"].Value == "{";
            var isSeen = found.Groups["asked"].Success && found.Groups["next"].Success && !ForScript().IsMatch(text[..found.Index]);
            yield return new(file.Path, key, isCut || key[^1] == '.', isSeen ? found.Groups["next"].Value == "," : null);
        }
    }

    private static IEnumerable<KeyUse> InCode(SourceFile file) =>
        from node in file.Root.DescendantNodes().OfType<ExpressionSyntax>()
        let literal = node is LiteralExpressionSyntax whole && whole.IsKind(SyntaxKind.StringLiteralExpression) ? whole.Token.ValueText : null
        let beginning = node is InterpolatedStringExpressionSyntax { Contents: [InterpolatedStringTextSyntax first, _, ..] } ? first.TextToken.ValueText : null
        let key = literal ?? beginning
        where !string.IsNullOrEmpty(key)
        select new KeyUse(file.Path, key, literal is null || key[^1] == '.', HasValues(node));

    /// <summary>Only texts[...] is looked into; a key that is handed on is asked for elsewhere.</summary>
    private static bool? HasValues(ExpressionSyntax key) =>
        key.Parent is ArgumentSyntax { Parent: BracketedArgumentListSyntax { Parent: ElementAccessExpressionSyntax asked } all }
        && asked.Expression.ToString() is "T" or "texts" or "Texts"
            ? all.Arguments.Count > 1
            : null;
}
