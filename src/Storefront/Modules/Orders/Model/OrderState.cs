using System.Collections.Frozen;

namespace Storefront.Modules.Orders.Model;

internal enum OrderState { AwaitingPayment, Paid, Packed, Shipped, Delivered, Completed, Cancelled }

/// <summary>Who moved an order.</summary>
internal enum Mover { Buyer, Seller, Payment, Timer, Market }

/// <param name="AccountId">Null for a guest and for machines.</param>
internal sealed record Signature(Mover Who, long? AccountId = null);

/// <summary>The state machine of an order, whole: what is not in this table cannot happen.</summary>
internal static class OrderPaths
{
    private static readonly FrozenSet<(OrderState From, OrderState To)> Paths = new[]
    {
        (OrderState.AwaitingPayment, OrderState.Paid),
        (OrderState.AwaitingPayment, OrderState.Cancelled),
        (OrderState.Paid, OrderState.Packed),
        (OrderState.Paid, OrderState.Shipped),
        (OrderState.Paid, OrderState.Cancelled),
        (OrderState.Packed, OrderState.Shipped),
        (OrderState.Packed, OrderState.Cancelled),
        (OrderState.Shipped, OrderState.Delivered),
        (OrderState.Delivered, OrderState.Completed),
    }.ToFrozenSet();

    public static bool Allow(OrderState from, OrderState to) => Paths.Contains((from, to));
}
