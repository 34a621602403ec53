using System.Linq.Expressions;
using Storefront.Modules.Orders.Model;

namespace Storefront.Modules.Orders;

/// <summary>
/// Writes down what the scale says of an order's lines before they are sent. What is missing by weight goes back to the buyer at once, by the one way money of an
/// order goes back; what is more costs nothing. Each line is weighed once, so that nothing goes back twice.
/// </summary>
internal sealed class WeighOrder(MoveOrder moveOrder, PayBack payBack, TellOfRefund tell)
{
    /// <param name="grams">By line in the lines' order; null: not weighed.</param>
    /// <returns>False when it is too late: it has left, was weighed already, or has just changed.</returns>
    public Task<bool> RunAsync(Expression<Func<Order, bool>> which, IReadOnlyList<int?> grams, Signature by, CancellationToken cancel) =>
        moveOrder.RunAsync(which, (order, now) => WeighAsync(order, grams, by, now, cancel), cancel);

    private async Task<bool> WeighAsync(Order order, IReadOnlyList<int?> grams, Signature by, DateTime now, CancellationToken cancel)
    {
        if (!order.IsPaidAndHere || Refundable.Of(order).Short(grams) is not { } missing) return false;
        foreach (var (line, said) in order.Lines.OrderBy(line => line.Id).Zip(grams))
        {
            if (said is { } weighed) line.Weigh(weighed);
        }
        if (missing.Sum.IsZero) return true;
        await tell.RunAsync(order, await payBack.RunAsync(order, missing, new(by, Reason: null, Restocked: false), now, cancel), cancel);
        return true;
    }
}
