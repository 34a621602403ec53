using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Tests.Modules.Orders;

/// <summary>Invariant 5: whatever is given back in whatever way and order, no line, freight or order gives back more than was paid, and every fen of it is asked of the payments once.</summary>
public sealed class RefundProperties(Stalls market) : IClassFixture<Stalls>
{
    private static readonly Signature BySeller = new(Mover.Seller, 1);
    private string[] _variants = [];

    private enum Act { Pieces, Sum, Twice, Weigh, Part, Ship, Cancel }

    private static Gen<List<(Act Act, int First, int Second, int Fen)>> Histories => (
        from act in Gen.Elements(Act.Pieces, Act.Pieces, Act.Sum, Act.Sum, Act.Twice, Act.Weigh, Act.Part, Act.Ship, Act.Cancel)
        from first in Gen.Choose(0, 3)
        from second in Gen.Choose(0, 2)
        from fen in Gen.Choose(1, 9_000)
        select (act, first, second, fen)).NonEmptyListOf().Resize(8).Select(steps => steps.ToList());

    [Fact]
    public void Never_more_than_was_paid() => Prop.ForAll(Histories.ToArbitrary(), history => RunAsync(history).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(25));

    private async Task RunAsync(IReadOnlyList<(Act Act, int First, int Second, int Fen)> history)
    {
        if (_variants.Length == 0)
        {
            var (_, shop) = await market.OpenShopAsync();
            _variants = [await market.OfferAsync(shop, 5_000, 1_999), await market.OfferAsync(shop, 5_000, 333)];
        }
        var guest = market.App.NewVisitor();
        await Stalls.AddAsync(guest, _variants[0], 3);
        await Stalls.AddAsync(guest, _variants[1], 2);
        var (attempt, checkout) = await market.PlaceAsync(guest);
        await market.PayAsync(attempt);
        var order = Assert.Single(await market.OrdersAsync(checkout));
        foreach (var step in history) await DoAsync(order, step);
        await AssertAsync(order);
    }

    private async Task DoAsync(Order order, (Act Act, int First, int Second, int Fen) step)
    {
        switch (step.Act)
        {
            case Act.Pieces: await RefundAsync(order, new([step.First, step.Second], step.Fen % 2 == 0, Sum: null, "x", Restock: step.Fen % 3 == 0)); break;
            case Act.Sum: await RefundAsync(order, new([], Freight: false, new(step.Fen), "x", Restock: true)); break;
            case Act.Twice: await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => RefundAsync(order, new([], Freight: false, new(step.Fen), "x", Restock: true)))); break;
            case Act.Weigh: await market.App.RunAsync<WeighOrder, bool>(weigh => weigh.RunAsync(one => one.Id == order.Id, [step.Fen % 1_600 + 1, step.First == 0 ? null : step.Fen % 1_100 + 1], BySeller, default)); break;
            case Act.Part: await market.App.RunAsync<ShipOrder, ShipOrder.Outcome>(ship => ship.RunAsync(one => one.Id == order.Id, "ems", "EMS1234567", BySeller, default, [step.First, step.Second])); break;
            case Act.Ship: await market.App.RunAsync<ShipOrder, ShipOrder.Outcome>(ship => ship.RunAsync(one => one.Id == order.Id, "yuantong", "YT1234567890123", BySeller, default)); break;
            default: await market.App.RunAsync<CancelOrder, bool>(cancel => cancel.RunAsync(one => one.Id == order.Id, BySeller, "x", default)); break;
        }
    }

    private Task<RefundOrder.Outcome> RefundAsync(Order order, RefundOrder.Request request) =>
        market.App.RunAsync<RefundOrder, RefundOrder.Outcome>(refund => refund.RunAsync(one => one.Id == order.Id, request, BySeller, default));

    private async Task AssertAsync(Order order)
    {
        var now = await market.App.ReadAsync(db => db.Orders.AsNoTracking().WithRefunds().SingleAsync(one => one.Id == order.Id));
        var staged = await market.App.ReadAsync(db => db.Refunds.AsNoTracking().Where(refund => refund.Payment.Code == order.CheckoutCode).ToListAsync());
        var left = Refundable.Of(now).All;
        Assert.All(left.Lines, line => Assert.True(line.Goods >= Money.Zero && line.Quantity >= 0));
        Assert.True(left.Freight >= Money.Zero);
        Assert.Equal(now.Total, left.Sum + now.Refunds.Aggregate(Money.Zero, (sum, refund) => sum + refund.Sum));
        Assert.Equal(now.Refunds.Select(refund => (refund.Key, refund.Sum)).Order(), staged.Select(refund => (refund.Key, refund.Amount)).Order());
        if (now.State == OrderState.Cancelled) Assert.True(left.Sum.IsZero);
        else if (now.IsPaidAndHere) Assert.True(now.Lines.Sum(line => line.Left) > 0);
        Assert.All(now.Lines, line => Assert.True(line.Left >= 0 && (line.Left == 0 || now.State < OrderState.Shipped || now.State == OrderState.Cancelled)));
        await AssertBookAsync(now, left.Sum);
        var payment = await market.App.ReadAsync(db => db.Payments.AsNoTracking().SingleAsync(payment => payment.Code == order.CheckoutCode));
        Assert.Equal(payment.RefundAsked, now.Total - left.Sum);
    }

    /// <summary>What the book says that the order has brought is what was not given back.</summary>
    private async Task AssertBookAsync(Order order, Money kept)
    {
        for (var round = 0; round < 3; round++) await market.App.DeliverAsync();
        Assert.Equal(kept.Fen, await market.App.ReadAsync(db => db.Journals.Where(journal => journal.OrderCode == order.Code).SumAsync(journal => journal.Goods.Fen + journal.Freight.Fen)));
    }
}
