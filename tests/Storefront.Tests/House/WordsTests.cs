using System.Reflection.PortableExecutable;

namespace Storefront.Tests.House;

/// <summary>No view says a word that is not a key: the constants of the compiled views are read as HTML.</summary>
public sealed class WordsTests
{
    /// <summary>Stands in for RazorPage; the bodies are what the Razor compiler makes of a view.</summary>
    private const string Razor = """
        class TagHelperAttribute { public TagHelperAttribute(string name, object value) { } }
        class HtmlString { public HtmlString(string text) { } }
        class Field { public string Label { get; set; } public string Name { get; set; } }
        abstract class Razor {
            protected string x = ""; protected Field field = new();
            protected void Write(object value) { }
            protected void WriteLiteral(object value) { }
            protected void BeginWriteAttribute(string name, string prefix, int at, string suffix, int end, int count) { }
            protected void WriteAttributeValue(string prefix, int at, object value, int from, int length, bool literal) { }
            protected void EndWriteAttribute() { }
            protected void BeginWriteTagHelperAttribute() { }
            protected string EndWriteTagHelperAttribute() => "";
            protected void BeginAddHtmlAttributeValues(object context, string name, int count) { }
            protected void AddHtmlAttributeValue(string prefix, int at, object value, int from, int length, bool literal) { }
            protected void EndAddHtmlAttributeValues(object context) { }
            protected string Text(string key) => key;
        }
        class View : Razor {
        """;

    [Fact]
    public void No_view_says_a_word_that_is_not_a_key()
    {
        using var assembly = File.OpenRead(AssemblyScan.ShopPath);
        using var file = new PEReader(assembly);
        var html = new LiteralHtml(file).Read();
        Finding.None(from view in AssemblyScan.Shop.Views from markup in html[view.Key] from words in Words.In(markup) select $"{view.Value}: {words}");
    }

    [Theory]
    [InlineData("<p>Hello</p>")]
    [InlineData("<p>你好</p>")]
    [InlineData("<td>2 kg</td>")]
    [InlineData("<p>&copy; Us</p>")]
    [InlineData("<img alt=\"A bee\">")]
    [InlineData("<input placeholder='姓名'>")]
    [InlineData("<a title=Home href=\"/\">")]
    [InlineData("<nav aria-label=\"Main\">")]
    [InlineData("<i Label=\"Name\">")]
    [InlineData("<p title=\"a > b\">")]
    [InlineData("<script>var a = 1;</script>Tail")]
    [InlineData("lost words")]
    public void A_word_is_red(string html) => Assert.Single(Words.In(html));

    [Theory]
    [InlineData("<!DOCTYPE html><html lang=\"zh-CN\"><body class=\"wide page\">")]
    [InlineData("<p>¥ · 1,200.50 % &nbsp;→ （） ＋ ×</p>")]
    [InlineData("<img alt=\"\" src=\"bee.webp\"><input name=\"title\" value=\"label\" data-title=\"x\">")]
    [InlineData("<!-- A comment --><style>p { color: red }</style><script type=\"module\">let a;</script>")]
    [InlineData("<svg><path d=\"M0 0h24\"/></svg>")]
    public void What_is_no_language_is_green(string html) => Assert.Empty(Words.In(html));

    [Theory]
    [InlineData("void M() { WriteLiteral(\"<p>\"); WriteLiteral(\"Hello\"); WriteLiteral(\"</p>\"); }")]
    [InlineData("void M() { WriteLiteral(\"<p>\"); Write(x.Length > 0 ? \"Yes\" : \"\"); WriteLiteral(\"</p>\"); }")]
    [InlineData("void M() { Write(x.Length switch { 0 => \"None\", _ => null }); }")]
    [InlineData("async System.Threading.Tasks.Task M() { await System.Threading.Tasks.Task.Yield(); WriteLiteral(\"<p>Hello</p>\"); }")]
    [InlineData("void M() { System.Action a = () => WriteLiteral(\"Hello\"); }")]
    [InlineData("void M() { WriteLiteral(\"<p\"); BeginWriteAttribute(\"title\", \" title=\\\"\", 1, \"\\\"\", 2, 1); WriteAttributeValue(\"\", 1, \"Hello\", 1, 1, true); WriteAttributeValue(\" \", 1, x, 1, 1, false); EndWriteAttribute(); WriteLiteral(\"></p>\"); }")]
    [InlineData("static TagHelperAttribute a = new(\"label\", \"Hello\");")]
    [InlineData("static TagHelperAttribute a = new(\"title\", new HtmlString(\"Hello\"));")]
    [InlineData("void M() { BeginWriteTagHelperAttribute(); WriteLiteral(\"Hello \"); Write(x); field.Label = EndWriteTagHelperAttribute(); }")]
    [InlineData("void M() { BeginAddHtmlAttributeValues(null, \"alt\", 2); AddHtmlAttributeValue(\"\", 1, \"Hello\", 1, 1, true); EndAddHtmlAttributeValues(null); }")]
    public void A_word_in_a_compiled_view_is_red(string body) => Assert.Single(Compiled(body));

    [Theory]
    [InlineData("void M() { WriteLiteral(\"<p>\"); Write(Text(\"cart.empty\")); WriteLiteral(\"</p>\"); }")]
    [InlineData("void M() { WriteLiteral(\"<p\"); BeginWriteAttribute(\"class\", \" class=\\\"\", 1, \"\\\"\", 2, 1); WriteAttributeValue(\"\", 1, \"wide\", 1, 1, true); EndWriteAttribute(); WriteLiteral(\">1</p>\"); }")]
    [InlineData("static TagHelperAttribute a = new(\"class\", new HtmlString(\"wide\")); void M() { var name = \"Hello\"; WriteLiteral(\"<p>\"); Write(name); }")]
    [InlineData("void M() { BeginWriteTagHelperAttribute(); WriteLiteral(\"cart-\"); Write(x); field.Name = EndWriteTagHelperAttribute(); }")]
    public void A_compiled_view_without_words_is_green(string body) => Assert.Empty(Compiled(body));

    private static IEnumerable<string> Compiled(string body)
    {
        using var file = new PEReader(Compiler.Build(Razor + body + "}"));
        return [.. new LiteralHtml(file).Read()["View"].SelectMany(Words.In)];
    }
}
