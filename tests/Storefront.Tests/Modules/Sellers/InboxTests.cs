using System.Net;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Sellers;

/// <summary>One helper, two shops.</summary>
public sealed class InboxTests(Stalls market) : IClassFixture<Stalls>
{
    [Fact]
    public async Task Orders_of_both_shops_stand_together_and_each_says_whose_it_is()
    {
        var (a, b) = (await market.OpenShopAsync(), await market.OpenShopAsync());
        var (helper, _, _) = await market.HelperAsync(a, b);
        var orders = new List<Order>();
        foreach (var shop in new[] { a.Shop, b.Shop }) orders.Add(await market.SoldAsync(market.App.NewVisitor(), await market.OfferAsync(shop, 9)));
        foreach (var path in new[] { "/sell/today", "/sell/orders", "/sell/orders/packing" })
        {
            var page = await helper.GetAsync(path);
            foreach (var order in orders) Assert.Contains(order.Number, page.Text, StringComparison.Ordinal);
            foreach (var shop in new[] { a.Shop, b.Shop }) Assert.Contains(shop.Name, page.Page.QuerySelector("main")!.TextContent.Replace(page.Page.QuerySelector(".chooser")!.TextContent, "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
        Assert.Equal(["2"], (await helper.GetAsync("/sell/orders")).Page.QuerySelectorAll(".tabs b").Select(count => count.TextContent));
        foreach (var order in orders)
        {
            var packed = await helper.SubmitAsync(await helper.GetAsync($"/sell/orders/{order.Number}"), form: "form[action*=Pack]");
            Assert.Equal($"/sell/orders/{order.Number}", packed.Location);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await a.Owner.GetAsync($"/sell/orders/{orders[1].Number}")).Status);
        Assert.Null((await a.Owner.GetAsync("/sell/today")).Page.QuerySelector(".chooser"));
    }

    [Fact]
    public async Task A_form_acts_on_the_shop_its_page_was_opened_for_whatever_was_chosen_since()
    {
        var (a, b) = (await market.OpenShopAsync(), await market.OpenShopAsync());
        var (wife, id, _) = await market.App.SignedInAsync("en");
        foreach (var (_, shop) in new[] { a, b })
            await market.App.WriteAsync(async db => { db.Attach(shop); shop.Admit(id, MemberRole.Owner, new(id, DateTime.UnixEpoch)); await Task.CompletedTask; });
        await wife.GetAsync($"/sell?shop={a.Shop.Code}");
        var opened = await wife.GetAsync("/sell/me");
        await wife.GetAsync($"/sell?shop={b.Shop.Code}");
        Assert.Equal(b.Shop.Name, (await wife.GetAsync("/sell/me")).Page.QuerySelector("h1")!.TextContent);

        Assert.Equal("/sell/me", (await wife.SubmitAsync(opened, form: "form[action*=Rest]")).Location);
        Assert.Equal((ShopState.Paused, ShopState.Approved), (await StateAsync(a.Shop), await StateAsync(b.Shop)));
        Assert.Equal(a.Shop.Name, (await wife.GetAsync("/sell/me")).Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_form_that_names_a_shop_of_others_is_refused()
    {
        var (a, b) = (await market.OpenShopAsync(), await market.OpenShopAsync());
        var page = await a.Owner.GetAsync("/sell/me");
        var forged = await a.Owner.SubmitAsync(page, new { _shop = b.Shop.Code }, "form[action*=Rest]");
        Assert.True(forged.IsForbidden());
        var before = await market.App.ReadAsync(db => Task.FromResult(db.Shops.Count()));
        Assert.True((await a.Owner.UploadAsync(await a.Owner.GetAsync("/sell/apply/shop"), new { _shop = b.Shop.Code, Input__Name = "另一家店" })).IsForbidden());
        Assert.Equal(before, await market.App.ReadAsync(db => Task.FromResult(db.Shops.Count())));
        Assert.Equal((ShopState.Approved, ShopState.Approved), (await StateAsync(a.Shop), await StateAsync(b.Shop)));
        var (helper, _, _) = await market.HelperAsync(a, b);
        Assert.True((await helper.PostAsync("/sell/me?handler=Rest", [.. Visitor.FieldsOf(await helper.GetAsync("/sell/members"), null, "main form[method=post]"), new("pause", "true")])).IsForbidden());
    }

    private async Task<ShopState> StateAsync(Shop shop) => (await market.App.RunAsync<IShops, ShopCard?>(shops => shops.FindAsync(shop.Id, default)))!.State;
}
