using System.Globalization;
using Storefront.Data.Events;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;

namespace Storefront.Modules.Orders;

/// <summary>The books hear of a refund, its buyer does, and where the market's people gave it back, so do the sellers and the log of what admins do.</summary>
internal sealed class TellOfRefund(Outbox outbox, OrderNotices notices, IAudit audit)
{
    public async Task RunAsync(Order order, OrderRefund refund, CancellationToken cancel)
    {
        var lines = refund.Lines.Where(line => !line.Goods.IsZero).Select(line => new RefundedLine(line.LineId, line.Goods));
        outbox.Stage(new OrderRefunded(order.Code, order.Number, order.CheckoutCode, order.ShopId, refund.Key, [.. lines], refund.Freight));
        var sum = refund.Sum.ToString();
        if (refund.Lines.Sum(line => line.ShortGrams) is { } grams and > 0) notices.TellBuyer(order, "weighed", sum, grams.ToString("N0", CultureInfo.InvariantCulture));
        else notices.TellBuyer(order, "part_refunded", sum, refund.Reason ?? "");
        if (refund.By != Mover.Market) return;
        await notices.TellSellersAsync(order, "market_refunded", cancel, sum);
        audit.Stage("order-refunded", $"order/{order.Number}", sum);
    }
}
