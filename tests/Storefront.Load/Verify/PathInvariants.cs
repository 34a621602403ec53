using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Load.Verify;

/// <summary>Events on their way, and the steps of orders and shops.</summary>
internal static class PathInvariants
{
    /// <summary>So long after its time an event may still be waiting while later ones were handled.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly HashSet<(ShopState From, ShopState To)> ShopSteps =
    [
        .. Enum.GetValues<ShopState>().SelectMany(from => Enum.GetValues<ShopVerb>(), (from, verb) => (From: from, To: ShopPaths.To(from, verb)))
            .Where(step => step.To is not null).Select(step => (step.From, step.To!.Value)),
    ];

    public static readonly IReadOnlyList<Invariant> All =
    [
        new("9", "no event is stuck", NothingStuckAsync),
        new("10", "orders move along their states, dated and signed", OrdersMoveAsync),
        new("10", "shops move along their states", ShopsMoveAsync),
    ];

    /// <summary>A long queue is not stuck: an event is, when one that came after it was handled long after its own turn.</summary>
    private static async Task<Answer> NothingStuckAsync(StoreDb db)
    {
        var rows = db.Set<OutboxRow>().AsNoTracking();
        var open = await rows.Where(row => row.HandledAt == null).OrderBy(row => row.Id).Select(row => new { row.Id, row.Tries, row.NextTryAt }).ToListAsync();
        var first = open.Count > 0 ? open[0].Id : long.MaxValue;
        var later = await rows.Where(row => row.HandledAt != null && row.Id > first).Select(row => new { row.Id, row.HandledAt }).ToListAsync();
        return Answer.Of(
            await rows.CountAsync(), "events",
            [
                .. open.Where(row => row.Tries >= DeliverOutbox.GiveUpAfter).Select(row => $"event {row.Id} was given up"),
                .. open.Where(row => row.Tries < DeliverOutbox.GiveUpAfter && later.Exists(other => other.Id > row.Id && other.HandledAt > row.NextTryAt + Patience))
                    .Select(row => $"event {row.Id} was passed over"),
            ]);
    }

    private static async Task<Answer> OrdersMoveAsync(StoreDb db)
    {
        var wrong = new List<string>();
        var count = 0;
        var orders = db.Set<Order>().AsNoTracking().OrderBy(order => order.Id)
            .Select(order => new { order.Number, order.State, order.MovedAt, Moves = order.Moves.OrderBy(move => move.Id).ToList() }).AsAsyncEnumerable();
        await foreach (var order in orders)
        {
            count++;
            if (Trouble(order.State, order.MovedAt, order.Moves) is { } trouble) wrong.Add($"order {order.Number} {trouble}");
        }
        return Answer.Of(count, "orders", wrong);
    }

    private static string? Trouble(OrderState state, DateTime movedAt, List<OrderMove> moves)
    {
        if (moves is not [{ To: OrderState.AwaitingPayment }, ..]) return "does not begin awaiting payment";
        if (moves[^1].To != state || moves[^1].At != movedAt) return $"is {state}, its last move says {moves[^1].To}";
        if (moves.Exists(move => move.By == Mover.Seller && move.AccountId is null)) return "was moved by a seller without a name";
        foreach (var (before, after) in moves.Zip(moves.Skip(1)))
        {
            if (!OrderPaths.Allow(before.To, after.To)) return $"went from {before.To} to {after.To}";
            if (after.At < before.At) return "went back in time";
        }
        return null;
    }

    private static async Task<Answer> ShopsMoveAsync(StoreDb db)
    {
        var moves = (await db.Set<ShopMove>().AsNoTracking().OrderBy(move => move.Id).ToListAsync()).ToLookup(move => move.ShopId);
        var shops = await db.Set<Shop>().AsNoTracking().Select(shop => new { shop.Id, shop.Code, shop.State }).ToListAsync();
        return Answer.Of(shops.Count, "shops", shops.Where(shop =>
        {
            ShopState[] way = [ShopState.Draft, .. moves[shop.Id].Select(move => move.To)];
            return way[^1] != shop.State || moves[shop.Id].Index().Any(step => step.Item.From != way[step.Index] || !ShopSteps.Contains((step.Item.From, step.Item.To)));
        }).Select(shop => $"shop {shop.Code} did not come to {shop.State} by its moves"));
    }
}
