using Microsoft.AspNetCore.Authorization;

namespace Storefront.Modules.Sellers.Contracts;

/// <summary>What can be done in a shop. Who may do it stands in one table, which people are shown as well.</summary>
public enum ShopRight
{
    /// <summary>List goods, count stock.</summary>
    Goods,

    /// <summary>See orders, pack and send them, give money back.</summary>
    Orders,
    Videos,

    /// <summary>Read the statement's lines that oneself has handled.</summary>
    OwnLines,

    /// <summary>Read the whole statement with its balance.</summary>
    Statement,

    /// <summary>Make, renew and end the grower's private link to the statement.</summary>
    StatementLink,

    /// <summary>Words, pictures, papers and freight.</summary>
    Shop,

    /// <summary>Close for the season and open again.</summary>
    Closing,

    /// <summary>Invite, remove, change roles, consent to a helper.</summary>
    Members,

    /// <summary>See and change where the money goes.</summary>
    PayoutAccount,
}

/// <summary>On a page or its folder: the visitor must have this right in the shop at hand, or is refused.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MayAttribute(ShopRight right) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    public ShopRight Right => right;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}
