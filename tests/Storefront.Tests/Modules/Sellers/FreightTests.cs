using System.Net;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Sellers;

public sealed class FreightTests(StoreFixture shops) : IClassFixture<StoreFixture>
{
    private const string Here = "/sell/freight";

    [Fact]
    public async Task A_seller_sets_what_sending_costs()
    {
        var (reviewer, _, _) = await shops.App.SignedInAsync("en", "reviewer");
        var owner = await (await Applicant.NewAsync(shops.App)).ApprovedAsync(reviewer);
        var shop = (await owner.ShopAsync()).Id;
        Assert.Equal(Fee(1_400), await QuoteAsync(shop, "110105", 1_500, 9_900));

        var page = await owner.Visitor.GetAsync(Here);
        Assert.Equal("Near", page.Page.QuerySelector("[name='Input.Provinces[33]'] [selected]")!.GetAttribute("value"));
        Assert.Equal("10.00", page.Page.QuerySelector("[name='Input.Prices[Usual].First']")!.GetAttribute("value"));

        var wrong = await SendAsync(owner, page, ("Input.Prices[Near].First", "six"), ("Input.FreeFrom", "-3"), ("Input.Provinces[46]", "Refused"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("six", wrong.Page.QuerySelector("[name='Input.Prices[Near].First']")!.GetAttribute("value"));
        Assert.Equal("Refused", wrong.Page.QuerySelector("[name='Input.Provinces[46]'] [selected]")!.GetAttribute("value"));
        Assert.Contains("Write a sum such as 8 or 8.50, at most 1000 yuan", wrong.Text, StringComparison.Ordinal);
        Assert.Contains("Write a sum such as 99, or leave it empty", wrong.Text, StringComparison.Ordinal);

        var saved = await SendAsync(owner, wrong, ("Input.FirstGrams", "2000"), ("Input.Prices[Near].First", "6.5"), ("Input.Prices[Near].Further", "1"), ("Input.FreeFrom", "99"));
        Assert.Equal("/sell/freight?saved=true", saved.Location);
        Assert.Contains("Postage saved", (await owner.Visitor.FollowAsync(saved)).Text, StringComparison.Ordinal);
        Assert.Equal(Fee(650), await QuoteAsync(shop, "331124102", 2_000, 9_899));
        Assert.Equal(Fee(850), await QuoteAsync(shop, "331124102", 3_001, 9_899));
        Assert.Equal(Fee(0), await QuoteAsync(shop, "331124102", 3_001, 9_900));
        Assert.Equal(Fee(1_500), await QuoteAsync(shop, "620102", 500, 9_900));
        Assert.Equal(FreightRefusal.NotDelivered, (await QuoteAsync(shop, "460105", 500, 9_900)).Refusal);
        Assert.Equal(FreightRefusal.NotDelivered, (await QuoteAsync(shop, "999999", 500, 9_900)).Refusal);
        Assert.Equal((new Money(1_000), new Money(9_900)), await shops.App.RunAsync<IShipping, (Money, Money?)>(shipping => shipping.UsualAsync(shop, 1_000, default)));
    }

    [Fact]
    public async Task An_empty_post_is_shown_again_whole()
    {
        var (reviewer, _, _) = await shops.App.SignedInAsync("en", "reviewer");
        var owner = await (await Applicant.NewAsync(shops.App)).ApprovedAsync(reviewer);
        var page = await owner.Visitor.GetAsync(Here);
        var token = Support.Visitor.FieldsOf(page, null, "main form[method=post]").Where(field => field.Key == "__RequestVerificationToken");
        var answer = await owner.Visitor.PostAsync(Here, token);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(31, answer.Page.QuerySelectorAll("[name^='Input.Provinces']").Length);
    }

    [Fact]
    public async Task Nobody_else_gets_in()
    {
        Assert.StartsWith("/sign-in", new Uri(shops.App.Address, (await shops.App.NewVisitor().GetAsync(Here)).Location).AbsolutePath, StringComparison.Ordinal);
        var (buyer, _, _) = await shops.App.SignedInAsync();
        Assert.NotEqual(HttpStatusCode.OK, (await buyer.GetAsync(Here)).Status);
    }

    private static FreightQuote Fee(long fen) => new(new(fen), FreightRefusal.None);

    private static Task<Answer> SendAsync(Applicant owner, Answer page, params (string Name, string Value)[] values)
    {
        var fields = Support.Visitor.FieldsOf(page, null, "main form[method=post]");
        fields.RemoveAll(field => values.Any(value => value.Name == field.Key));
        return owner.Visitor.PostAsync(Here, fields.Concat(values.Select(value => KeyValuePair.Create(value.Name, value.Value))));
    }

    private Task<FreightQuote> QuoteAsync(long shop, string region, int grams, long fen) =>
        shops.App.RunAsync<IShipping, FreightQuote>(shipping => shipping.QuoteAsync(shop, region, grams, new(fen), default));
}
