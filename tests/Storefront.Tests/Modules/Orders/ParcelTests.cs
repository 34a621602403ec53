using System.Net;
using Storefront.Modules.Orders;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Orders;

/// <summary>One order in several parcels: it is sent when nothing waits any more, and until then what waits can be given back and what has left cannot be called off.</summary>
public sealed class ParcelTests(Stalls market) : IClassFixture<Stalls>
{
    private const string ShipForm = "form[action*=Ship]";
    private static readonly Signature BySeller = new(Mover.Seller, 1);

    [Fact]
    public async Task Two_parcels_make_one_order_and_the_buyer_sees_what_is_in_each()
    {
        var (owner, order, _) = await SoldAsync(3);
        var first = await ShipAsync(owner, order, "YT1234567890123", "1");
        Assert.Equal(SellPath(order), first.Location);
        var now = await AgainAsync(order);
        Assert.Equal((OrderState.Paid, 1, 2), (now.State, now.Lines[0].Sent, now.Lines[0].Left));
        var buyer = market.App.NewVisitor("en");
        var page = await buyer.GetAsync($"/orders/{order.Code}");
        Assert.Contains("A part of it is on its way", page.Text, StringComparison.Ordinal);
        Assert.Contains("冬蜜 一斤 × 1", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("form[action*=Cancel]"));
        Assert.Contains("× 2", (await owner.GetAsync("/sell/orders/packing")).Page.QuerySelector("article.slip table")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(SellPath(order), (await ShipAsync(owner, order, "ZT9876543210", "2", "zhongtong")).Location);
        now = await AgainAsync(order);
        Assert.Equal((OrderState.Shipped, 3), (now.State, now.Lines[0].Sent));
        page = await buyer.GetAsync($"/orders/{order.Code}");
        foreach (var text in new[] { "YT1234567890123", "ZT9876543210", "Parcel 1 of 2", "Parcel 2 of 2", "冬蜜 一斤 × 2" }) Assert.Contains(text, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_parcel_and_more_than_waits_are_refused()
    {
        var (owner, order, _) = await SoldAsync(2);
        var empty = await ShipAsync(owner, order, "YT1234567890123", "0");
        Assert.Equal(HttpStatusCode.BadRequest, empty.Status);
        Assert.Contains("Nothing would be in this parcel", empty.Text, StringComparison.Ordinal);
        Assert.Equal("YT1234567890123", empty.Page.QuerySelector("[name='Parcel.Waybill']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, (await ShipAsync(owner, order, "YT1234567890123", "3")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await ShipAsync(owner, order, "YT1234567890123", "-1")).Status);
        Assert.Empty((await AgainAsync(order)).Parcels);
    }

    [Fact]
    public async Task What_waits_and_is_given_back_leaves_an_order_that_is_on_its_way()
    {
        var (owner, order, variant) = await SoldAsync(3);
        await ShipAsync(owner, order, "YT1234567890123", "1");
        Assert.False(await market.App.RunAsync<CancelOrder, bool>(cancel => cancel.RunAsync(one => one.Id == order.Id, BySeller, "x", default)));
        Assert.Equal(RefundOrder.Outcome.TooMuch, await GiveBackAsync(order, 3));
        Assert.Equal(RefundOrder.Outcome.Asked, await GiveBackAsync(order, 2));
        var now = await AgainAsync(order);
        Assert.Equal((OrderState.Shipped, 2), (now.State, now.Lines[0].Withdrawn));
        Assert.Equal(8, (await market.StockAsync(variant)).OnHand);
        Assert.Equal(RefundOrder.Outcome.Asked, await GiveBackAsync(order, 1));
        Assert.Equal(order.Goods, await market.AskedBackAsync(order.CheckoutCode));
    }

    [Fact]
    public async Task Of_a_recalled_batch_what_waits_is_paid_back_and_who_has_the_rest_is_told()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        var (buyer, _, _) = await market.App.SignedInAsync("en");
        var order = await market.SoldAsync(buyer, variant, 3);
        await ShipAsync(owner, order, "YT1234567890123", "1");
        await owner.SubmitAsync(await owner.GetAsync($"/sell/products/{order.Lines[0].ProductCode}/stock"), new { reason = "检出水分超标" }, "form[action*=Recall]");
        await market.App.DeliverAsync();
        var now = await AgainAsync(order);
        Assert.Equal((OrderState.Shipped, 2, true), (now.State, now.Lines[0].Withdrawn, now.Lines[0].Recalled));
        Assert.Equal(order.Lines[0].Price * 2, await market.AskedBackAsync(order.CheckoutCode));
        Assert.Contains("has been recalled", (await buyer.GetAsync("/me/notices")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_pack_the_last_jar_at_once_one_wins()
    {
        var (_, order, _) = await SoldAsync(2);
        await PackAsync(order, 1);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PackAsync(order, 2)).Concat(Enumerable.Range(0, 4).Select(_ => PackAsync(order, 1))));
        Assert.Contains(ShipOrder.Outcome.Shipped, outcomes);
        var now = await AgainAsync(order);
        Assert.Equal((OrderState.Shipped, 2, 2), (now.State, now.Lines[0].Sent, now.Parcels.SelectMany(parcel => parcel.Lines).Sum(line => line.Quantity)));
    }

    [Fact]
    public async Task A_slip_says_what_is_in_its_parcel_and_leads_to_the_batch()
    {
        var (owner, order, _) = await SoldAsync(3);
        var path = $"{SellPath(order)}/slip";
        var whole = await owner.GetAsync(path);
        Assert.Contains("× 3", whole.Page.QuerySelector(".slip")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("¥", whole.Page.QuerySelector(".slip")!.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("data:image/svg+xml;base64,", whole.Page.QuerySelector(".codes img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Equal($"/b/{order.Lines[0].BatchCode}", whole.Page.QuerySelector(".codes a")!.GetAttribute("href"));
        var part = await owner.GetAsync(path + "?pieces=1&prices=true");
        Assert.Contains("× 1", part.Page.QuerySelector(".slip")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("¥39.90", part.Page.QuerySelector(".slip tfoot")!.TextContent, StringComparison.Ordinal);
        await ShipAsync(owner, order, "YT1234567890123", "2");
        Assert.Contains("× 2", (await owner.GetAsync(path + "?parcel=1")).Page.QuerySelector(".slip")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(path + "?parcel=2")).Status);
        var (other, _) = await market.OpenShopAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
    }

    [Fact]
    public async Task Only_the_page_that_reads_bar_codes_may_use_the_camera()
    {
        var (owner, order, _) = await SoldAsync(1);
        foreach (var (path, allows) in new[] { (SellPath(order), true), ("/sell/orders", false), ("/", false) })
        {
            var policy = Assert.Single((await owner.GetAsync(path)).Raw.Headers.GetValues("Permissions-Policy"));
            Assert.Contains(allows ? "camera=(self)" : "camera=()", policy, StringComparison.Ordinal);
        }
        Assert.Contains(order.Address.Phone, (await owner.GetAsync(SellPath(order))).Page.QuerySelector("#words")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(Visitor Owner, Order Order, string Variant)> SoldAsync(int pieces)
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        return (owner, await market.SoldAsync(market.App.NewVisitor("en"), variant, pieces), variant);
    }

    private static string SellPath(Order order) => $"/sell/orders/{order.Number}";

    private static async Task<Answer> ShipAsync(Visitor owner, Order order, string waybill, string pieces, string carrier = "")
    {
        var page = await owner.GetAsync(SellPath(order));
        var fields = Visitor.FieldsOf(page, new { Parcel__Waybill = waybill, Parcel__Carrier = carrier }, ShipForm);
        fields.RemoveAll(field => field.Key == "Parcel.Pieces[0]");
        fields.Add(new("Parcel.Pieces[0]", pieces));
        return await owner.PostAsync(Visitor.ActionOf(page, ShipForm), fields);
    }

    private Task<ShipOrder.Outcome> PackAsync(Order order, int pieces) =>
        market.App.RunAsync<ShipOrder, ShipOrder.Outcome>(ship => ship.RunAsync(one => one.Id == order.Id, "yuantong", "YT1234567890123", BySeller, default, [pieces]));

    private Task<RefundOrder.Outcome> GiveBackAsync(Order order, int pieces) =>
        market.App.RunAsync<RefundOrder, RefundOrder.Outcome>(refund => refund.RunAsync(one => one.Id == order.Id, new([pieces], Freight: false, Sum: null, "x", Restock: true), BySeller, default));

    private async Task<Order> AgainAsync(Order order) => Assert.Single(await market.OrdersAsync(order.CheckoutCode));
}
