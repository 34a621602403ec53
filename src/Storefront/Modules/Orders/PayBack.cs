using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>The one way money of an order goes back: its row is written and the payment is asked for the same sum under the row's key, in the caller's transaction.</summary>
internal sealed class PayBack(IPayments payments)
{
    /// <param name="Restocked">Its pieces go back on the shelf; the caller puts them there.</param>
    internal sealed record Why(Signature By, string? Reason, bool Restocked);

    public async Task<OrderRefund> RunAsync(Order order, RefundParts parts, Why why, DateTime now, CancellationToken cancel)
    {
        var refund = order.GiveBack(parts, why.By, now, why.Reason, why.Restocked);
        await payments.StageRefundAsync(order.CheckoutCode, refund.Key, refund.Sum, cancel);
        return refund;
    }

    /// <summary>Everything that is left; the sum, zero when nothing was.</summary>
    public async Task<Money> AllAsync(Order order, Why why, DateTime now, CancellationToken cancel)
    {
        var left = Refundable.Of(order).All;
        var some = left with { Lines = [.. left.Lines.Where(line => line.Quantity > 0 || !line.Goods.IsZero)] };
        return some.Sum.IsZero ? Money.Zero : (await RunAsync(order, some, why, now, cancel)).Sum;
    }
}
