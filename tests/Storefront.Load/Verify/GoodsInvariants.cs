using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Load.Verify;

/// <summary>Stock, holds and what is on show.</summary>
internal static class GoodsInvariants
{
    public static readonly IReadOnlyList<Invariant> All =
    [
        new("1", "stock adds up", StockAddsUpAsync),
        new("1", "what is held is what the holds say", HeldIsHoldsAsync),
        new("1", "what is sold stands in paid orders", SoldIsOrderedAsync),
        new("1", "nothing is sent twice, and nothing that was sent still waits", ParcelsAsync),
        new("2", "every hold waits for an order to be paid", HoldsAreLiveAsync),
        new("11", "only open shops have goods on show", ShownAreOpenAsync),
    ];

    private static Task<Answer> StockAddsUpAsync(StoreDb db) => Answer.OfAsync(
        db.Set<Stock>(), "rows",
        ("has less than nothing available", Names(db.Set<Stock>().Where(stock => stock.Held < 0 || stock.OnHand - stock.Held < 0))),
        ("does not add up", Names(db.Set<Stock>().Where(stock => stock.Sold < 0 || stock.WrittenOff < 0 || stock.OnHand + stock.Sold != stock.Received - stock.WrittenOff))));

    private static Task<Answer> HeldIsHoldsAsync(StoreDb db) => Answer.OfAsync(
        db.Set<StockHold>(), "holds",
        ("holds other than its holds", Names(db.Set<Stock>().Where(stock =>
            stock.Held != db.Set<StockHold>().Where(hold => hold.StockId == stock.Id && hold.State == HoldState.Held).Sum(hold => hold.Quantity)))));

    private static async Task<Answer> SoldIsOrderedAsync(StoreDb db)
    {
        var sold = await db.Set<Order>().Where(order => order.State >= OrderState.Paid && order.State <= OrderState.Completed).SelectMany(order => order.Lines)
            .GroupBy(line => new { line.VariantId, line.BatchId }).Select(group => new { group.Key, Sold = group.Sum(line => line.Quantity) })
            .ToDictionaryAsync(group => (group.Key.VariantId, group.Key.BatchId), group => group.Sold);
        foreach (var back in await WithdrawnAsync(db)) sold[back.Key] = sold.GetValueOrDefault(back.Key) + back.Value;
        var stocks = await db.Set<Stock>().AsNoTracking().Where(stock => stock.Sold != 0).Select(stock => new { stock.Id, stock.VariantId, stock.BatchId, stock.Sold }).ToListAsync();
        var known = stocks.Select(stock => (stock.VariantId, stock.BatchId)).ToHashSet();
        return Answer.Of(stocks.Count, "rows with sales", stocks
            .Where(stock => sold.GetValueOrDefault((stock.VariantId, stock.BatchId)) != stock.Sold)
            .Select(stock => $"stock {stock.Id} has sold {stock.Sold}, paid orders say {sold.GetValueOrDefault((stock.VariantId, stock.BatchId))}")
            .Concat(sold.Where(pair => pair.Value != 0).Select(pair => pair.Key).Where(key => !known.Contains(key)).Select(key => $"variant {key.VariantId} of batch {key.BatchId} was paid for and not sold")));
    }

    /// <summary>Pieces given back to the shelf are not sold; what was broken stays sold, also where the rest of its order was called off.</summary>
    private static async Task<Dictionary<(long VariantId, long BatchId), int>> WithdrawnAsync(StoreDb db)
    {
        var pieces = await (
            from refund in db.Set<OrderRefund>()
            join order in db.Set<Order>() on refund.OrderId equals order.Id
            from part in refund.Lines
            join line in db.Set<OrderLine>() on part.LineId equals line.Id
            where part.Quantity > 0 && (order.State == OrderState.Cancelled ? !refund.Restocked && refund.By != Mover.Payment : refund.Restocked)
            select new { line.VariantId, line.BatchId, part.Quantity, order.State }).ToListAsync();
        return pieces.GroupBy(piece => (piece.VariantId, piece.BatchId)).ToDictionary(group => group.Key, group => group.Sum(piece => piece.State == OrderState.Cancelled ? piece.Quantity : -piece.Quantity));
    }

    /// <summary>Orders that left before parcels said what is in them count none.</summary>
    private static Task<Answer> ParcelsAsync(StoreDb db)
    {
        var lines = db.Set<OrderLine>();
        var packed = db.Set<Order>().Where(order => order.ParcelCount > 0);
        return Answer.OfAsync(
            packed, "orders in parcels",
            ("is in more or fewer parcels than it says", lines.Where(line => line.Sent != db.Set<ParcelLine>().Where(part => part.LineId == line.Id).Sum(part => part.Quantity)).Select(line => "line " + line.Id)),
            ("was sent or given back more than bought", lines.Where(line => line.Sent < 0 || line.Sent + line.Withdrawn > line.Quantity).Select(line => "line " + line.Id)),
            ("was called off after a part had left", packed.Where(order => order.State == OrderState.Cancelled).Select(order => "order " + order.Number)),
            ("is on its way and something of it waits", packed.Where(order => order.State >= OrderState.Shipped && order.Lines.Any(line => line.Sent + line.Withdrawn != line.Quantity)).Select(order => "order " + order.Number)),
            ("waits and has nothing that waits", packed.Where(order => order.State < OrderState.Shipped && order.Lines.All(line => line.Sent + line.Withdrawn == line.Quantity)).Select(order => "order " + order.Number)));
    }

    private static Task<Answer> HoldsAreLiveAsync(StoreDb db)
    {
        var held = db.Set<StockHold>().Where(hold => hold.State == HoldState.Held);
        var dead = held.Where(hold => !db.Set<Order>().Any(order => order.CheckoutCode == hold.CheckoutCode && order.State == OrderState.AwaitingPayment));
        return Answer.OfAsync(held, "live holds", ("has no order that waits to be paid", dead.Select(hold => "hold " + hold.Id)));
    }

    private static async Task<Answer> ShownAreOpenAsync(StoreDb db)
    {
        // A shop that has just closed is followed by its goods when the event is delivered.
        var underway = await db.Set<OutboxRow>().AnyAsync(row => row.HandledAt == null && row.Event == typeof(ShopStateChanged).FullName);
        var shown = db.Set<Product>().Where(product => product.Shown == Showing.OnShow);
        var closed = shown.Where(product => !underway && !db.Set<Shop>().Any(shop => shop.Id == product.ShopId && shop.State == ShopState.Approved));
        return await Answer.OfAsync(
            shown, "products on show",
            ("is shown by a shop that is not open", Names(closed)),
            ("is shown and not published", Names(shown.Where(product => product.State != ProductState.Published || !product.ShopOpen))));
    }

    private static IQueryable<string> Names(IQueryable<Stock> stocks) => stocks.Select(stock => "stock " + stock.Id);

    private static IQueryable<string> Names(IQueryable<Product> products) => products.Select(product => "product " + product.Code);
}
