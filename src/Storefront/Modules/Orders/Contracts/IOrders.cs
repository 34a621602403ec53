using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Contracts;

/// <summary>One line: one variant from one batch, with names and price as they were.</summary>
public sealed record NewOrderLine(Offer Offer, HeldPart Part);

/// <summary>One seller's part of a checkout.</summary>
/// <param name="VideoCode">The seller's video that brought it; null: none.</param>
public sealed record NewOrder(
    string CheckoutCode, long ShopId, string ShopName, long? BuyerId, string BuyerLanguage, Address Address, Money Freight, IReadOnlyList<NewOrderLine> Lines, string? Note,
    string? VideoCode = null);

/// <summary>One line of an order, as the books need it.</summary>
/// <param name="Line">Names the line for ever, in every event about it.</param>
/// <param name="Freight">The line's part of the order's freight, by the goods' prices; the parts are the freight to the fen.</param>
public sealed record OrderLineCard(long Line, string Category, string Name, Money Goods, Money Freight);

public interface IOrders
{
    /// <summary>Stages an order awaiting payment. Returns its code, a secret: who holds it may see the order.</summary>
    string Stage(NewOrder order);

    /// <summary>Lines of an order that is saved, in their order; empty for an unknown code. They never change.</summary>
    Task<IReadOnlyList<OrderLineCard>> LinesAsync(string code, CancellationToken cancel);

    /// <summary>The buyer's page of one order.</summary>
    static string Path(string code) => $"/orders/{code}";

    /// <summary>All orders of one checkout: where a buyer comes back to after paying.</summary>
    static string OfCheckoutPath(string checkoutCode) => $"/orders/of/{checkoutCode}";
}

/// <summary>An order's money is in: goods and freight of one seller. Its lines are asked for (<see cref="IOrders.LinesAsync"/>): an event has no room for them.</summary>
public sealed record OrderPaid(string OrderCode, string Number, string CheckoutCode, long ShopId, string Gateway, Money Goods, Money Freight, DateTime PaidAt) : IEvent;

/// <summary>The parcel is on its way.</summary>
public sealed record OrderShipped(string OrderCode, string Number, long ShopId, long? BuyerId) : IEvent;

public sealed record OrderCompleted(string OrderCode, string Number, long ShopId) : IEvent;

/// <summary>
/// A part of a paid order's money goes back while the order lives on. <paramref name="RefundKey"/> is the refund's key at Payments and unique in the market;
/// the parts of all refunds of an order are never more than its lines and its freight.
/// </summary>
/// <param name="Lines">Only lines of which something goes back.</param>
public sealed record OrderRefunded(
    string OrderCode, string Number, string CheckoutCode, long ShopId, string RefundKey, IReadOnlyList<RefundedLine> Lines, Money Freight) : IEvent;

/// <param name="LineId">The order line, the same in every event about it.</param>
public sealed record RefundedLine(long LineId, Money Goods);

/// <summary>
/// Cancelled. <paramref name="Refund"/> is what goes back to the buyer: everything that earlier refunds have left of goods and freight, zero when it was not paid.
/// It is said here alone, not by an <see cref="OrderRefunded"/> as well.
/// </summary>
public sealed record OrderCancelled(string OrderCode, string Number, string CheckoutCode, long ShopId, Money Refund) : IEvent;
