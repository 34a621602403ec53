using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Data.Events;
using Storefront.Modules.Orders;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Orders;

/// <summary>A part of an order is given back: by pieces or by a sum, by the seller or the market, and everybody sees how far it has come.</summary>
public sealed class RefundTests(Stalls market) : IClassFixture<Stalls>
{
    private const string Form = "form[action*=Refund]";
    private static readonly Signature BySeller = new(Mover.Seller, 1);

    [Fact]
    public async Task By_pieces_before_it_leaves_they_return_to_the_shelf_and_are_not_packed()
    {
        var (owner, order, variant) = await SoldAsync(3);
        var done = await SubmitAsync(owner, order, ("Refund.Pieces[0]", "2"), ("Refund.Reason", "两罐裂了"));
        Assert.Equal(SellPath(order), done.Location);
        Assert.Equal(8, (await market.StockAsync(variant)).OnHand);
        var refund = Assert.Single(await RowsAsync(order));
        Assert.Equal((new Money(7_980), Money.Zero, true, Mover.Seller), (refund.Goods, refund.Freight, refund.Restocked, refund.By));
        Assert.Equal(new Money(7_980), await market.AskedBackAsync(order.CheckoutCode));
        var packing = await owner.GetAsync("/sell/orders/packing");
        Assert.Contains("× 1<", packing.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("× 3<", packing.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_sees_how_far_it_has_come()
    {
        var (owner, order, _) = await SoldAsync(2);
        await SubmitAsync(owner, order, ("Refund.Sum", "12.50"), ("Refund.Reason", "盖子松了"));
        var (finance, _, _) = await market.App.SignedInAsync("en", Policies.FinanceRole);
        (Visitor Who, string Path)[] all = [(market.App.NewVisitor("en"), $"/orders/{order.Code}"), (owner, SellPath(order)), (finance, $"/admin/orders/{order.Number}")];
        await SeeAsync(all, "Asked for", "¥12.50", "盖子松了");
        await ChangeAsync(order, refund => refund.Fail(new("", null, Storefront.Modules.Payments.Gateways.RefundStatus.Failed, Why: "card closed")));
        await SeeAsync(all, "Did not work, we are on it");
        await ChangeAsync(order, refund => refund.Again(refund.CreatedAt));
        await market.RefundedAsync(order.CheckoutCode);
        await SeeAsync(all, "Paid back", "-¥12.50");
    }

    [Fact]
    public async Task The_form_keeps_what_was_typed_and_says_what_is_wrong()
    {
        var (owner, order, _) = await SoldAsync(3);
        (string Says, (string, string)[] Typed)[] ladder =
        [
            ("Choose the goods, or enter a sum", [("Refund.Reason", "坏了")]),
            ("Either goods or a sum", [("Refund.Pieces[0]", "1"), ("Refund.Sum", "3"), ("Refund.Reason", "坏了")]),
            ("Enter a sum, for example", [("Refund.Sum", "-3"), ("Refund.Reason", "坏了")]),
            ("Say how many pieces", [("Refund.Pieces[0]", "two"), ("Refund.Reason", "坏了")]),
            ("Say why", [("Refund.Sum", "3"), ("Refund.Reason", " ")]),
            ("more than is left", [("Refund.Sum", "9999"), ("Refund.Reason", "坏了")]),
            ("more than is left", [("Refund.Pieces[0]", "4"), ("Refund.Reason", "坏了")]),
            ("cancel the order instead", [("Refund.Pieces[0]", "3"), ("Refund.Freight", "true"), ("Refund.Reason", "坏了")]),
        ];
        foreach (var (says, typed) in ladder)
        {
            var refused = await SubmitAsync(owner, order, typed);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains(says, refused.Text, StringComparison.Ordinal);
            Assert.True(refused.Page.QuerySelector(Form)!.Closest("details")!.HasAttribute("open"));
            foreach (var (name, value) in typed.Where(one => one.Item1 is "Refund.Sum" or "Refund.Reason"))
                Assert.Equal(value, refused.Page.QuerySelector($"[name='{name}']")!.GetAttribute("value"));
        }
        Assert.Empty(await RowsAsync(order));
    }

    [Fact]
    public async Task Only_the_own_shop_and_the_people_of_the_money_give_back()
    {
        var (owner, order, _) = await SoldAsync(2);
        var (other, _) = await market.OpenShopAsync();
        var fields = Fields(await owner.GetAsync(SellPath(order)), ("Refund.Sum", "1"), ("Refund.Reason", "x"));
        var stolen = await other.PostAsync(SellPath(order) + "?handler=Refund", fields);
        Assert.True(stolen.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden);
        var (moderator, _, _) = await market.App.SignedInAsync("en", Policies.ModeratorRole);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.GetAsync($"/admin/orders/{order.Number}")).Status);
        var (finance, _, _) = await market.App.SignedInAsync("en", Policies.FinanceRole);
        Assert.Equal(HttpStatusCode.NotFound, (await finance.GetAsync("/admin/orders/000000-0000-0000")).Status);
        Assert.Contains($"/admin/orders/{order.Number}", (await finance.GetAsync($"/admin/orders?number={order.Number}")).Text, StringComparison.Ordinal);
        Assert.Empty(await RowsAsync(order));
        var page = await finance.GetAsync($"/admin/orders/{order.Number}");
        Assert.DoesNotContain("大岭脚村8号", page.Text, StringComparison.Ordinal);
        Assert.NotNull((await finance.PostAsync(Visitor.ActionOf(page, Form), Fields(page, ("Refund.Sum", "1"), ("Refund.Reason", "平台补偿")))).Location);
        Assert.Equal(Mover.Market, Assert.Single(await RowsAsync(order)).By);
        Assert.Contains(order.Number, (await owner.GetAsync("/me/notices")).Text, StringComparison.Ordinal);
        var (admin, _, _) = await market.App.SignedInAsync("en", Policies.AdminRole);
        Assert.Contains($"order/{order.Number}", (await admin.GetAsync("/admin/audit")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_double_tap_gives_back_once()
    {
        var (owner, order, _) = await SoldAsync(2);
        var page = await owner.GetAsync(SellPath(order));
        var fields = Fields(page, ("Refund.Sum", "1"), ("Refund.Reason", "补差价"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => owner.PostAsync(Visitor.ActionOf(page, Form), fields)));
        Assert.All(answers, answer => Assert.Equal(SellPath(order), answer.Location));
        Assert.Single(await RowsAsync(order));
        Assert.Equal(new Money(100), await market.AskedBackAsync(order.CheckoutCode));
    }

    [Fact]
    public async Task Of_two_who_give_the_last_jar_back_at_once_one_wins()
    {
        var (_, order, _) = await SoldAsync(2);
        await MoveAsync(order, one => one.Ship("yuantong", "YT1234567890123", BySeller, one.MovedAt));
        Assert.Equal(RefundOrder.Outcome.Asked, await RefundAsync(order, [1]));
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RefundAsync(order, [1])));
        Assert.Single(outcomes, RefundOrder.Outcome.Asked);
        Assert.Equal(3, outcomes.Count(outcome => outcome == RefundOrder.Outcome.TooMuch));
        Assert.Equal(new Money(7_980), await market.AskedBackAsync(order.CheckoutCode));
    }

    [Fact]
    public async Task At_any_time_after_payment_and_at_no_other()
    {
        var (_, order, _) = await SoldAsync(2);
        (OrderState State, Func<Order, bool> Move)[] way =
        [
            (OrderState.Packed, one => one.Pack(BySeller, one.MovedAt)),
            (OrderState.Shipped, one => one.Ship("ems", "EMS1234567", BySeller, one.MovedAt)),
            (OrderState.Delivered, one => one.Deliver(BySeller, one.MovedAt)),
            (OrderState.Completed, one => one.Complete(BySeller, one.MovedAt)),
        ];
        foreach (var (state, move) in way)
        {
            await MoveAsync(order, move);
            Assert.Equal(state, Assert.Single(await market.OrdersAsync(order.CheckoutCode)).State);
            Assert.Equal(RefundOrder.Outcome.Asked, await RefundAsync(order, sum: 100));
        }
        Assert.Equal(new Money(400), await market.AskedBackAsync(order.CheckoutCode));
        var guest = market.App.NewVisitor();
        await Stalls.AddAsync(guest, await market.OfferAsync(9));
        var unpaid = Assert.Single(await market.OrdersAsync((await market.PlaceAsync(guest)).Checkout));
        Assert.Equal(RefundOrder.Outcome.NotNow, await RefundAsync(unpaid, sum: 100));
    }

    [Fact]
    public async Task Cancelling_gives_back_what_is_left_and_returns_what_is_left()
    {
        var (owner, order, variant) = await SoldAsync(3);
        await SubmitAsync(owner, order, ("Refund.Pieces[0]", "1"), ("Refund.Freight", "true"), ("Refund.Restock", "false"), ("Refund.Reason", "一罐碎了"));
        var page = await owner.GetAsync(SellPath(order));
        Assert.Contains("¥79.80", page.Page.QuerySelector("form[action*=Cancel]")!.TextContent, StringComparison.Ordinal);
        await owner.SubmitAsync(page, new { Why__Reason = "都碎了" }, "form[action*=Cancel]");
        Assert.Equal(order.Total, await market.AskedBackAsync(order.CheckoutCode));
        var rows = await RowsAsync(order);
        Assert.Equal([new Money(4_490), new Money(7_980)], rows.Select(row => row.Sum));
        Assert.Equal((8, 1), ((await market.StockAsync(variant)).OnHand, (await market.StockAsync(variant)).Sold));
        var cancelled = await market.App.ReadAsync(db => db.Set<OutboxRow>().AsNoTracking().Where(row => row.Event == typeof(OrderCancelled).FullName && row.Payload.Contains(order.Code)).Select(row => row.Payload).FirstAsync());
        Assert.Contains("""Refund":{"Fen":7980""", cancelled, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sum_takes_from_every_line_by_what_it_has_left_and_then_from_the_freight()
    {
        var (_, shop) = await market.OpenShopAsync();
        var guest = market.App.NewVisitor("en");
        foreach (var fen in new[] { 1_000L, 2_003L }) await Stalls.AddAsync(guest, await market.OfferAsync(shop, 9, fen));
        var (attempt, checkout) = await market.PlaceAsync(guest);
        await market.PayAsync(attempt);
        var order = Assert.Single(await market.OrdersAsync(checkout));
        Assert.Equal(RefundOrder.Outcome.Asked, await RefundAsync(order, sum: 1_001));
        var first = Assert.Single(await RowsAsync(order));
        Assert.Equal([333L, 668L], first.Lines.OrderBy(line => line.LineId).Select(line => line.Goods.Fen));
        Assert.Equal(RefundOrder.Outcome.TooMuch, await RefundAsync(order, sum: 2_503));
        Assert.Equal(RefundOrder.Outcome.Asked, await RefundAsync(order, sum: 2_502));
        var last = (await RowsAsync(order))[1];
        Assert.Equal((2_002L, 500L), (last.Goods.Fen, last.Freight.Fen));
        Assert.Equal(RefundOrder.Outcome.Nothing, await RefundAsync(order, [1, 0]));
        Assert.Equal(RefundOrder.Outcome.TooMuch, await RefundAsync(order, sum: 1));
    }

    [Fact]
    public async Task What_was_given_back_is_not_sold_today()
    {
        var (_, order, variant) = await SoldAsync(3);
        await market.SoldAsync(market.App.NewVisitor("en"), variant);
        Assert.Equal(RefundOrder.Outcome.Asked, await RefundAsync(order, sum: 1_001));
        Assert.Equal(RefundOrder.Outcome.Asked, await RefundAsync(order, [1]));
        var left = (4 * 3_990) + (2 * 500) - 1_001 - 3_990;
        Assert.Equal(new(2, left, 2, left), await market.App.RunAsync<SellerOrders, SellerOrders.Sales>(orders => orders.SalesAsync([order.ShopId], default)));
        await market.App.RunAsync<CancelOrder, bool>(cancel => cancel.RunAsync(one => one.Id == order.Id, BySeller, "x", default));
        Assert.Equal(new(1, 4_490, 1, 4_490), await market.App.RunAsync<SellerOrders, SellerOrders.Sales>(orders => orders.SalesAsync([order.ShopId], default)));
    }

    private async Task<(Visitor Owner, Order Order, string Variant)> SoldAsync(int pieces)
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        return (owner, await market.SoldAsync(market.App.NewVisitor("en"), variant, pieces), variant);
    }

    private static string SellPath(Order order) => $"/sell/orders/{order.Number}";

    private static async Task<Answer> SubmitAsync(Visitor who, Order order, params (string Name, string Value)[] typed)
    {
        var page = await who.GetAsync(SellPath(order));
        return await who.PostAsync(Visitor.ActionOf(page, Form), Fields(page, typed));
    }

    private static List<KeyValuePair<string, string>> Fields(Answer page, params (string Name, string Value)[] typed)
    {
        var fields = Visitor.FieldsOf(page, null, Form);
        foreach (var (name, value) in typed)
        {
            fields.RemoveAll(field => field.Key == name);
            fields.Add(new(name, value));
        }
        return fields;
    }

    private Task<RefundOrder.Outcome> RefundAsync(Order order, int[]? pieces = null, long? sum = null) => market.App.RunAsync<RefundOrder, RefundOrder.Outcome>(refund => refund.RunAsync(
        one => one.Id == order.Id, new(pieces ?? [], Freight: false, sum is { } fen ? new Money(fen) : null, "坏了", Restock: true), BySeller, default));

    private Task<List<OrderRefund>> RowsAsync(Order order) =>
        market.App.ReadAsync(db => db.OrderRefunds.AsNoTracking().Include(refund => refund.Lines).Where(refund => refund.OrderId == order.Id).OrderBy(refund => refund.Id).ToListAsync());

    private Task MoveAsync(Order order, Func<Order, bool> move) => market.App.WriteAsync(async db => Assert.True(move(await db.Orders.Include(one => one.Lines).SingleAsync(one => one.Id == order.Id))));

    private Task ChangeAsync(Order order, Action<Refund> change) => market.App.WriteAsync(async db => change(await db.Refunds.SingleAsync(refund => refund.Payment.Code == order.CheckoutCode)));

    private static async Task SeeAsync((Visitor Who, string Path)[] all, params string[] texts)
    {
        foreach (var (who, path) in all)
        {
            var page = await who.GetAsync(path);
            foreach (var text in texts) Assert.Contains(text, page.Text, StringComparison.Ordinal);
        }
    }
}
