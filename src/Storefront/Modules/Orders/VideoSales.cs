using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>What videos have sold, counted from the orders themselves: those that are paid and not called off, less what was given back.</summary>
internal sealed class VideoSales(StoreDb db) : IVideoSales
{
    public async Task<IReadOnlyDictionary<string, Sold>> OfVideosAsync(long shopId, IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        if (codes.Count == 0) return new Dictionary<string, Sold>(StringComparer.Ordinal);
        var rows = await Brought(shopId).Where(order => codes.Contains(order.VideoCode))
            .Select(order => new { order.VideoCode, Fen = order.Goods.Fen + order.Freight.Fen - order.Refunds.Sum(refund => refund.Freight.Fen) - order.Refunds.SelectMany(refund => refund.Lines).Sum(line => line.Goods.Fen) })
            .GroupBy(order => order.VideoCode)
            .Select(video => new { Code = video.Key, Orders = video.Count(), Fen = video.Sum(order => order.Fen) })
            .ToListAsync(cancel);
        return rows.ToDictionary(row => row.Code!, row => new Sold(row.Orders, new(row.Fen)), StringComparer.Ordinal);
    }

    public async Task<IReadOnlyList<SoldOn>> ByDayAsync(long shopId, string? code, DateOnly from, CancellationToken cancel)
    {
        var since = from.ToDateTime(TimeOnly.MinValue) - LocalTime.Offset;
        var orders = Brought(shopId).Where(order => order.PlacedAt >= since);
        orders = code is null ? orders.Where(order => order.VideoCode != null) : orders.Where(order => order.VideoCode == code);
        var rows = await orders
            .Select(order => new { order.PlacedAt, Fen = order.Goods.Fen + order.Freight.Fen - order.Refunds.Sum(refund => refund.Freight.Fen) - order.Refunds.SelectMany(refund => refund.Lines).Sum(line => line.Goods.Fen) })
            .ToListAsync(cancel);
        // By the shop's clock, which no two engines would cut into days with the same words.
        return [.. rows.GroupBy(row => DateOnly.FromDateTime(LocalTime.Of(row.PlacedAt))).Select(day => new SoldOn(day.Key, new(day.Count(), new(day.Sum(row => row.Fen)))))];
    }

    private IQueryable<Order> Brought(long shopId) =>
        db.Orders.AsNoTracking().Where(order => order.ShopId == shopId && order.State != OrderState.AwaitingPayment && order.State != OrderState.Cancelled);
}
