using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Learn;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Modules.Videos;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Learn;

public sealed class LearnTests(Stalls market) : IClassFixture<Stalls>
{
    [Theory]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Every_lesson_can_be_read(string language)
    {
        var (owner, _) = await market.OpenShopAsync(language);
        var all = await owner.GetAsync("/sell/learn");
        foreach (var lesson in Lesson.All)
        {
            Assert.NotNull(all.Page.QuerySelector($"a[href='/sell/learn/{lesson.Key}']"));
            var page = await owner.GetAsync($"/sell/learn/{lesson.Key}");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("learn.", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
            Assert.Equal(lesson.Points, page.Page.QuerySelectorAll(".lesson ol li").Length);
            Assert.Equal(lesson.Drawn, page.Page.QuerySelectorAll("svg.drawing > g").Length > 0);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("/sell/learn/poetry")).Status);
    }

    [Fact]
    public async Task The_next_steps_follow_the_facts_and_go_when_all_are_done()
    {
        var (owner, shop) = await market.OpenShopAsync();
        Assert.Equal("--x--", await StepsAsync(owner));
        var variant = await market.OfferAsync(shop, 9);
        await market.App.WriteAsync(async db => (await db.Products.SingleAsync(product => product.ShopId == shop.Id)).Illustrate(["0000000000"]));
        Assert.Equal("x-x--", await StepsAsync(owner));
        var video = await VideoDeskTests.AddAsync(owner);
        Assert.Equal("x-x--", await StepsAsync(owner));
        var page = await owner.GetAsync($"/sell/videos/{video}");
        await owner.SubmitAsync(page, new { tied = page.Page.QuerySelectorAll("input[name=tied]").Select(box => box.GetAttribute("value")!) }, "form[action*=Tie]");
        Assert.Equal("xxx--", await StepsAsync(owner));
        var order = await market.SoldAsync(market.App.NewVisitor(), variant);
        await owner.SubmitAsync(await owner.GetAsync($"/sell/orders/{order.Number}"), form: "form[action*=Pack]");
        Assert.Equal("xxx-x", await StepsAsync(owner));
        await market.App.WriteAsync(db =>
        {
            var account = new PayoutAccount();
            account.Set(PayoutKind.Alipay, "叶", "13800000000", number => number);
            db.Add(account);
            db.Entry(account).Property(one => one.ShopId).CurrentValue = shop.Id;
            return Task.CompletedTask;
        });
        Assert.Empty(await StepsAsync(owner));
    }

    [Fact]
    public async Task They_can_be_put_away()
    {
        var (owner, _) = await market.OpenShopAsync();
        Assert.Equal("/sell/today", (await owner.SubmitAsync(await owner.GetAsync("/sell/today"), form: "form[action*=Dismiss]")).Location);
        Assert.Empty(await StepsAsync(owner));
    }

    /// <summary>A letter a step, x where it is done.</summary>
    private static async Task<string> StepsAsync(Visitor owner) =>
        string.Concat((await owner.GetAsync("/sell/today")).Page.QuerySelectorAll(".next-steps li").Select(step => step.ClassList.Contains("done") ? 'x' : '-'));
}
