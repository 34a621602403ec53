using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Catalog;

public sealed class BuyerTests(Market market) : IClassFixture<Market>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/goods")]
    [InlineData("/c/honey")]
    [InlineData("/search")]
    [InlineData("/search?q=%E8%9C%9C")]
    public async Task Lists_are_public_and_the_same_for_everyone(string path)
    {
        await market.ProductAsync(await market.ShopAsync(), "百花蜜", ["一斤"], (100, 5));
        var answer = await market.App.NewVisitor().GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.NotNull(answer.Raw.Headers.ETag);
        Assert.False(answer.Raw.Headers.Contains("Set-Cookie"));
        Assert.Empty(answer.Page.QuerySelectorAll("[name=__RequestVerificationToken]"));
    }

    [Theory]
    [InlineData("/c/gadgets")]
    [InlineData("/p/0000000000")]
    [InlineData("/s/0000000000")]
    public async Task What_is_not_there_is_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await market.App.NewVisitor().GetAsync(path)).Status);

    [Fact]
    public async Task A_product_page_says_what_is_in_the_batch_who_made_it_and_what_it_costs_a_jin()
    {
        var shop = await market.ShopAsync();
        var product = await market.ProductAsync(shop, "冬蜜</script>", ["一斤装", "二斤装"], (100, 5));
        var (freight, _) = await market.App.RunAsync<IShipping, (Money, Money?)>(shipping => shipping.UsualAsync(shop.Id, 500, default));
        var answer = await market.App.NewVisitor("en").GetAsync($"/p/{product.Code}");
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.All(
            ["玉岩镇", "¥40.00 / 500 g", shop.Name, $"usually {freight}", "sent back within seven days"],
            text => Assert.Contains(text, answer.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal));
        Assert.Equal([product.Variants[0].Code, product.Variants[1].Code], answer.Page.QuerySelectorAll("form[action='/cart/add'] [name=VariantCode]").Select(radio => radio.GetAttribute("value")));
        Assert.Contains("<script type=\"application/ld+json\">", answer.Text, StringComparison.Ordinal);
        using var data = JsonDocument.Parse(answer.Page.QuerySelector("script[type='application/ld+json']")!.TextContent);
        Assert.Equal("冬蜜</script>", data.RootElement.GetProperty("name").GetString());
        Assert.Equal("80.00", data.RootElement.GetProperty("offers")[1].GetProperty("price").GetString());
    }

    [Fact]
    public async Task What_is_sold_out_says_so_and_cannot_be_chosen()
    {
        var product = await market.ProductAsync(await market.ShopAsync(), "卖完了的蜜", ["一斤"], (0, 5));
        var answer = await market.App.NewVisitor("en").GetAsync($"/p/{product.Code}");
        Assert.NotNull(answer.Page.QuerySelector("[name=VariantCode][disabled]"));
        Assert.Null(answer.Page.QuerySelector("button[form=buy]"));
    }

    [Fact]
    public async Task A_video_loads_nothing_from_elsewhere_before_the_tap()
    {
        var (seller, shop, _) = await market.SellerAsync();
        var typed = new Dictionary<string, string?>(SellerPages.Filled("有视频的蜜")) { ["Input.ShareText"] = "https://www.bilibili.com/video/BV1xx411c7mD" };
        var saved = await SellerPages.PostAsync(seller, SellerPages.New, typed, "publish");
        foreach (var path in new[] { "/p/" + saved.Location!.Split('/', '?')[3], $"/s/{shop.Code}" })
        {
            var answer = await seller.GetAsync(path);
            Assert.StartsWith("https://player.bilibili.com/", answer.Page.QuerySelector("a.video-poster")!.GetAttribute("data-embed"), StringComparison.Ordinal);
            Assert.Empty(answer.Page.QuerySelectorAll("iframe, img[src^=http], script[src^=http], link[rel=stylesheet][href^=http]"));
        }
    }

    [Fact]
    public async Task A_list_is_paged()
    {
        var shop = await market.ShopAsync();
        for (var i = 0; i < Paging.Size + 1; i++) await market.ProductAsync(shop, $"第{i}罐", ["一斤"], (100, 1));
        var visitor = market.App.NewVisitor();
        var first = await visitor.GetAsync($"/s/{shop.Code}");
        Assert.Equal(Paging.Size, first.Page.QuerySelectorAll("main .product").Length);
        var second = await visitor.GetAsync($"/s/{shop.Code}" + first.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!.Split(shop.Code)[1]);
        Assert.Equal("第0罐", Assert.Single(second.Page.QuerySelectorAll("main .product h3")).TextContent);
    }

    [Fact]
    public async Task An_edit_shows_at_once_on_the_cached_page()
    {
        var (seller, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(seller, "旧名字");
        var visitor = market.App.NewVisitor();
        Assert.Contains("旧名字", (await visitor.GetAsync($"/p/{code}")).Text, StringComparison.Ordinal);
        await SellerPages.PostAsync(seller, $"/sell/products/{code}", new Dictionary<string, string?> { ["Input.Name"] = "新名字" }, "save");
        Assert.Contains("新名字", (await visitor.GetAsync($"/p/{code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_tell_price_stock_and_whether_it_is_for_sale()
    {
        var product = await market.ProductAsync(await market.ShopAsync(), "报价", ["一斤"], (100, 5), (0, 3));
        var offer = Assert.Single(await market.App.RunAsync<ICatalog, IReadOnlyList<Offer>>(catalog => catalog.OffersAsync([product.Variants[0].Code, "unknown"], default)));
        Assert.Equal((5, true, new Money(4_000), 500), (offer.Available, offer.ForSale, offer.Price, offer.NetGrams));
        await market.App.ReadAsync(db => db.Variants.Where(variant => variant.Id == offer.VariantId).ExecuteUpdateAsync(set => set.SetProperty(variant => variant.Removed, true)));
        Assert.False((await market.App.RunAsync<ICatalog, IReadOnlyList<Offer>>(catalog => catalog.OffersAsync([offer.VariantCode], default))).Single().ForSale);
    }
}
