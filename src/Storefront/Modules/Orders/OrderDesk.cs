using Storefront.Data;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

internal sealed class OrderDesk(StoreDb db, TimeProvider clock) : IOrders
{
    public string Stage(NewOrder order)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var staged = new Order
        {
            Code = Code.NewSecret(),
            Number = Order.NewNumber(now),
            CheckoutCode = order.CheckoutCode,
            ShopId = order.ShopId,
            ShopName = order.ShopName,
            BuyerId = order.BuyerId,
            BuyerLanguage = order.BuyerLanguage,
            Address = order.Address,
            Freight = order.Freight,
            Note = order.Note,
            PlacedAt = now,
            Goods = order.Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Offer.Price * line.Part.Quantity),
        };
        staged.Place(new(Mover.Buyer, order.BuyerId));
        staged.Lines.AddRange(order.Lines.Select(Line));
        db.Add(staged);
        return staged.Code;
    }

    private static OrderLine Line(NewOrderLine line) => new()
    {
        VariantId = line.Offer.VariantId,
        VariantCode = line.Offer.VariantCode,
        ProductCode = line.Offer.ProductCode,
        ProductName = line.Offer.ProductName,
        Label = line.Offer.Label,
        NetGrams = line.Offer.NetGrams,
        PhotoCode = line.Offer.PhotoCode,
        Price = line.Offer.Price,
        Quantity = line.Part.Quantity,
        BatchId = line.Part.BatchId,
        BatchCode = line.Part.BatchCode,
        HarvestedOn = line.Part.HarvestedOn,
        BestBefore = line.Part.BestBefore,
    };
}
