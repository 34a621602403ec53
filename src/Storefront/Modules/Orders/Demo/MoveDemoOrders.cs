using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Demo;

/// <summary>Sellers pack and send, buyers receive and call off, until the demo market has an order in every state.</summary>
internal sealed class MoveDemoOrders(StoreDb db, DeliverOutbox outbox, DemoHands hands, WeighOrder weigh) : IDemoStep
{
    private enum Fate { Unpaid, CalledOff, Paid, Refunded, Packed, Shipped, Delivered, Completed }

    public int Order => 54;

    public async Task RunAsync(CancellationToken cancel)
    {
        // The shops have opened and the money is in: whoever waits for that is told first.
        await outbox.RunAsync(cancel);
        var placed = await db.Orders.AsNoTracking().OrderBy(order => order.Id).ToListAsync(cancel);
        var checkouts = placed.GroupBy(order => order.CheckoutCode);
        foreach (var (row, orders) in DemoTables.Read<Row>("orders").Zip(checkouts))
        {
            if (row.Short is { } grams) await WeighAsync(orders.First(), grams, cancel);
            foreach (var order in orders) await MoveAsync(order, row, cancel);
            if (row.Back is { } back) await hands.GiveBackAsync(orders.First(), new(back.Pieces ?? [], Freight: false, back.Fen is { } fen ? new Money(fen) : null, back.Reason, Restock: false), cancel);
        }
        await outbox.RunAsync(cancel);
        await AgeAsync(cancel);
    }

    private async Task WeighAsync(Order order, int missing, CancellationToken cancel)
    {
        var line = await db.Orders.AsNoTracking().Where(one => one.Id == order.Id).SelectMany(one => one.Lines).OrderBy(line => line.Id).FirstAsync(cancel);
        if (!await weigh.RunAsync(one => one.Id == order.Id, [line.OrderedGrams - missing], await hands.SellerAsync(order, cancel), cancel))
            throw new InvalidOperationException($"Order {order.Number} of the demo market could not be weighed.");
    }

    private async Task MoveAsync(Order order, Row row, CancellationToken cancel)
    {
        var fate = row.Becomes;
        if (fate == Fate.CalledOff) await hands.CallOffAsync(order, cancel);
        if (fate == Fate.Refunded) await hands.RefundAsync(order, row.Reason, cancel);
        if (fate >= Fate.Packed) await hands.PackAsync(order, cancel);
        if (row.Ahead is { } pieces) await hands.SendAheadAsync(order, pieces, cancel);
        if (fate >= Fate.Shipped) await hands.ShipAsync(order, cancel);
        if (fate >= Fate.Delivered) await hands.DeliverAsync(order, cancel);
        if (fate == Fate.Completed) await hands.ConfirmAsync(order, cancel);
    }

    /// <summary>Everything has happened within a second; each step gets a day of its own, the last of them not in the future.</summary>
    private Task AgeAsync(CancellationToken cancel) => db.WriteAsync(async token =>
    {
        var orders = await db.Orders.Whole().OrderBy(order => order.Id).ToListAsync(token);
        foreach (var (row, checkout) in DemoTables.Read<Row>("orders").Zip(orders.GroupBy(order => order.CheckoutCode)))
        {
            foreach (var order in checkout.Where(_ => row.DaysAgo > 0))
            {
                Age(order, row.DaysAgo);
                // Rows of refunds are never changed in the program's own name.
                var at = db.Entry(order).Property(one => one.MovedAt).CurrentValue;
                if (order.RefundCount > 0) await db.OrderRefunds.Where(refund => refund.OrderId == order.Id).ExecuteUpdateAsync(set => set.SetProperty(refund => refund.At, at), token);
            }
        }
    }, cancel);

    private void Age(Order order, int days)
    {
        var moves = order.Moves.OrderBy(move => move.Id).ToList();
        DateTime Then(DateTime now, int step) => now.AddDays(-days + Math.Min(days - 1, step)).AddMinutes(-47 * (moves.Count - step) - order.Id % 60);
        foreach (var (step, move) in moves.Index()) db.Entry(move).Property(one => one.At).CurrentValue = Then(move.At, step);
        foreach (var parcel in order.Parcels)
            db.Entry(parcel).Property(one => one.ShippedAt).CurrentValue = moves.First(move => move.To == OrderState.Shipped).At;
        db.Entry(order).Property(one => one.PlacedAt).CurrentValue = moves[0].At;
        db.Entry(order).Property(one => one.MovedAt).CurrentValue = moves[^1].At;
    }

    /// <summary>What Orders knows of a row of orders.json; rows and checkouts are in the same order.</summary>
    /// <param name="Short">Grams that the first line of the first shop weighs less than ordered.</param>
    /// <param name="Ahead">Pieces, line by line, that leave in a parcel before the rest.</param>
    private sealed record Row(Fate Becomes, int DaysAgo = 0, string? Reason = null, Part? Back = null, int? Short = null, int[]? Ahead = null);

    /// <summary>What the first shop of the row gives back when all is done: pieces, or a sum.</summary>
    private sealed record Part(string Reason, int[]? Pieces = null, long? Fen = null);
}
