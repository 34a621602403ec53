using Storefront.Data.Events;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;

namespace Storefront.Modules.Orders;

/// <summary>Others hear, and the buyer is told, once: that all of an order is on its way, and before it of each parcel that went ahead.</summary>
internal sealed class TellOfSending(Outbox outbox, OrderNotices notices)
{
    public void AllLeft(Order order)
    {
        outbox.Stage(new OrderShipped(order.Code, order.Number, order.ShopId, order.BuyerId));
        notices.TellBuyer(order, "shipped");
    }

    public void PartLeft(Order order, string waybill) => notices.TellBuyer(order, "part_shipped", waybill);
}
