using System.Net;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Orders;

/// <summary>Weighed lower than ordered: the difference goes back by itself, once, to the fen, and every share with it.</summary>
public sealed class WeighTests(Stalls market) : IClassFixture<Stalls>
{
    private static readonly Signature BySeller = new(Mover.Seller, 1);

    [Fact]
    public async Task Sixty_grams_less_than_a_kilo_go_back_with_their_commission()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (buyer, _, _) = await market.App.SignedInAsync("en");
        var order = await market.SoldAsync(buyer, await market.OfferAsync(shop, 9), 2);
        var seen = await WeighAsync(owner, order, "940");
        Assert.Equal(HttpStatusCode.OK, seen.Status);
        Assert.Contains("¥4.79", seen.Text, StringComparison.Ordinal);
        Assert.Equal(Money.Zero, await market.AskedBackAsync(order.CheckoutCode));
        Assert.Equal(SellPath(order), (await owner.SubmitAsync(seen, form: "main form[method=post]")).Location);
        Assert.Equal(new Money(479), await market.AskedBackAsync(order.CheckoutCode));
        await market.App.DeliverAsync();
        foreach (var (who, path) in new[] { (buyer, $"/orders/{order.Code}"), (owner, SellPath(order)) })
        {
            var page = await who.GetAsync(path);
            foreach (var text in new[] { "60 g less than ordered", "weighed 940 g", "¥4.79" }) Assert.Contains(text, page.Text, StringComparison.Ordinal);
        }
        Assert.Contains("60 g less than ordered, so ¥4.79 goes back", (await buyer.GetAsync("/me/notices")).Text, StringComparison.Ordinal);
        var shares = await market.App.ReadAsync(db => db.LedgerEntries.AsNoTracking().Where(entry => entry.OrderCode == order.Code && entry.Account == LedgerAccount.PlatformCommission).OrderBy(entry => entry.Id).Select(entry => entry.Amount.Fen).ToListAsync());
        Assert.Equal([-399L, 24L], shares);
        Assert.Equal(SellPath(order), (await owner.GetAsync(SellPath(order) + "/weigh")).Location);
    }

    [Fact]
    public async Task More_than_ordered_costs_nothing_and_is_written_down_once()
    {
        var (owner, order) = await SoldAsync(1);
        await owner.SubmitAsync(await WeighAsync(owner, order, "512"), form: "main form[method=post]");
        Assert.Equal(Money.Zero, await market.AskedBackAsync(order.CheckoutCode));
        Assert.Equal(512, Assert.Single((await AgainAsync(order)).Lines).WeighedGrams);
        Assert.False(await DoAsync(order, 400));
        Assert.Equal(Money.Zero, await market.AskedBackAsync(order.CheckoutCode));
    }

    [Fact]
    public async Task What_is_no_weight_is_refused_and_kept()
    {
        var (owner, order) = await SoldAsync(1);
        foreach (var (typed, says) in new[] { ("0.49", "whole grams"), ("0", "whole grams"), ("", "at least one"), ("49", "less than half") })
        {
            var refused = await WeighAsync(owner, order, typed);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains(says, refused.Text, StringComparison.Ordinal);
            Assert.Equal(typed, refused.Page.QuerySelector("[name='Input.Grams[0]']")!.GetAttribute("value") ?? "");
        }
        var (other, _) = await market.OpenShopAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(SellPath(order) + "/weigh")).Status);
        Assert.Null(Assert.Single((await AgainAsync(order)).Lines).WeighedGrams);
    }

    [Fact]
    public async Task Weighed_twice_at_once_goes_back_once_and_not_after_it_has_left()
    {
        var (_, order) = await SoldAsync(2);
        var done = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DoAsync(order, 900)));
        Assert.Single(done, one => one);
        Assert.Equal(new Money(798), await market.AskedBackAsync(order.CheckoutCode));
        var (_, sent) = await SoldAsync(2);
        await market.App.RunAsync<ShipOrder, ShipOrder.Outcome>(ship => ship.RunAsync(one => one.Id == sent.Id, "yuantong", "YT1234567890123", BySeller, default, [1]));
        Assert.False(await DoAsync(sent, 900));
    }

    /// <summary>Rounded for the buyer by less than a fen, and never more than is left of the line.</summary>
    [Fact]
    public void To_the_fen_for_the_buyer_and_never_more_than_the_price() => Prop.ForAll(
        (from price in Gen.Choose(1, 500_000) from net in Gen.Choose(1, 60_000) from pieces in Gen.Choose(1, 40) from part in Gen.Choose(1, 1_000) select (price, net, pieces, part)).ToArbitrary(),
        one =>
        {
            var order = SampleOrder.Of(new(one.price), one.net, one.pieces);
            order.Pay(new(Mover.Payment), DateTime.UnixEpoch);
            var whole = (long)one.net * one.pieces;
            var said = (int)Math.Max(1, whole * one.part / 1_000);
            var back = Refundable.Of(order).Short([said])!.Sum.Fen;
            var exact = (decimal)one.price * one.pieces * (whole - said) / whole;
            Assert.InRange(back - exact, 0, 0.999_999_999m);
            Assert.InRange(back, 0, (long)one.price * one.pieces);
        }).QuickCheckThrowOnFailure();

    private async Task<(Visitor Owner, Order Order)> SoldAsync(int pieces)
    {
        var (owner, shop) = await market.OpenShopAsync();
        return (owner, await market.SoldAsync(market.App.NewVisitor("en"), await market.OfferAsync(shop, 9), pieces));
    }

    private static string SellPath(Order order) => $"/sell/orders/{order.Number}";

    private static async Task<Answer> WeighAsync(Visitor owner, Order order, string grams)
    {
        var page = await owner.GetAsync(SellPath(order) + "/weigh");
        var fields = Visitor.FieldsOf(page, values: null, "main form[method=post]");
        fields.RemoveAll(field => field.Key == "Input.Grams[0]");
        fields.Add(new("Input.Grams[0]", grams));
        return await owner.PostAsync(Visitor.ActionOf(page, "main form[method=post]"), fields);
    }

    private Task<bool> DoAsync(Order order, int grams) => market.App.RunAsync<WeighOrder, bool>(weigh => weigh.RunAsync(one => one.Id == order.Id, [grams], BySeller, default));

    private async Task<Order> AgainAsync(Order order) => Assert.Single(await market.OrdersAsync(order.CheckoutCode));
}
