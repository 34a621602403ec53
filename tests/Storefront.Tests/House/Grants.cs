namespace Storefront.Tests.House;

/// <summary>
/// The one table of who may ask whom. A module may import another's Contracts only if it stands here, a grant that nobody uses fails,
/// and together the grants may not form a cycle: the module that is told something hears an event instead of being called back.
/// </summary>
internal static class Grants
{
    public static readonly IReadOnlyDictionary<string, string[]> All = new Dictionary<string, string[]>(StringComparer.Ordinal)
    {
        ["Moderation"] = ["Accounts"],
        ["Videos"] = ["Catalog", "Media", "Sellers"],
    };

    /// <summary>
    /// What the table refuses and the code still does. Contracts may import Shared only, but an order carries types of Catalog and Shipping,
    /// and the player that Videos lends to others asks Media for its poster. An entry that nothing breaks any more fails.
    /// </summary>
    public static readonly IReadOnlyList<string> Owed =
    [
        "Contracts Orders may not import Contracts Catalog",
        "Contracts Orders may not import Contracts Shipping",
        "Contracts Videos may not import Contracts Media",
    ];

    /// <summary>The folders whose direct content is a seam and whose sub-folders are its adapters.</summary>
    public static readonly IReadOnlySet<string> Seams = new HashSet<string>(StringComparer.Ordinal)
    {
        "Payments.Gateways",
        "Videos.Platforms",
        "Media.Stores",
        "Notifications.Channels",
    };
}
