using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>What a shop sees of its orders. Orders that are not paid are nobody's work yet and do not appear.</summary>
internal sealed class SellerOrders(StoreDb db, TimeProvider clock)
{
    /// <summary>As many slips as a person packs in one go.</summary>
    public const int PackingSize = 50;

    public static readonly IReadOnlyList<OrderState> Tabs =
        [OrderState.Paid, OrderState.Packed, OrderState.Shipped, OrderState.Delivered, OrderState.Completed, OrderState.Cancelled];

    /// <summary>Work that waits comes oldest first, what is done newest first.</summary>
    public async Task<Page<OrderRow>> ListAsync(long shopId, OrderState state, int page, CancellationToken cancel)
    {
        var orders = Of(shopId).Where(order => order.State == state);
        if (state == OrderState.Cancelled) orders = orders.Where(WasPaid);
        var sorted = state is OrderState.Paid or OrderState.Packed ? orders.OrderBy(order => order.Id) : orders.OrderByDescending(order => order.Id);
        return (await sorted.Take(page, Paging.Size).Select(OrderRow.Of).AsSingleQuery().ToListAsync(cancel)).ToPage(page, Paging.Size);
    }

    public Task<int> CountAsync(long shopId, OrderState state, CancellationToken cancel) =>
        Of(shopId).CountAsync(order => order.State == state, cancel);

    public async Task<Order?> FindAsync(long shopId, string number, CancellationToken cancel) =>
        await Of(shopId).Whole().Where(WasPaid).FirstOrDefaultAsync(order => order.Number == number, cancel);

    /// <summary>Everything to be packed or handed over, longest waiting first.</summary>
    public async Task<Page<Order>> PackingAsync(long shopId, int page, CancellationToken cancel) =>
        (await Of(shopId).Include(order => order.Lines).Where(order => order.State == OrderState.Paid || order.State == OrderState.Packed)
            .OrderBy(order => order.Id).Take(page, PackingSize).AsSingleQuery().ToListAsync(cancel)).ToPage(page, PackingSize);

    public async Task<Sales> SalesAsync(long shopId, CancellationToken cancel)
    {
        var today = LocalTime.Today(clock).ToDateTime(TimeOnly.MinValue) - LocalTime.Offset;
        var week = today.AddDays(-6);
        return await Of(shopId)
            .Where(order => order.PlacedAt >= week && order.State != OrderState.AwaitingPayment && order.State != OrderState.Cancelled)
            .Select(order => new
            {
                IsToday = order.PlacedAt >= today,
                Fen = order.Goods.Fen + order.Freight.Fen - order.Refunds.Sum(refund => refund.Freight.Fen) - order.Refunds.SelectMany(refund => refund.Lines).Sum(line => line.Goods.Fen),
            })
            .GroupBy(_ => 1)
            .Select(all => new Sales(all.Sum(order => order.IsToday ? 1 : 0), all.Sum(order => order.IsToday ? order.Fen : 0), all.Count(), all.Sum(order => order.Fen)))
            .FirstOrDefaultAsync(cancel) ?? new(0, 0, 0, 0);
    }

    private static readonly Expression<Func<Order, bool>> WasPaid = order => order.Moves.Any(move => move.To == OrderState.Paid);

    private IQueryable<Order> Of(long shopId) => db.Orders.AsNoTracking().Where(order => order.ShopId == shopId);

    /// <summary>Orders placed today and in the last seven days, and what is left of their fen after what was given back; before fees.</summary>
    public sealed record Sales(int TodayOrders, long TodayFen, int WeekOrders, long WeekFen)
    {
        public Money Today => new(TodayFen);

        public Money Week => new(WeekFen);
    }
}
