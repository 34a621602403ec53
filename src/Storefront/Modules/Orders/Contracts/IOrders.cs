using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Contracts;

/// <summary>One line: one variant from one batch, with names and price as they were.</summary>
public sealed record NewOrderLine(Offer Offer, HeldPart Part);

/// <summary>One seller's part of a checkout.</summary>
public sealed record NewOrder(
    string CheckoutCode, long ShopId, string ShopName, long? BuyerId, string BuyerLanguage, Address Address, Money Freight, IReadOnlyList<NewOrderLine> Lines, string? Note);

public interface IOrders
{
    /// <summary>Stages an order awaiting payment. Returns its code, a secret: who holds it may see the order.</summary>
    string Stage(NewOrder order);

    /// <summary>The buyer's page of one order.</summary>
    static string Path(string code) => $"/orders/{code}";

    /// <summary>All orders of one checkout: where a buyer comes back to after paying.</summary>
    static string OfCheckoutPath(string checkoutCode) => $"/orders/of/{checkoutCode}";
}

/// <summary>An order's money is in: goods and freight of one seller.</summary>
public sealed record OrderPaid(string OrderCode, string Number, string CheckoutCode, long ShopId, string Gateway, Money Goods, Money Freight) : IEvent;

/// <summary>The parcel is on its way.</summary>
public sealed record OrderShipped(string OrderCode, string Number, long ShopId, long? BuyerId) : IEvent;

public sealed record OrderCompleted(string OrderCode, string Number, long ShopId) : IEvent;

/// <summary>Cancelled. <paramref name="Refund"/> is what goes back to the buyer: zero when it was not paid.</summary>
public sealed record OrderCancelled(string OrderCode, string Number, string CheckoutCode, long ShopId, Money Refund) : IEvent;
