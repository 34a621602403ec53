using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>Gives a member another role, or lets them go: at once, because every request asks who works in the shop.</summary>
internal sealed class ChangeHands(StoreDb db, INotices notices, IAudit audit, TimeProvider clock)
{
    internal enum Outcome { Done, Unknown, NotOwner, LastOwner }

    /// <param name="role">Null: goes, removed by the owner or by the own wish.</param>
    public async Task<Outcome> RunAsync(ShopCard card, string member, long by, MemberRole? role, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(token => ChangeAsync(card, member, by, role, token), cancel, outcome => outcome == Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.Unknown;
        }
    }

    private async Task<Outcome> ChangeAsync(ShopCard card, string code, long by, MemberRole? role, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var shop = await db.Shops.Include(shop => shop.Members).SingleAsync(shop => shop.Id == card.Id, cancel);
        if (shop.Members.Find(member => member.Code == code) is not { } member || member.Role == role) return Outcome.Unknown;
        var leaves = role is null && member.AccountId == by;
        if (!leaves && !shop.Members.Exists(other => other.AccountId == by && RoleTable.May(other.Role, ShopRight.Members))) return Outcome.NotOwner;
        var before = member.Role;
        if (!(role is { } next ? shop.Assign(member, next, now) : shop.Dismiss(member))) return Outcome.LastOwner;
        if (before == MemberRole.Helper) await db.EndAllAsync(shop.Id, member.AccountId, now, cancel);
        else if (role is null) await db.EndLinkAsync(shop.Id, member.AccountId, cancel);
        if (before == MemberRole.Owner) await WithdrawAsync(shop.Id, member.AccountId, now, cancel);
        audit.Stage(leaves ? "member-left" : role is null ? "member-removed" : "member-role", $"shop/{shop.Code}", role is null ? $"{before}" : $"{before}: {role}");
        if (role is not null) notices.Stage(member.AccountId, $"family.notice.role.{role}", [shop.Name], $"/sell?{MyShopDesk.Query}={shop.Code}");
        return Outcome.Done;
    }

    /// <summary>Nobody comes in any more on the word of somebody who is no owner.</summary>
    private async Task WithdrawAsync(long shop, long inviter, DateTime now, CancellationToken cancel)
    {
        foreach (var open in await db.Invitations.Include(one => one.Consent).Where(one => one.ShopId == shop && one.InvitedBy == inviter && one.State == InvitationState.Open).ToListAsync(cancel))
            open.End(InvitationState.Withdrawn, now);
    }
}
