using System.Net;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Sellers;

/// <summary>Journey 7: large text on this phone, four large ways to go, and somebody to ring.</summary>
public sealed class LargeTextTests : IAsyncLifetime
{
    private readonly Stalls _market = new(["Sellers:HelpPhone=+86 578-806 1234"]);

    public Task InitializeAsync() => _market.InitializeAsync();

    public Task DisposeAsync() => _market.DisposeAsync();

    [Fact]
    public async Task Turned_on_it_stays_on_this_phone_and_nothing_is_left_out()
    {
        var (owner, _) = await _market.OpenShopAsync();
        var before = (await owner.GetAsync("/sell/today")).Page;
        Assert.Null(before.QuerySelector(".four"));
        Assert.Equal("/sell/today", (await owner.SubmitAsync(await owner.GetAsync("/sell/text-size"))).Location);
        var after = (await owner.GetAsync("/sell/today")).Page;
        Assert.Contains("large", after.DocumentElement.ClassName, StringComparison.Ordinal);
        Assert.Equal(["/sell/orders", "/sell/orders?state=Shipped", "/sell/money", "/sell/help"], after.QuerySelectorAll(".four a").Select(way => way.GetAttribute("href")!));
        var kept = after.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ToHashSet();
        Assert.All(before.QuerySelectorAll("a").Select(link => link.GetAttribute("href")), href => Assert.Contains(href, kept));
        Assert.Equal("/sell/text-size", (await owner.SubmitAsync(await owner.GetAsync("/sell/text-size"))).Location);
        Assert.Null((await owner.GetAsync("/sell/today")).Page.QuerySelector(".four"));
    }

    [Fact]
    public async Task The_market_can_be_rung_where_it_has_a_number()
    {
        var (owner, _) = await _market.OpenShopAsync();
        Assert.Equal("tel:+865788061234", (await owner.GetAsync("/sell/help")).Page.QuerySelector("a.button[href^='tel:']")!.GetAttribute("href"));
        await using var other = await StoreApp.StartAsync();
        var (nobody, _, _) = await other.SignedInAsync();
        Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync("/sell/help")).Status);
    }
}
