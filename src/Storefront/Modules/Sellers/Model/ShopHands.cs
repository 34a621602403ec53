namespace Storefront.Modules.Sellers.Model;

internal sealed partial class Shop
{
    public bool IsLastOwner(ShopMember member) => member.Role == MemberRole.Owner && !Members.Exists(other => other != member && other.Role == MemberRole.Owner);

    public ShopMember Admit(long account, MemberRole role, Signature by)
    {
        var member = new ShopMember(account, role, by);
        Members.Add(member);
        Version++;
        return member;
    }

    /// <summary>False for the last owner, who stays.</summary>
    public bool Dismiss(ShopMember member)
    {
        if (IsLastOwner(member)) return false;
        // Two owners who leave at the same moment change the same version: one of them stays.
        Version++;
        return Members.Remove(member);
    }

    /// <summary>False for the last owner, who stays one.</summary>
    public bool Assign(ShopMember member, MemberRole role, DateTime now)
    {
        if (IsLastOwner(member)) return false;
        member.Become(role, now);
        Version++;
        return true;
    }

    /// <summary>A helper was consented to. Of two consents at once one looks again.</summary>
    public void Consented() => Version++;
}
