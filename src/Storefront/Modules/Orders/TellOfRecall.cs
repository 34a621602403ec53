using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>
/// What was bought of a recalled batch is marked for everybody who opens the order. What has not left is called off and paid back, of an order that has left
/// in part only what waits of the batch; of what has left, buyers with an account are told, once for each order.
/// </summary>
internal sealed class TellOfRecall(StoreDb db, CancelOrder cancelOrder, RefundOrder refundOrder, INotices notices) : IHandle<BatchRecalled>
{
    public async Task HandleAsync(BatchRecalled happened, CancellationToken cancel)
    {
        var orders = await db.Orders.Include(order => order.Lines).Where(order => order.State != OrderState.Cancelled && order.Lines.Any(line => line.BatchId == happened.BatchId && !line.Recalled))
            .OrderBy(order => order.Id).ToListAsync(cancel);
        foreach (var order in orders)
        {
            foreach (var line in order.Lines.Where(line => line.BatchId == happened.BatchId)) line.MarkRecalled();
            if (order.MayCancel) await cancelOrder.RunAsync(one => one.Id == order.Id, new(Mover.Timer), happened.Reason, cancel);
            else if (order.IsPartlySent) await KeepBackAsync(order, happened, cancel);
            if (order.State != OrderState.Cancelled && order.BuyerId is { } buyer && order.State != OrderState.AwaitingPayment)
                notices.Stage(buyer, "orders.notice.recalled", [happened.ProductName, happened.Reason], IOrders.Path(order.Code), Topic.Recall);
        }
    }

    private Task KeepBackAsync(Order order, BatchRecalled happened, CancellationToken cancel)
    {
        var waiting = order.Lines.OrderBy(line => line.Id).Select(line => line.BatchId == happened.BatchId ? line.Left : 0).ToList();
        return waiting.Sum() == 0
            ? Task.CompletedTask
            : refundOrder.RunAsync(one => one.Id == order.Id, new(waiting, Freight: false, Sum: null, happened.Reason, Restock: true), new(Mover.Timer), cancel);
    }
}
