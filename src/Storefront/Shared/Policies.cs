using System.Globalization;
using System.Security.Claims;

namespace Storefront.Shared;

/// <summary>Names of the authorization policies that folders ask for; the modules that know the answer register them.</summary>
public static class Policies
{
    /// <summary>Somebody is signed in. Holds the folders Pages/Mine and Pages/Sell/Apply.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>A member of a shop. Holds the folder Pages/Sell.</summary>
    public const string Sell = "sell";

    /// <summary>Any admin role. Holds the folder Pages/Admin.</summary>
    public const string Admin = "admin";

    /// <summary>Admin roles, as stored.</summary>
    public const string AdminRole = "admin";
    public const string ReviewerRole = "reviewer";
    public const string FinanceRole = "finance";
    public const string ModeratorRole = "moderator";

    public static readonly IReadOnlyList<string> AdminRoles = [AdminRole, ReviewerRole, FinanceRole, ModeratorRole];
}

public static class Visitor
{
    extension(ClaimsPrincipal user)
    {
        /// <summary>The signed-in account's id, null for a guest.</summary>
        public long? AccountId => user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : null;
    }
}
