using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>
/// What was bought of a recalled batch is marked for everybody who opens the order. What has not left is called off and paid back; of what has,
/// buyers with an account are told, once for each order.
/// </summary>
internal sealed class TellOfRecall(StoreDb db, CancelOrder cancelOrder, INotices notices) : IHandle<BatchRecalled>
{
    public async Task HandleAsync(BatchRecalled happened, CancellationToken cancel)
    {
        var orders = await db.Orders.Include(order => order.Lines).Where(order => order.State != OrderState.Cancelled && order.Lines.Any(line => line.BatchId == happened.BatchId && !line.Recalled))
            .OrderBy(order => order.Id).ToListAsync(cancel);
        foreach (var order in orders)
        {
            foreach (var line in order.Lines.Where(line => line.BatchId == happened.BatchId)) line.MarkRecalled();
            if (order.IsPaidAndHere) await cancelOrder.RunAsync(one => one.Id == order.Id, new(Mover.Timer), happened.Reason, cancel);
            else if (order.BuyerId is { } buyer && order.State != OrderState.AwaitingPayment)
                notices.Stage(buyer, "orders.notice.recalled", [happened.ProductName, happened.Reason], IOrders.Path(order.Code), Topic.Recall);
        }
    }
}
