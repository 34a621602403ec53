using System.Net;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Orders;

public sealed class BuyerTests(Stalls market) : IClassFixture<Stalls>
{
    [Fact]
    public async Task Paid_means_sold_and_everybody_is_told()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        var order = await market.SoldAsync(market.App.NewVisitor(), variant, 2);
        Assert.Equal(OrderState.Paid, order.State);
        Assert.Equal([OrderState.AwaitingPayment, OrderState.Paid], order.Moves.OrderBy(move => move.Id).Select(move => move.To));
        var stock = await market.StockAsync(variant);
        Assert.Equal((7, 0, 2), (stock.OnHand, stock.Held, stock.Sold));
        Assert.Contains(order.Number, (await owner.GetAsync("/me/notices")).Text, StringComparison.Ordinal);
        var page = await market.App.NewVisitor("en").GetAsync($"/orders/{order.Code}");
        Assert.Contains("getting it ready", page.Text, StringComparison.Ordinal);
        Assert.Contains(order.Lines[0].BatchCode, page.Text, StringComparison.Ordinal);
        Assert.Contains("大岭脚村8号", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_guesses_an_order()
    {
        var guest = market.App.NewVisitor();
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/orders/{Code.NewSecret()}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync($"/orders/of/{Code.NewSecret()}")).Status);
    }

    [Fact]
    public async Task Calling_off_what_is_paid_gives_the_money_and_the_goods_back()
    {
        var variant = await market.OfferAsync(quantity: 9);
        var guest = market.App.NewVisitor("en");
        var order = await market.SoldAsync(guest, variant, 2);
        var page = await guest.GetAsync($"/orders/{order.Code}");
        Assert.Equal($"/orders/{order.Code}", (await guest.SubmitAsync(page, form: "form[action*=Cancel]")).Location);
        await market.App.SettleAsync();
        Assert.Equal(OrderState.Cancelled, Assert.Single(await market.OrdersAsync(order.CheckoutCode)).State);
        Assert.Equal(9, (await market.StockAsync(variant)).OnHand);
        Assert.Equal(order.Total, await market.AskedBackAsync(order.CheckoutCode));
        var again = await guest.PostAsync($"/orders/{order.Code}?handler=Cancel", Visitor.FieldsOf(page, new { _once = Code.NewSecret() }, "form[action*=Cancel]"));
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        Assert.Contains("no longer possible", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calling_off_before_paying_closes_the_whole_checkout()
    {
        var (first, second) = (await market.OfferAsync(quantity: 9), await market.OfferAsync(quantity: 9));
        var guest = market.App.NewVisitor("en");
        await Stalls.AddAsync(guest, first);
        await Stalls.AddAsync(guest, second);
        var (attempt, checkout) = await market.PlaceAsync(guest);
        var page = await guest.GetAsync($"/orders/{(await market.OrdersAsync(checkout))[0].Code}");
        Assert.NotNull(page.Page.QuerySelector($"a[href='/pay/{attempt}']"));
        await guest.SubmitAsync(page, form: "form[action*=Cancel]");
        await market.App.SettleAsync();
        Assert.All(await market.OrdersAsync(checkout), order => Assert.Equal(OrderState.Cancelled, order.State));
        Assert.Equal(0, (await market.StockAsync(first)).Held + (await market.StockAsync(second)).Held);
        // Money that comes all the same goes back by itself and revives nothing.
        await market.PayAsync(attempt);
        await market.App.SettleAsync();
        Assert.All(await market.OrdersAsync(checkout), order => Assert.Equal(OrderState.Cancelled, order.State));
        Assert.Equal(9, (await market.StockAsync(first)).OnHand);
    }

    [Fact]
    public async Task Money_that_is_just_arriving_is_not_overtaken_by_calling_off()
    {
        var variant = await market.OfferAsync(quantity: 9);
        var guest = market.App.NewVisitor("en");
        await Stalls.AddAsync(guest, variant);
        var (attempt, checkout) = await market.PlaceAsync(guest);
        var order = Assert.Single(await market.OrdersAsync(checkout));
        var page = await guest.GetAsync($"/orders/{order.Code}");
        await market.SettleOnlyAsync(attempt);
        Assert.Equal(HttpStatusCode.BadRequest, (await guest.SubmitAsync(page, form: "form[action*=Cancel]")).Status);
        await market.App.DeliverAsync();
        Assert.Equal(OrderState.Paid, Assert.Single(await market.OrdersAsync(checkout)).State);
    }

    [Fact]
    public async Task Nobody_paid_so_the_goods_return()
    {
        var variant = await market.OfferAsync(quantity: 9);
        var guest = market.App.NewVisitor("en");
        await Stalls.AddAsync(guest, variant, 3);
        var (_, checkout) = await market.PlaceAsync(guest);
        await market.SayAsync(new PaymentExpired(checkout));
        await market.SayAsync(new PaymentExpired(checkout));
        Assert.Equal(OrderState.Cancelled, Assert.Single(await market.OrdersAsync(checkout)).State);
        Assert.Equal((9, 0), ((await market.StockAsync(variant)).OnHand, (await market.StockAsync(variant)).Held));
    }

    [Fact]
    public async Task A_day_later_the_goods_go_into_the_cart_again_as_far_as_they_are_there()
    {
        var (there, gone) = (await market.OfferAsync(quantity: 9), await market.OfferAsync(quantity: 1));
        var guest = market.App.NewVisitor("en");
        await Stalls.AddAsync(guest, there, 2);
        await Stalls.AddAsync(guest, gone);
        var (attempt, checkout) = await market.PlaceAsync(guest);
        market.App.Clock.Advance(TimeSpan.FromDays(1));
        await market.App.SettleAsync();
        var over = await guest.GetAsync($"/pay/{attempt}");
        Assert.Contains("order again", over.Text, StringComparison.Ordinal);
        var orders = await guest.GetAsync(over.Page.QuerySelector("main a.button")!.GetAttribute("href")!);
        await market.SoldAsync(market.App.NewVisitor(), gone);
        Assert.Equal("/cart", (await guest.SubmitAsync(orders, form: "form[action*=Again]")).Location);
        Assert.Equal(["2"], (await guest.GetAsync("/cart")).Page.QuerySelectorAll(".cart-line [name='Input.Quantity']").Select(field => field.GetAttribute("value")));
        var single = await guest.GetAsync($"/orders/{(await market.OrdersAsync(checkout)).Single(order => order.Lines[0].VariantCode == gone).Code}");
        var refused = await guest.SubmitAsync(single, form: "form[action*=Again]");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("None of these goods", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paid_too_late_for_goods_that_are_gone_is_paid_back_at_once()
    {
        var variant = await market.OfferAsync(quantity: 1);
        var guest = market.App.NewVisitor("en");
        await Stalls.AddAsync(guest, variant);
        var (attempt, checkout) = await market.PlaceAsync(guest);
        await market.App.RunAsync<ICatalog, bool>(async catalog =>
        {
            await catalog.ReleaseAsync(checkout, default);
            return true;
        });
        await market.SoldAsync(market.App.NewVisitor(), variant);
        await market.PayAsync(attempt);
        await market.App.SettleAsync();
        var order = Assert.Single(await market.OrdersAsync(checkout));
        Assert.Equal([OrderState.AwaitingPayment, OrderState.Paid, OrderState.Cancelled], order.Moves.OrderBy(move => move.Id).Select(move => move.To));
        Assert.Equal(order.Total, await market.AskedBackAsync(checkout));
    }

    [Fact]
    public async Task My_orders_are_mine_and_need_a_sign_in()
    {
        var variant = await market.OfferAsync(quantity: 9);
        var (buyer, _, _) = await market.App.SignedInAsync("en");
        Assert.Contains("No orders yet", (await buyer.GetAsync("/me/orders")).Text, StringComparison.Ordinal);
        var order = await market.SoldAsync(buyer, variant);
        Assert.Contains(order.Number, (await buyer.GetAsync("/me/orders")).Text, StringComparison.Ordinal);
        var (other, _, _) = await market.App.SignedInAsync("en");
        Assert.DoesNotContain(order.Number, (await other.GetAsync("/me/orders")).Text, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await market.App.NewVisitor().GetAsync("/me/orders")).Location, StringComparison.Ordinal);
    }
}
