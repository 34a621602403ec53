namespace Storefront.Modules.Notifications.Contracts;

/// <summary>What a message is about. For each, a person chooses how to hear of it. Kept as numbers: never renumber.</summary>
public enum Topic
{
    Other = 0,
    NewOrder = 1,
    OrderCancelled = 2,
    RefundAsked = 3,
    PayoutSent = 4,
    ShopDecision = 5,
    LicenceExpiring = 6,
    OrderPaid = 7,
    OrderShipped = 8,
    RefundSent = 9,

    /// <summary>Food that must not be eaten or sold. Cannot be switched off.</summary>
    Recall = 10,

    /// <summary>The way into the account, or where its money goes, has changed. Cannot be switched off, and waits for no morning.</summary>
    Security = 11,

    /// <summary>Goods that are nearly or wholly sold out.</summary>
    LowStock = 12,
}
