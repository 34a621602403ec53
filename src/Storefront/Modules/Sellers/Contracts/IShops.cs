using Storefront.Shared;

namespace Storefront.Modules.Sellers.Contracts;

public enum ShopState { Draft, Submitted, ChangesRequested, Approved, Paused, Suspended, Closed, Rejected }

/// <summary>What everybody may know of a shop.</summary>
/// <param name="Place">Origin as shown, county level: "浙江 丽水 松阳".</param>
/// <param name="RegionCode">Town (9 digits) or county (6) where it sends from.</param>
/// <param name="PhotoCode">Media code of the shop's picture, or null.</param>
public sealed record ShopCard(long Id, string Code, string Name, string Place, string RegionCode, string Story, string? PhotoCode, ShopState State)
{
    public bool IsOpen => State == ShopState.Approved;
}

/// <summary>Shops as others see them.</summary>
public interface IShops
{
    Task<ShopCard?> FindAsync(string code, CancellationToken cancel);

    Task<ShopCard?> FindAsync(long id, CancellationToken cancel);

    Task<IReadOnlyDictionary<long, ShopCard>> FindManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancel);

    /// <summary>Approved shops, newest first.</summary>
    Task<Page<ShopCard>> OpenAsync(int page, CancellationToken cancel);

    /// <summary>
    /// The rule "only an approved shop sells, and an expired licence sells none of what it covers": of these shop and category pairs, those that must not be sold now.
    /// Asked inside the transaction that places an order.
    /// </summary>
    Task<IReadOnlyCollection<(long ShopId, string Category)>> ForbiddenAsync(IReadOnlyCollection<(long ShopId, string Category)> goods, CancellationToken cancel);

    /// <summary>The papers a shop page must show, one line each: "no registration needed", or the licence with its number. Only accepted and valid ones.</summary>
    Task<IReadOnlyList<LicenceLine>> LicencesAsync(long shopId, CancellationToken cancel);

    /// <summary>Accounts to tell about this shop's orders: owner, family, and helpers with their grower's consent.</summary>
    Task<IReadOnlyList<long>> MembersAsync(long shopId, CancellationToken cancel);

    /// <summary>Shops, in any state, that would have no owner without this account.</summary>
    Task<IReadOnlyList<ShopCard>> OwnedAloneAsync(long accountId, CancellationToken cancel);
}

/// <summary>A paper as buyers see it.</summary>
/// <param name="TextKey">Text with its number (may be empty) as the argument: <c>T[line.TextKey, line.Number]</c>.</param>
public sealed record LicenceLine(string TextKey, string Number, DateOnly? ExpiresOn);

/// <summary>Where a shop's money or a helper's fees go, in clear. Only for the payout list that finance exports; never for a page or a log.</summary>
/// <param name="Kind">bank, alipay or wechat.</param>
public sealed record PayoutTarget(string Kind, string Holder, string Number);

public interface IPayoutTargets
{
    /// <summary>By shop; shops without an account are left out.</summary>
    Task<IReadOnlyDictionary<long, PayoutTarget>> FindManyAsync(IReadOnlyCollection<long> shopIds, CancellationToken cancel);

    /// <summary>By account of a helper; who has not said where the fees go is left out.</summary>
    Task<IReadOnlyDictionary<long, PayoutTarget>> OfHelpersAsync(IReadOnlyCollection<long> accountIds, CancellationToken cancel);
}

/// <summary>
/// The shop the signed-in account works in. Who has several works in the one chosen last; a form works in the one its page was opened for
/// (<see cref="FormShop"/>), and makes that the chosen one.
/// </summary>
public interface IMyShop
{
    /// <summary>Null when the visitor is a member of no shop.</summary>
    Task<ShopCard?> FindAsync(CancellationToken cancel);

    /// <summary>The shop; on pages under Pages/Sell, where the folder's policy has made sure of it.</summary>
    Task<ShopCard> GetAsync(CancellationToken cancel);

    /// <summary>Whether the visitor owns that shop, and does not only lend a hand in it.</summary>
    Task<bool> IsOwnerAsync(CancellationToken cancel);

    /// <summary>Whether the visitor may do this in that shop.</summary>
    Task<bool> MayAsync(ShopRight right, CancellationToken cancel);

    /// <summary>Every shop the visitor works in, those that trade first. A helper works in a shop as long as its grower consents.</summary>
    Task<IReadOnlyList<ShopCard>> AllAsync(CancellationToken cancel);
}

/// <summary>A shop was approved, paused, suspended, reopened or closed: what it sells appears or disappears.</summary>
public sealed record ShopStateChanged(long ShopId, string ShopCode, ShopState State) : IEvent;
