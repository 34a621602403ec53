using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>
/// Gives a part of a paid order back, at any time after it was paid: by pieces of its lines and the freight, or by a sum. One transaction; who loses a race looks
/// again what is left, so that no line and no order ever gives back more than was paid.
/// </summary>
internal sealed class RefundOrder(StoreDb db, PayBack payBack, ICatalog catalog, TellOfRefund tell, TellOfSending sending, TimeProvider clock)
{
    private const int Tries = 4;

    /// <summary>Everything: nothing would be left to send, so the order is to be cancelled instead. NotNow: not paid, or cancelled.</summary>
    internal enum Outcome { Asked, Nothing, TooMuch, Everything, NotNow }

    /// <param name="Pieces">By line, in the lines' order.</param>
    /// <param name="Sum">Instead of pieces and freight.</param>
    /// <param name="Restock">Pieces of an order that is still here go back on the shelf.</param>
    internal sealed record Request(IReadOnlyList<int> Pieces, bool Freight, Money? Sum, string Reason, bool Restock);

    public async Task<Outcome> RunAsync(Expression<Func<Order, bool>> which, Request request, Signature by, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await db.WriteAsync(token => RefundAsync(which, request, by, token), cancel, keep: outcome => outcome == Outcome.Asked);
            }
            catch (DbUpdateException failure) when (tries < Tries && (failure is DbUpdateConcurrencyException || db.IsUniqueClash(failure)))
            {
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome> RefundAsync(Expression<Func<Order, bool>> which, Request request, Signature by, CancellationToken cancel)
    {
        var order = await db.Orders.WithRefunds().SingleAsync(which, cancel);
        if (!order.IsPaid) return Outcome.NotNow;
        var left = Refundable.Of(order);
        var parts = request.Sum is { } sum ? left.Part(sum) : left.Pieces(request.Pieces, request.Freight);
        if (parts is null) return Outcome.TooMuch;
        if (parts.Sum.IsZero) return Outcome.Nothing;
        if (order.MayCancel && parts.Lines.Sum(part => part.Quantity) == order.Lines.Sum(line => line.Left)) return Outcome.Everything;
        var restocks = request.Restock && order.IsPaidAndHere && parts.Lines.Any(part => part.Quantity > 0);
        if (restocks) await catalog.ReturnAsync(Shelf(parts), cancel);
        var now = clock.GetUtcNow().UtcDateTime;
        var refund = await payBack.RunAsync(order, parts, new(by, request.Reason, restocks), now, cancel);
        await tell.RunAsync(order, refund, cancel);
        if (order.FinishSending(by, now)) sending.AllLeft(order);
        return Outcome.Asked;
    }

    /// <summary>What goes back on the shelf.</summary>
    public static IReadOnlyList<(long VariantId, long BatchId, int Quantity)> Shelf(RefundParts parts) =>
        [.. parts.Lines.Where(part => part.Quantity > 0).Select(part => (part.Line.VariantId, part.Line.BatchId, part.Quantity))];
}
