using Microsoft.EntityFrameworkCore;
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
            VideoCode = order.VideoCode,
            PlacedAt = now,
            Goods = order.Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Offer.Price * line.Part.Quantity),
        };
        staged.Place(new(Mover.Buyer, order.BuyerId));
        staged.Lines.AddRange(order.Lines.Select(Line));
        db.Add(staged);
        return staged.Code;
    }

    public async Task<IReadOnlyList<OrderLineCard>> LinesAsync(string code, CancellationToken cancel)
    {
        if (await db.Orders.AsNoTracking().Include(order => order.Lines).SingleOrDefaultAsync(order => order.Code == code, cancel) is not { } order) return [];
        var lines = order.Lines.OrderBy(line => line.Id).ToList();
        var freight = order.Freight.Spread([.. lines.Select(line => line.Sum.Fen)]);
        return [.. lines.Zip(freight, (line, share) => new OrderLineCard(line.Id, line.Category, $"{line.ProductName} {line.Label} × {line.Quantity}", line.Sum, share))];
    }

    private static OrderLine Line(NewOrderLine line) => new()
    {
        VariantId = line.Offer.VariantId,
        VariantCode = line.Offer.VariantCode,
        ProductCode = line.Offer.ProductCode,
        Category = line.Offer.Category,
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
