namespace Storefront.Modules.Orders;

/// <summary>What a seller can do with an order.</summary>
internal sealed record SellerHands(MoveOrder Move, ShipOrder Ship, CancelOrder Cancel, RefundOrder Refund, ReadRefunds Refunds);

/// <summary>What a buyer can do with an order.</summary>
internal sealed record BuyerHands(CancelOrder Cancel, ConfirmReceipt Confirm, OrderAgain Again);
