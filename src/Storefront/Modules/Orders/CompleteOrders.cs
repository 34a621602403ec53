using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>Moves on what people forget to: long sent counts as delivered, long delivered as completed.</summary>
[Every(seconds: 15 * 60)]
internal sealed class CompleteOrders(IServiceScopeFactory scopes, IOptions<OrderOptions> options, TimeProvider clock) : ITimedWork
{
    private const int Batch = 100;
    private static readonly Signature ByTimer = new(Mover.Timer);

    public async Task RunAsync(CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        await AllAsync(OrderState.Shipped, now.AddDays(-options.Value.DeliverAfterDays), (order, _) => order.Deliver(ByTimer, now), cancel);
        await AllAsync(OrderState.Delivered, now.AddDays(-options.Value.CompleteAfterDays), (order, outbox) => Complete(order, outbox, now), cancel);
    }

    private static bool Complete(Order order, Outbox outbox, DateTime now)
    {
        if (!order.Complete(ByTimer, now)) return false;
        outbox.Stage(new OrderCompleted(order.Code, order.Number, order.ShopId));
        return true;
    }

    private async Task AllAsync(OrderState state, DateTime before, Func<Order, Outbox, bool> move, CancellationToken cancel)
    {
        int moved;
        do moved = await SomeAsync(state, before, move, cancel);
        while (moved == Batch);
    }

    private async Task<int> SomeAsync(OrderState state, DateTime before, Func<Order, Outbox, bool> move, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        var outbox = scope.ServiceProvider.GetRequiredService<Outbox>();
        return await db.WriteAsync(
            async token =>
            {
                var due = await db.Orders.Where(order => order.State == state && order.MovedAt <= before).OrderBy(order => order.MovedAt).Take(Batch).ToListAsync(token);
                return due.Count(order => move(order, outbox));
            },
            cancel);
    }
}
