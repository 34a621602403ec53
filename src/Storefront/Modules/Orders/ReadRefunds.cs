using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>What was given back of an order that was loaded to be shown, and how far the money has come. An order without refunds costs no query.</summary>
internal sealed class ReadRefunds(StoreDb db, IPayments payments)
{
    /// <param name="Why">Why it could not be sent, where somebody has written that down.</param>
    /// <param name="Names">What its pieces and parts were of, by line.</param>
    internal sealed record Shown(OrderRefund Refund, ReturnState State, DateTime? DoneAt, string? Why, IReadOnlyDictionary<long, string> Names);

    public async Task<IReadOnlyList<Shown>> RunAsync(Order order, CancellationToken cancel)
    {
        if (order.RefundCount == 0) return [];
        order.Refunds.AddRange(await db.OrderRefunds.AsNoTracking().Include(refund => refund.Lines).AsSingleQuery()
            .Where(refund => refund.OrderId == order.Id).OrderBy(refund => refund.Id).ToListAsync(cancel));
        var states = await payments.RefundsAsync(order.CheckoutCode, cancel);
        var names = order.Lines.ToDictionary(line => line.Id, line => $"{line.ProductName} {line.Label}");
        return [.. order.Refunds.Select(refund => states.GetValueOrDefault(refund.Key) is { } known
            ? new Shown(refund, known.State, known.DoneAt, known.Why, names)
            : new Shown(refund, ReturnState.Asked, DoneAt: null, Why: null, names))];
    }
}
