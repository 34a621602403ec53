using FsCheck;
using FsCheck.Fluent;
using Storefront.Modules.Orders.Model;

namespace Storefront.Tests.Modules.Orders;

/// <summary>States move only along the machine; each move is dated and signed.</summary>
public sealed class OrderStateTests
{
    private static readonly Signature Seller = new(Mover.Seller, 7);

    private static readonly (OrderState To, Func<Order, DateTime, bool> Do)[] Verbs =
    [
        (OrderState.Paid, (order, at) => order.Pay(new(Mover.Payment), at)),
        (OrderState.Packed, (order, at) => order.Pack(Seller, at)),
        (OrderState.Shipped, (order, at) => order.Ship("jd", "JD12345", Seller, at)),
        (OrderState.Delivered, (order, at) => order.Deliver(Seller, at)),
        (OrderState.Completed, (order, at) => order.Complete(new(Mover.Buyer), at)),
        (OrderState.Cancelled, (order, at) => order.Cancel(Seller, at, "…")),
    ];

    private static Order Placed() => SampleOrder.Of(new(100), 500, 1);

    [Fact]
    public void Whatever_is_tried_in_whatever_order_only_allowed_moves_happen_and_all_are_written_down() => Prop.ForAll(
        Gen.Choose(0, Verbs.Length - 1).ListOf(12).ToArbitrary(),
        tries =>
        {
            var order = Placed();
            foreach (var (step, index) in tries.Index())
            {
                var (before, moves) = (order.State, order.Moves.Count);
                var at = DateTime.UnixEpoch.AddMinutes(step + 1);
                var moved = Verbs[index].Do(order, at);
                var walked = order.Moves.Skip(moves).Select(move => move.To).ToList();
                Assert.Equal(order.State, walked.Count == 0 ? before : walked[^1]);
                Assert.All(walked.Prepend(before).Zip(walked), pair => Assert.True(OrderPaths.Allow(pair.First, pair.Second), $"{pair}"));
                Assert.All(order.Moves.Skip(moves), move => Assert.Equal(at, move.At));
                Assert.True(moved || walked.Count == 0);
            }
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(OrderState.Shipped, OrderState.Cancelled)]
    [InlineData(OrderState.Cancelled, OrderState.Paid)]
    [InlineData(OrderState.AwaitingPayment, OrderState.Shipped)]
    [InlineData(OrderState.Completed, OrderState.Cancelled)]
    internal void Some_moves_never_happen(OrderState from, OrderState to) => Assert.False(OrderPaths.Allow(from, to));

    [Fact]
    public void Numbers_begin_with_the_shops_own_day_and_differ()
    {
        var late = new DateTime(2026, 11, 20, 17, 0, 0, DateTimeKind.Utc);
        Assert.StartsWith("261121-", Order.NewNumber(late), StringComparison.Ordinal);
        Assert.Equal(Order.NumberLength, Order.NewNumber(late).Length);
        Assert.Equal(100, Enumerable.Range(0, 100).Select(_ => Order.NewNumber(late)).Distinct().Count());
    }
}
