using System.Collections.Frozen;
using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Sellers.Model;

/// <summary>The one table of what each role may do in a shop. Pages ask it, and people are shown it.</summary>
internal static class RoleTable
{
    public static readonly IReadOnlyList<MemberRole> Roles = [MemberRole.Owner, MemberRole.Family, MemberRole.Helper];

    public static readonly IReadOnlyList<ShopRight> Rights = Enum.GetValues<ShopRight>();

    private static readonly FrozenDictionary<MemberRole, FrozenSet<ShopRight>> Table = new Dictionary<MemberRole, FrozenSet<ShopRight>>
    {
        [MemberRole.Owner] = [.. Rights],
        [MemberRole.Family] = [.. Rights.Except([ShopRight.PayoutAccount, ShopRight.Members, ShopRight.Closing])],
        [MemberRole.Helper] = [ShopRight.Goods, ShopRight.Orders, ShopRight.Videos, ShopRight.OwnLines, ShopRight.StatementLink],
    }.ToFrozenDictionary();

    public static bool May(MemberRole role, ShopRight right) => Table[role].Contains(right);
}
