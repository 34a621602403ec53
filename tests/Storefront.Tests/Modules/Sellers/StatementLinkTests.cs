using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Sellers;

public sealed class StatementLinkTests(Stalls market) : IClassFixture<Stalls>
{
    [Fact]
    public async Task The_link_is_shown_once_and_opens_the_growers_statement_and_nothing_else()
    {
        var stall = await market.OpenShopAsync();
        var order = await market.SoldAsync(market.App.NewVisitor(), await market.OfferAsync(stall.Shop, 9));
        await market.App.SettleAsync();
        var (helper, _, _) = await market.HelperAsync(stall);
        var path = await MakeAsync(helper);
        Assert.Null((await helper.GetAsync("/sell/link")).Page.QuerySelector("#link"));
        Assert.Contains("never yet", (await helper.GetAsync("/sell/link")).Text, StringComparison.Ordinal);
        var key = path.Split('/')[^1];
        Assert.Equal(64, (await market.App.ReadAsync(db => db.StatementLinks.SingleAsync(link => link.ShopId == stall.Shop.Id))).KeyHash.Replace(key, "", StringComparison.Ordinal).Length);

        var grower = market.App.NewVisitor("en");
        var page = await grower.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains(order.Number, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Page.QuerySelectorAll("main form[method=post]"));
        Assert.Equal(("no-referrer", "noindex", "no-store"), (Header(page, "Referrer-Policy"), Header(page, "X-Robots-Tag"), page.Raw.Headers.CacheControl!.ToString()));
        Assert.DoesNotContain("never yet", (await helper.GetAsync("/sell/link")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Renewed_or_ended_the_old_link_is_dead()
    {
        var stall = await market.OpenShopAsync();
        var first = await MakeAsync(stall.Owner);
        var second = await MakeAsync(stall.Owner);
        var grower = market.App.NewVisitor("en");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), ((await grower.GetAsync(first)).Status, (await grower.GetAsync(second)).Status));
        Assert.Equal("/sell/link", (await stall.Owner.SubmitAsync(await stall.Owner.GetAsync("/sell/link"), form: "form[action*=End]")).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await grower.GetAsync(second)).Status);
    }

    [Fact]
    public async Task Guessing_is_slowed_down()
    {
        await using var app = await StoreApp.StartAsync(change: null, "Sellers:PrivateLooksPerMinute=3");
        var guesser = app.NewVisitor();
        var answers = new List<HttpStatusCode>();
        for (var tries = 0; tries < 4; tries++) answers.Add((await guesser.GetAsync("/statement/" + new string('a', 26))).Status);
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound], answers[..3]);
        Assert.Contains(answers[3], new[] { HttpStatusCode.TooManyRequests, HttpStatusCode.ServiceUnavailable });
    }

    private static async Task<string> MakeAsync(Visitor visitor)
    {
        var made = await visitor.SubmitAsync(await visitor.GetAsync("/sell/link"));
        Assert.NotNull(made.Page.QuerySelector("img[src^='data:image/png']"));
        return new Uri(made.Page.QuerySelector("#link")!.GetAttribute("value")!).AbsolutePath;
    }

    private static string Header(Answer answer, string name) => Assert.Single(answer.Raw.Headers.GetValues(name));
}
