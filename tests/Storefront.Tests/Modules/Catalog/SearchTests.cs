using Storefront.Modules.Catalog;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Catalog;

public sealed class SearchTests(Market market) : IClassFixture<Market>
{
    [Fact]
    public void Chinese_is_found_by_pairs_and_words_by_their_beginnings()
    {
        var filed = SearchTerms.ToFile("松阳冬蜜 Winter Honey", "一斤装");
        Assert.Superset(new HashSet<string> { "松阳", "阳冬", "冬蜜", "蜜", "winter", "ho", "hone", "honey", "一斤", "斤装" }, filed);
        Assert.DoesNotContain("装", filed);
        Assert.DoesNotContain("h", filed);
    }

    [Theory]
    [InlineData("冬蜜", "冬蜜")]
    [InlineData(" 松阳冬 ", "松阳 阳冬")]
    [InlineData("蜜", "蜜")]
    [InlineData("３斤ＨＯＮＥＹ！", "3 斤 honey")]
    [InlineData("%_'\";--", "")]
    [InlineData("\ud83c", "")]
    [InlineData("一二三四五六七八九十百千", "一二 二三 三四 四五 五六 六七 七八 八九")]
    public void A_query_becomes_terms(string query, string terms) => Assert.Equal(terms, string.Join(' ', SearchTerms.ToFind(query)));

    [Fact]
    public async Task All_words_must_match_the_newest_comes_first_and_hidden_goods_do_not_show()
    {
        var (seller, shop, _) = await market.SellerAsync();
        var first = await SellerPages.PublishAsync(seller, "九峰山冬蜜 Winter Honey", "honey");
        var second = await SellerPages.PublishAsync(seller, "九峰山红薯干 Sweet Potato", "dried");
        var visitor = market.App.NewVisitor("en");
        Assert.Equal([second, first], await FoundAsync(visitor, "九峰山"));
        Assert.Equal([first], await FoundAsync(visitor, "九峰 winter"));
        Assert.Equal([first], await FoundAsync(visitor, $"honey {shop.Name}"));
        Assert.Empty(await FoundAsync(visitor, "九峰山 apple"));
        await seller.SubmitAsync(await seller.GetAsync("/sell/products"), null, $"form[action*=Hide]:has(input[value='{first}'])");
        Assert.Equal([second], await FoundAsync(visitor, "九峰山"));
    }

    [Fact]
    public async Task What_a_changed_name_no_longer_says_is_no_longer_found()
    {
        var (seller, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(seller, "雪梨膏", "other");
        var form = await seller.GetAsync($"/sell/products/{code}");
        await seller.SubmitAsync(form, new { Input__Name = "枇杷膏", Then = "save" });
        var visitor = market.App.NewVisitor();
        Assert.Empty(await FoundAsync(visitor, "雪梨"));
        Assert.Equal([code], await FoundAsync(visitor, "枇杷"));
    }

    private static async Task<IReadOnlyList<string>> FoundAsync(Visitor visitor, string query)
    {
        var page = await visitor.GetAsync("/search?q=" + Uri.EscapeDataString(query));
        return [.. page.Page.QuerySelectorAll("main .product h3 a").Select(link => link.GetAttribute("href")!["/p/".Length..])];
    }
}
