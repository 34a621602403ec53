using System.Globalization;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Orders.Demo;

/// <summary>What sellers, buyers and carriers do with an order of the demo market.</summary>
internal sealed class DemoHands(MoveOrder move, ShipOrder ship, CancelOrder cancelOrder, RefundOrder refundOrder, ConfirmReceipt confirm, IShops shops)
{
    public async Task PackAsync(Order order, CancellationToken cancel)
    {
        var seller = await SellerAsync(order, cancel);
        Demand(await move.RunAsync(one => one.Id == order.Id, (one, now) => Task.FromResult(one.Pack(seller, now)), cancel), order);
    }

    public Task ShipAsync(Order order, CancellationToken cancel) => SendAsync(order, 8_800_000_000_000, pieces: null, cancel);

    /// <summary>A part, in a parcel of its own; the rest follows.</summary>
    public Task SendAheadAsync(Order order, int[] pieces, CancellationToken cancel) => SendAsync(order, 8_700_000_000_000, pieces, cancel);

    public async Task DeliverAsync(Order order, CancellationToken cancel) =>
        Demand(await move.RunAsync(one => one.Id == order.Id, (one, now) => Task.FromResult(one.Deliver(new(Mover.Timer), now)), cancel), order);

    public async Task ConfirmAsync(Order order, CancellationToken cancel) => Demand(await confirm.RunAsync(order.Code, order.BuyerId, cancel), order);

    public async Task CallOffAsync(Order order, CancellationToken cancel) =>
        Demand(await cancelOrder.RunAsync(one => one.Id == order.Id, new(Mover.Buyer, order.BuyerId), reason: null, cancel), order);

    public async Task RefundAsync(Order order, string? reason, CancellationToken cancel) =>
        Demand(await cancelOrder.RunAsync(one => one.Id == order.Id, await SellerAsync(order, cancel), reason, cancel), order);

    /// <summary>A part, of an order that lives on.</summary>
    public async Task GiveBackAsync(Order order, RefundOrder.Request what, CancellationToken cancel) =>
        Demand(await refundOrder.RunAsync(one => one.Id == order.Id, what, await SellerAsync(order, cancel), cancel) == RefundOrder.Outcome.Asked, order);

    public async Task<Signature> SellerAsync(Order order, CancellationToken cancel) => new(Mover.Seller, (await shops.MembersAsync(order.ShopId, cancel))[0]);

    private async Task SendAsync(Order order, long first, int[]? pieces, CancellationToken cancel)
    {
        var waybill = string.Create(CultureInfo.InvariantCulture, $"YT{first + order.Id * 7_919:D13}");
        Demand(await ship.RunAsync(one => one.Id == order.Id, chosen: null, waybill, await SellerAsync(order, cancel), cancel, pieces) == ShipOrder.Outcome.Shipped, order);
    }

    private static void Demand(bool done, Order order)
    {
        if (!done) throw new InvalidOperationException($"Order {order.Number} of the demo market could not be moved on from {order.State}.");
    }
}
