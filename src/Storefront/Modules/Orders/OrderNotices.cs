using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Orders;

/// <summary>Tells the people of an order what happened to it. A guest has the order's own address instead.</summary>
internal sealed class OrderNotices(INotices notices, IShops shops)
{
    public void TellBuyer(Order order, string what, params IReadOnlyList<string> more)
    {
        if (order.BuyerId is { } buyer) notices.Stage(buyer, $"orders.notice.{what}", [order.Number, .. more], IOrders.Path(order.Code), TopicForBuyer(what));
    }

    public async Task TellSellersAsync(Order order, string what, CancellationToken cancel, params IReadOnlyList<string> more)
    {
        foreach (var member in await shops.MembersAsync(order.ShopId, cancel))
            notices.Stage(member, $"orders.notice.{what}", [order.Number, .. more], SellPath(order.Number), TopicForSeller(what));
    }

    private static Topic TopicForBuyer(string what) => what switch
    {
        "paid" => Topic.OrderPaid,
        "shipped" => Topic.OrderShipped,
        "refunded" or "part_refunded" or "sold_out" => Topic.RefundSent,
        _ => Topic.Other,
    };

    private static Topic TopicForSeller(string what) => what switch
    {
        "new" => Topic.NewOrder,
        "cancelled" => Topic.OrderCancelled,
        "market_refunded" => Topic.RefundAsked,
        _ => Topic.Other,
    };

    public static string SellPath(string number) => $"/sell/orders/{number}";
}
