namespace Storefront.Tests.House;

/// <summary>
/// The one table of who may ask whom. A module, or its own Contracts, may import another's Contracts only if it stands here:
/// words belong to the module that knows them (an address, a held part of a batch), so contracts may speak them; a grant that nobody uses fails,
/// and together the grants may not form a cycle: the module that is told something hears an event instead of being called back.
/// </summary>
internal static class Grants
{
    public static readonly IReadOnlyDictionary<string, string[]> All = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Accounts"] = ["Notifications", "Shipping"],
        ["Moderation"] = ["Accounts", "Media"],
        ["Cart"] = ["Catalog", "Media", "Sellers", "Videos"],
        ["Checkout"] = ["Accounts", "Cart", "Catalog", "Orders", "Payments", "Sellers", "Shipping"],
        ["Orders"] = ["Cart", "Catalog", "Media", "Moderation", "Notifications", "Payments", "Sellers", "Shipping", "Videos"],
        ["Catalog"] = ["Media", "Moderation", "Notifications", "Sellers", "Shipping", "Videos"],
        ["Sellers"] = ["Accounts", "Media", "Moderation", "Notifications", "Shipping"],
        ["Payments"] = ["Media", "Moderation"],
        ["Ledger"] = ["Accounts", "Catalog", "Media", "Moderation", "Notifications", "Orders", "Payments", "Sellers"],
        ["Videos"] = ["Media", "Notifications", "Sellers"],
        ["Learn"] = ["Sellers"],
    };

    /// <summary>The folders whose direct content is a seam and whose sub-folders are its adapters.</summary>
    public static readonly IReadOnlySet<string> Seams = new HashSet<string>(StringComparer.Ordinal)
    {
        "Payments.Gateways",
        "Videos.Platforms",
        "Media.Stores",
        "Notifications.Channels",
    };
}
