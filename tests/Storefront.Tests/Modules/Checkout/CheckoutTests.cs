using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Checkout.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Checkout;

public sealed class CheckoutTests(Stalls market) : IClassFixture<Stalls>
{
    private async Task<(Visitor Guest, string Variant)> WithOneJarAsync(int stock = 9)
    {
        var variant = await market.OfferAsync(stock);
        var guest = market.App.NewVisitor("en");
        await Stalls.AddAsync(guest, variant);
        return (guest, variant);
    }

    [Fact]
    public async Task An_empty_cart_has_nothing_to_check_out() =>
        Assert.Equal("/cart", (await market.App.NewVisitor("en").GetAsync("/checkout")).Location);

    [Fact]
    public async Task Two_sellers_goods_are_one_payment_and_an_order_each()
    {
        var ((_, honey), (_, sugar)) = (await market.OpenShopAsync(), await market.OpenShopAsync());
        var (jar, bag) = (await market.OfferAsync(honey, 9), await market.OfferAsync(sugar, 9, fen: 1_200));
        var guest = market.App.NewVisitor("en");
        await Stalls.AddAsync(guest, jar, 2);
        await Stalls.AddAsync(guest, bag, 1);
        var (_, checkout) = await market.PlaceAsync(guest);
        var orders = await market.OrdersAsync(checkout);
        Assert.Equal([(honey.Id, 7_980L, 500L), (sugar.Id, 1_200L, 500L)], orders.Select(order => (order.ShopId, order.Goods.Fen, order.Freight.Fen)));
        Assert.Equal(new Money(10_180), await market.App.ReadAsync(db => db.Checkouts.Where(one => one.Code == checkout).Select(one => one.Total).SingleAsync()));
        Assert.All(orders, order => Assert.Equal("浙江省 丽水市 松阳县 玉岩镇", order.Address.Region));
        Assert.Equal((9, 2), await HeldAsync(jar));
        Assert.Contains("Your cart is empty", (await guest.GetAsync("/cart")).Text, StringComparison.Ordinal);
        Assert.Contains("2 farms", (await guest.GetAsync($"/orders/of/{checkout}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sent_twice_it_is_placed_once()
    {
        var (guest, variant) = await WithOneJarAsync();
        var page = await Stalls.FillInAsync(guest);
        var fields = Visitor.FieldsOf(page, null, "main form");
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => guest.PostAsync("/checkout", fields)));
        var again = await guest.PostAsync("/checkout", fields.Select(field => field.Key == "_once" ? new(field.Key, Code.NewSecret()) : field));
        Assert.Single(answers.Append(again).Select(answer => answer.Location).Distinct());
        Assert.StartsWith("/pay/", again.Location, StringComparison.Ordinal);
        Assert.Equal((9, 1), await HeldAsync(variant));
    }

    [Fact]
    public async Task A_price_that_moved_is_shown_before_anything_is_paid()
    {
        var (guest, variant) = await WithOneJarAsync();
        var page = await Stalls.FillInAsync(guest);
        await market.RepriceAsync(variant, 4_490);
        var refused = await guest.SubmitAsync(page, form: "main form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("is now ¥49.90", refused.Text, StringComparison.Ordinal);
        Assert.Equal("放门口", refused.Page.QuerySelector("[name='Input.Note']")!.GetAttribute("value"));
        Assert.StartsWith("/pay/", (await guest.SubmitAsync(refused, form: "main form")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_bought_meanwhile_is_named_and_nothing_is_held()
    {
        var (guest, variant) = await WithOneJarAsync(stock: 1);
        var page = await Stalls.FillInAsync(guest);
        await market.SoldAsync(market.App.NewVisitor(), variant);
        var refused = await guest.SubmitAsync(page, form: "main form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("not enough left: 冬蜜 一斤", refused.Text, StringComparison.Ordinal);
        Assert.Equal((0, 0), await HeldAsync(variant));
    }

    [Fact]
    public async Task A_suspended_shop_sells_nothing()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var guest = market.App.NewVisitor("en");
        await Stalls.AddAsync(guest, await market.OfferAsync(shop, 3));
        var page = await Stalls.FillInAsync(guest);
        await market.App.WriteAsync(async db => (await db.Set<Storefront.Modules.Sellers.Model.Shop>().SingleAsync(one => one.Id == shop.Id)).Suspend(new(1, DateTime.UnixEpoch), "…"));
        var refused = await guest.SubmitAsync(page, form: "main form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("no longer for sale: 冬蜜 一斤", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_delivered_nothing_is_sold()
    {
        var (guest, _) = await WithOneJarAsync();
        var page = await Stalls.FillInAsync(guest, Stalls.Tibet);
        Assert.Contains("Not delivered here", page.Text, StringComparison.Ordinal);
        var refused = await guest.SubmitAsync(page, form: "main form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("does not deliver here", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bad_input_comes_back_with_everything_typed()
    {
        var (guest, _) = await WithOneJarAsync();
        var page = await Stalls.FillInAsync(guest);
        var refused = await guest.SubmitAsync(page, new { Input__Phone = "12345", Input__Street = "" }, "main form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("mobile number of 11 digits", refused.Text, StringComparison.Ordinal);
        Assert.Contains("village, road and number", refused.Text, StringComparison.Ordinal);
        Assert.Equal("12345", refused.Page.QuerySelector("[name='Input.Phone']")!.GetAttribute("value"));
        Assert.Equal("王小明", refused.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.NotNull(refused.Page.QuerySelector($"option[value='{Stalls.Town}'][selected]"));
    }

    [Fact]
    public async Task A_pasted_address_fills_the_form()
    {
        var (guest, _) = await WithOneJarAsync();
        var fields = Visitor.FieldsOf(await guest.GetAsync("/checkout"), new { Input__Pasted = "李大山 13987654321 浙江省丽水市松阳县玉岩镇大岭脚村8号" }, "main form");
        var page = await guest.PostAsync("/checkout?handler=Split", fields);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("李大山", page.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal("13987654321", page.Page.QuerySelector("[name='Input.Phone']")!.GetAttribute("value"));
        Assert.Equal("大岭脚村8号", page.Page.QuerySelector("[name='Input.Street']")!.GetAttribute("value"));
        Assert.NotNull(page.Page.QuerySelector($"option[value='{Stalls.Town}'][selected]"));
        Assert.Contains("Pay ¥44.90", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_finds_the_address_again()
    {
        var variant = await market.OfferAsync(quantity: 9);
        var (buyer, _, _) = await market.App.SignedInAsync("en");
        await Stalls.AddAsync(buyer, variant);
        var (_, checkout) = await market.PlaceAsync(buyer);
        Assert.NotNull(Assert.Single(await market.OrdersAsync(checkout)).BuyerId);
        await Stalls.AddAsync(buyer, variant);
        var page = await buyer.GetAsync("/checkout");
        Assert.Equal("大岭脚村8号", page.Page.QuerySelector("[name='Input.Street']")!.GetAttribute("value"));
        var saved = page.Page.QuerySelector("button[name=saved]")!.GetAttribute("value")!;
        var used = await buyer.PostAsync("/checkout?handler=Use", Visitor.FieldsOf(page, new { Input__Name = "别人", saved }, "main form"));
        Assert.Equal("王小明", used.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Sixty_four_buyers_buy_the_last_ten_jars_and_no_more()
    {
        var variant = await market.OfferAsync(quantity: 10);
        var buyers = Enumerable.Range(0, 64).Select(_ => market.App.NewVisitor("en")).ToList();
        var pages = new List<Answer>();
        foreach (var buyer in buyers)
        {
            await Stalls.AddAsync(buyer, variant);
            pages.Add(await Stalls.FillInAsync(buyer));
        }
        var answers = await Task.WhenAll(buyers.Zip(pages).Select(pair => pair.First.SubmitAsync(pair.Second, form: "main form")));
        Assert.Equal(10, answers.Count(answer => answer.Location?.StartsWith("/pay/", StringComparison.Ordinal) == true));
        Assert.All(answers.Where(answer => answer.Location is null), answer =>
        {
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains("Nothing has been paid", answer.Text, StringComparison.Ordinal);
        });
        Assert.Equal((10, 10), await HeldAsync(variant));
    }

    private async Task<(int OnHand, int Held)> HeldAsync(string variant)
    {
        var stock = await market.StockAsync(variant);
        return (stock.OnHand, stock.Held);
    }
}
