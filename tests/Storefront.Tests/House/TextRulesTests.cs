namespace Storefront.Tests.House;

/// <summary>Shows every rule about texts red on made-up words.</summary>
public sealed class TextRulesTests
{
    private static readonly string[] Languages = ["zh-CN", "en"];

    private static readonly HashSet<string> Modules = ["cart", "orders"];

    [Fact]
    public void A_key_given_twice_is_red() =>
        Assert.Equal(["en: cart.empty is given twice"], TextRules.Doubled(TextRules.Read("en", "cart", """{ "empty": "a", "empty": "b", "full": "c" }""")));

    [Fact]
    public void An_empty_text_is_red() => Assert.Equal(["en: cart.empty says nothing"], TextRules.Empty([new("en", "cart.empty", " "), new("en", "cart.full", "x")]));

    [Fact]
    public void A_key_of_one_language_is_red() =>
        Assert.Equal(["cart.full is missing in zh-CN"], TextRules.OneSided([new("zh-CN", "cart.a", "x"), new("en", "cart.a", "x"), new("en", "cart.full", "x")], Languages));

    [Theory]
    [InlineData("有 {0} 件", "{0} things", 0)]
    [InlineData("{1} 和 {0}", "{0} and {1:0.00}", 0)]
    [InlineData("有 {0} 件", "Things", 1)]
    [InlineData("{0}", "{0} {1}", 1)]
    [InlineData("{1}", "{1}", 1)]
    [InlineData("{0", "{0}", 1)]
    [InlineData("{name}", "{name}", 1)]
    public void Placeholders_that_differ_are_red(string chinese, string english, int count) =>
        Assert.Equal(count, TextRules.Placeholders([new("zh-CN", "cart.a", chinese), new("en", "cart.a", english)]).Count());

    [Theory]
    [InlineData("Index.cshtml", """<p>@T["cart.empty"]</p>""", "cart.empty", false)]
    [InlineData("Index.cshtml", """<p>@T["unheard.of"]</p>""", "unheard.of", false)]
    [InlineData("Index.cs", "var a = texts[\"unheard.of\"];", "unheard.of", false)]
    [InlineData("Index.cshtml", """<field label="@T["cart.empty"]" />""", "cart.empty", false)]
    [InlineData("Index.cshtml", """@T[$"orders.state.{Model.State}"]""", "orders.state.", true)]
    [InlineData("Index.cs", "var a = texts[\"cart.empty\"];", "cart.empty", false)]
    [InlineData("Index.cs", "Refuse(\"cart.empty\");", "cart.empty", false)]
    [InlineData("Index.cs", "var a = texts[$\"orders.state.{x}\"];", "orders.state.", true)]
    [InlineData("Index.cs", "var a = \"orders.state.\" + x;", "orders.state.", true)]
    public void A_key_is_found(string name, string text, string key, bool isPrefix)
    {
        var use = Assert.Single(KeyUses.In(new(name, text), Modules));
        Assert.Equal((key, isPrefix), (use.Key, use.IsPrefix));
    }

    [Theory]
    [InlineData("Index.cshtml", """@* T["cart.empty"] *@<script src="cart.js"></script>""")]
    [InlineData("Index.cshtml", """<a href="other.thing">""")]
    [InlineData("Index.cs", "/// <summary>\"cart.empty\"</summary>\nclass A { } // \"cart.empty\"")]
    [InlineData("Index.cs", "Find(\"cart.css\", \"cart\", \"Cart.Name\", \"see cart.empty\", \"\");")]
    public void What_is_no_key_is_not_found(string name, string text) => Assert.Empty(KeyUses.In(new(name, text), Modules));

    [Fact]
    public void A_use_without_text_is_red()
    {
        HashSet<string> keys = ["cart.empty", "orders.state.paid"];
        Assert.Empty(TextRules.Missing([new("a", "cart.empty"), new("a", "orders.state.", IsPrefix: true)], keys));
        Assert.Equal(2, TextRules.Missing([new("a", "cart.emtpy"), new("a", "orders.status.", IsPrefix: true)], keys).Count());
    }

    [Fact]
    public void A_text_without_use_is_red() => Assert.Equal(
        ["cart.old is used nowhere"],
        TextRules.Unused([new("a", "cart.empty"), new("a", "orders.state.", IsPrefix: true)], ["cart.empty", "cart.old", "orders.state.paid"]));

    [Theory]
    [InlineData("orders.", 1)]
    [InlineData("orders.state.", 0)]
    [InlineData("orders.state", 0)]
    public void A_prefix_of_a_whole_module_is_red(string key, int count) => Assert.Equal(count, TextRules.TooWide([new("a", key, IsPrefix: true)]).Count());

    [Theory]
    [InlineData("""@T[$"{Model.Kind}.title"]""", 1)]
    [InlineData("""@T["Title"]""", 1)]
    [InlineData("""@T[$"orders.{Model.Kind}"] @T["orders.title"] @T[Model.Key]""", 0)]
    public void A_key_without_module_is_red(string text, int count) => Assert.Equal(count, KeyUses.Hidden(new("a.cshtml", text)).Count());

    [Theory]
    [InlineData("a.cshtml", """@T["cart.count"]""", 1)]
    [InlineData("a.cshtml", """@T["cart.count", 3]""", 0)]
    [InlineData("a.cshtml", """@T["cart.empty", 3]""", 1)]
    [InlineData("a.cshtml", """@T["cart.empty"]""", 0)]
    [InlineData("a.cshtml", """<p data-text="@T["cart.count"]">""", 0)]
    [InlineData("a.cs", "var a = texts[\"cart.count\"];", 1)]
    [InlineData("a.cs", "var a = texts[\"cart.count\", 3];", 0)]
    [InlineData("a.cs", "var a = Say(\"cart.count\");", 0)]
    public void Values_that_do_not_fit_are_red(string name, string text, int count)
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal) { ["cart.count"] = "{0} things", ["cart.empty"] = "Nothing" };
        Assert.Equal(count, TextRules.WrongArguments(KeyUses.In(new(name, text), Modules), texts).Count());
    }
}
