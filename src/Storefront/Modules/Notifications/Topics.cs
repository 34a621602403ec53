using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;

namespace Storefront.Modules.Notifications;

/// <summary>Who hears of what, and how, unless the person says otherwise. An SMS costs money, so it is kept for what must be known.</summary>
internal static class Topics
{
    public static readonly IReadOnlyList<Topic> OfSellers = [Topic.NewOrder, Topic.OrderCancelled, Topic.RefundAsked, Topic.PayoutSent, Topic.LowStock, Topic.ShopDecision, Topic.LicenceExpiring];

    public static readonly IReadOnlyList<Topic> OfBuyers = [Topic.OrderPaid, Topic.OrderShipped, Topic.RefundSent];

    /// <summary>Nobody can switch these off.</summary>
    public static readonly IReadOnlyList<Topic> Fixed = [Topic.Recall, Topic.Security];

    public static bool IsFixed(Topic topic) => Fixed.Contains(topic);

    /// <summary>Waits for no morning.</summary>
    public static bool IsUrgent(Topic topic) => topic == Topic.Security;

    public static bool IsOn(Topic topic, Way way, bool? wish) => IsFixed(topic) || wish is null ? ByDefault(topic, way) : wish.Value;

    private static bool ByDefault(Topic topic, Way way) => (topic, way) switch
    {
        (Topic.Recall, _) => true,
        (_, Way.Sms) => false,
        // Whoever paid has just seen it.
        (Topic.OrderPaid, _) => false,
        (Topic.Other, Way.Email) => false,
        _ => true,
    };
}
