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
    public async Task A_helper_who_is_gone_does_not_go_on_reading_by_the_link()
    {
        var stall = await market.OpenShopAsync();
        var (helper, _, _) = await market.HelperAsync(stall);
        var path = await MakeAsync(helper);
        await helper.SubmitAsync(await helper.GetAsync(await helper.HelpingPathAsync(stall.Shop)), form: "form[action*=Leave]");
        Assert.Equal(HttpStatusCode.NotFound, (await market.App.NewVisitor().GetAsync(path)).Status);

        var (second, _, _) = await market.HelperAsync(stall);
        var later = await MakeAsync(second);
        var consent = await market.App.ReadAsync(db => db.HelperConsents.Where(one => one.ShopId == stall.Shop.Id && one.Until == null).Select(one => one.Code).SingleAsync());
        await stall.Owner.SubmitAsync(await stall.Owner.GetAsync($"/me/consents/{consent}"), new { answer = "Withdraw" });
        Assert.Equal(HttpStatusCode.NotFound, (await market.App.NewVisitor().GetAsync(later)).Status);

        var own = await MakeAsync(stall.Owner);
        var (third, _, _) = await market.HelperAsync(stall);
        await third.SubmitAsync(await third.GetAsync(await third.HelpingPathAsync(stall.Shop)), form: "form[action*=Leave]");
        Assert.Equal(HttpStatusCode.OK, (await market.App.NewVisitor().GetAsync(own)).Status);
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
