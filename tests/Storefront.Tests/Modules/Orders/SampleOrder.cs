using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Tests.Modules.Orders;

/// <summary>An order of one line that no database knows, for what holds of every order.</summary>
internal static class SampleOrder
{
    public static Order Of(Money price, int grams, int pieces)
    {
        var order = new Order
        {
            Code = "",
            Number = "",
            CheckoutCode = "",
            ShopId = 1,
            ShopName = "",
            BuyerId = null,
            BuyerLanguage = "",
            Address = new("", "", "", "", ""),
            Goods = price * pieces,
            Freight = Money.Zero,
            Note = null,
            PlacedAt = DateTime.UnixEpoch,
        };
        order.Lines.Add(new()
        {
            VariantId = 1,
            VariantCode = "",
            ProductCode = "",
            Category = "",
            ProductName = "",
            Label = "",
            NetGrams = grams,
            PhotoCode = null,
            Price = price,
            Quantity = pieces,
            BatchId = 1,
            BatchCode = "",
            HarvestedOn = default,
            BestBefore = default,
        });
        order.Place(new(Mover.Buyer));
        return order;
    }
}
