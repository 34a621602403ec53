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
        if (order.BuyerId is { } buyer) notices.Stage(buyer, $"orders.notice.{what}", [order.Number, .. more], IOrders.Path(order.Code));
    }

    public async Task TellSellersAsync(Order order, string what, CancellationToken cancel, params IReadOnlyList<string> more)
    {
        foreach (var member in await shops.MembersAsync(order.ShopId, cancel))
            notices.Stage(member, $"orders.notice.{what}", [order.Number, .. more], SellPath(order.Number));
    }

    public static string SellPath(string number) => $"/sell/orders/{number}";
}
