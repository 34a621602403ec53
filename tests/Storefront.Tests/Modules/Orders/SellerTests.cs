using System.Net;
using Storefront.Modules.Orders;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Orders;

public sealed class SellerTests(Stalls market) : IClassFixture<Stalls>
{
    private async Task<(Visitor Owner, Order Order, string Variant)> WithOrderAsync()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        return (owner, await market.SoldAsync(market.App.NewVisitor("en"), variant, 2), variant);
    }

    private async Task<Order> AgainAsync(Order order) => Assert.Single(await market.OrdersAsync(order.CheckoutCode));

    [Fact]
    public async Task The_list_and_the_day_show_what_waits()
    {
        var (owner, order, _) = await WithOrderAsync();
        foreach (var path in new[] { "/sell/orders", "/sell/today", "/sell/orders/packing" })
        {
            var page = await owner.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains(order.Number, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(order.Code, page.Text, StringComparison.Ordinal);
        }
        Assert.Contains("¥84.80", (await owner.GetAsync("/sell/today")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(order.Number, (await owner.GetAsync("/sell/orders?state=Shipped")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync("/sell/orders?state=AwaitingPayment")).Status);
    }

    [Fact]
    public async Task What_is_not_paid_is_nobodys_work()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var guest = market.App.NewVisitor();
        await Stalls.AddAsync(guest, await market.OfferAsync(shop, 9));
        var (_, checkout) = await market.PlaceAsync(guest);
        var order = Assert.Single(await market.OrdersAsync(checkout));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/sell/orders/{order.Number}")).Status);
        await market.SayAsync(new PaymentExpired(checkout));
        Assert.DoesNotContain(order.Number, (await owner.GetAsync("/sell/orders?state=Cancelled")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_ones_own_orders_are_seen_and_moved()
    {
        var (owner, order, _) = await WithOrderAsync();
        var (other, _) = await market.OpenShopAsync();
        var path = $"/sell/orders/{order.Number}";
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        var mine = await owner.GetAsync(path);
        var others = await other.GetAsync("/sell/products");
        var stolen = await other.PostAsync($"{path}?handler=Pack", Visitor.FieldsOf(mine, null, "form[action*=Pack]"));
        Assert.True(stolen.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{stolen.Status} {others.Status}");
        Assert.Equal(OrderState.Paid, (await AgainAsync(order)).State);
        Assert.Contains("/sign-in", (await market.App.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
        var (nobody, _, _) = await market.App.SignedInAsync();
        Assert.NotEqual(HttpStatusCode.OK, (await nobody.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Packed_sent_delivered_confirmed()
    {
        var (owner, order, _) = await WithOrderAsync();
        var path = $"/sell/orders/{order.Number}";
        Assert.Equal(path, (await owner.SubmitAsync(await owner.GetAsync(path), form: "form[action*=Pack]")).Location);
        var refused = await owner.SubmitAsync(await owner.GetAsync(path), new { Parcel__Waybill = "包裹一" }, "form[action*=Ship]");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("包裹一", refused.Page.QuerySelector("[name='Parcel.Waybill']")!.GetAttribute("value"));
        var unknown = await owner.SubmitAsync(refused, new { Parcel__Waybill = "ABCDEF", Parcel__Carrier = "" }, "form[action*=Ship]");
        Assert.Contains("choose one", unknown.Text, StringComparison.Ordinal);
        await owner.SubmitAsync(unknown, new { Parcel__Waybill = "YT1234567890123", Parcel__Carrier = "" }, "form[action*=Ship]");
        var sent = await AgainAsync(order);
        Assert.Equal((OrderState.Shipped, "yuantong"), (sent.State, Assert.Single(sent.Parcels).Carrier));
        await owner.SubmitAsync(await owner.GetAsync(path), new { Parcel__Waybill = "YT1234567890124", Parcel__Carrier = "ems" }, "form[action*=Ship]");
        Assert.Equal(["yuantong", "ems"], (await AgainAsync(order)).Parcels.OrderBy(parcel => parcel.Id).Select(parcel => parcel.Carrier));
        var guest = market.App.NewVisitor("en");
        var page = await guest.GetAsync($"/orders/{order.Code}");
        Assert.Contains("YT1234567890123", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("form[action*=Cancel]"));
        await owner.SubmitAsync(await owner.GetAsync(path), form: "form[action*=Delivered]");
        await guest.SubmitAsync(await guest.GetAsync($"/orders/{order.Code}"), form: "form[action*=Received]");
        var done = await AgainAsync(order);
        Assert.Equal(
            [Mover.Buyer, Mover.Payment, Mover.Seller, Mover.Seller, Mover.Seller, Mover.Buyer],
            done.Moves.OrderBy(move => move.Id).Select(move => move.By));
        Assert.Equal(OrderState.Completed, done.State);
    }

    [Fact]
    public async Task A_seller_cancels_with_a_reason_and_the_money_goes_back()
    {
        var (owner, order, variant) = await WithOrderAsync();
        var path = $"/sell/orders/{order.Number}";
        var refused = await owner.SubmitAsync(await owner.GetAsync(path), new { Why__Reason = " " }, "form[action*=Cancel]");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Say why", refused.Text, StringComparison.Ordinal);
        Assert.Equal(path, (await owner.SubmitAsync(refused, new { Why__Reason = "蜜里有水" }, "form[action*=Cancel]")).Location);
        await market.App.SettleAsync();
        Assert.Equal(9, (await market.StockAsync(variant)).OnHand);
        Assert.Equal(order.Total, await market.AskedBackAsync(order.CheckoutCode));
        Assert.Contains("蜜里有水", (await market.App.NewVisitor("en").GetAsync($"/orders/{order.Code}")).Text, StringComparison.Ordinal);
        Assert.Contains(order.Number, (await owner.GetAsync("/sell/orders?state=Cancelled")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_forget_the_clock_does()
    {
        var (owner, order, _) = await WithOrderAsync();
        await owner.SubmitAsync(await owner.GetAsync($"/sell/orders/{order.Number}"), new { Parcel__Waybill = "SF1234567890123", Parcel__Carrier = "" }, "form[action*=Ship]");
        await market.RunAsync<CompleteOrders>();
        Assert.Equal(OrderState.Shipped, (await AgainAsync(order)).State);
        market.App.Clock.Advance(TimeSpan.FromDays(7.1));
        await market.RunAsync<CompleteOrders>();
        Assert.Equal(OrderState.Delivered, (await AgainAsync(order)).State);
        market.App.Clock.Advance(TimeSpan.FromDays(10.1));
        await market.RunAsync<CompleteOrders>();
        var done = await AgainAsync(order);
        Assert.Equal((OrderState.Completed, Mover.Timer), (done.State, done.Moves.MaxBy(move => move.Id)!.By));
    }
}
