using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>
/// What the visitor sees of the orders of all shops they work in: one inbox. Orders that are not paid are nobody's work yet and do not appear.
/// </summary>
internal sealed class SellerOrders(StoreDb db, IMyShop mine, TimeProvider clock)
{
    /// <summary>As many slips as a person packs in one go.</summary>
    public const int PackingSize = 50;

    public static readonly IReadOnlyList<OrderState> Tabs =
        [OrderState.Paid, OrderState.Packed, OrderState.Shipped, OrderState.Delivered, OrderState.Completed, OrderState.Cancelled];

    /// <summary>Work that waits comes oldest first, what is done newest first.</summary>
    public async Task<Page<OrderRow>> ListAsync(OrderState state, int page, CancellationToken cancel)
    {
        var orders = (await MineAsync(cancel)).Where(order => order.State == state);
        if (state == OrderState.Cancelled) orders = orders.Where(WasPaid);
        var sorted = state is OrderState.Paid or OrderState.Packed ? orders.OrderBy(order => order.Id) : orders.OrderByDescending(order => order.Id);
        return (await sorted.Take(page, Paging.Size).Select(OrderRow.Of).AsSingleQuery().ToListAsync(cancel)).ToPage(page, Paging.Size);
    }

    public async Task<int> CountAsync(OrderState state, CancellationToken cancel) =>
        await (await MineAsync(cancel)).CountAsync(order => order.State == state, cancel);

    public async Task<Order?> FindAsync(string number, CancellationToken cancel) =>
        await (await MineAsync(cancel)).Whole().Where(WasPaid).FirstOrDefaultAsync(order => order.Number == number, cancel);

    /// <summary>Everything to be packed or handed over, longest waiting first.</summary>
    public async Task<Page<Order>> PackingAsync(int page, CancellationToken cancel) =>
        (await (await MineAsync(cancel)).Include(order => order.Lines).Where(order => order.State == OrderState.Paid || order.State == OrderState.Packed)
            .OrderBy(order => order.Id).Take(page, PackingSize).AsSingleQuery().ToListAsync(cancel)).ToPage(page, PackingSize);

    public async Task<Sales> SalesAsync(CancellationToken cancel) => await SalesAsync(await ShopsAsync(cancel), cancel);

    public async Task<Sales> SalesAsync(IReadOnlyList<long> shops, CancellationToken cancel)
    {
        var today = LocalTime.Today(clock).ToDateTime(TimeOnly.MinValue) - LocalTime.Offset;
        var week = today.AddDays(-6);
        return await Of(shops)
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

    private async Task<IQueryable<Order>> MineAsync(CancellationToken cancel) => Of(await ShopsAsync(cancel));

    private async Task<IReadOnlyList<long>> ShopsAsync(CancellationToken cancel) =>
        [.. (await mine.AllAsync(cancel)).Where(shop => shop.State is ShopState.Approved or ShopState.Paused).Select(shop => shop.Id)];

    /// <summary>One shop, as nearly everybody has, is read along its index without sorting.</summary>
    private IQueryable<Order> Of(IReadOnlyList<long> shops)
    {
        var orders = db.Orders.AsNoTracking();
        if (shops is [var only]) return orders.Where(order => order.ShopId == only);
        return orders.Where(order => shops.Contains(order.ShopId));
    }

    /// <summary>Orders placed today and in the last seven days, and what is left of their fen after what was given back; before fees.</summary>
    public sealed record Sales(int TodayOrders, long TodayFen, int WeekOrders, long WeekFen)
    {
        public Money Today => new(TodayFen);

        public Money Week => new(WeekFen);
    }
}
