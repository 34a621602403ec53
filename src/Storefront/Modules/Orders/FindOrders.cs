using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>The market's orders for its own people: newest first, or the one whose number was read out on the telephone.</summary>
internal sealed class FindOrders(StoreDb db)
{
    public async Task<Page<OrderRow>> ListAsync(string? number, int page, CancellationToken cancel)
    {
        var orders = db.Orders.AsNoTracking().Where(order => order.State != OrderState.AwaitingPayment);
        if (number is { Length: > 0 }) orders = orders.Where(order => order.Number == number);
        return (await orders.OrderByDescending(order => order.Id).Take(page, Paging.Size).Select(OrderRow.Of).AsSingleQuery().ToListAsync(cancel)).ToPage(page, Paging.Size);
    }

    public Task<Order?> FindAsync(string number, CancellationToken cancel) =>
        db.Orders.AsNoTracking().Whole().FirstOrDefaultAsync(order => order.Number == number && order.State != OrderState.AwaitingPayment, cancel);
}
