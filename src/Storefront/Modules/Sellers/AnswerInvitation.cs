using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>The invited person's word. Counts once, in time, and only from the phone number that was invited.</summary>
internal sealed class AnswerInvitation(StoreDb db, IAccounts accounts, INotices notices, IAudit audit, TimeProvider clock)
{
    internal enum Outcome { Accepted, Refused, AlreadyIn, Over, WrongPhone }

    public async Task<(Outcome Outcome, string Shop)> RunAsync(string key, long account, bool accept, CancellationToken cancel)
    {
        var me = await accounts.FindAsync(account, cancel);
        try
        {
            return await db.WriteAsync(token => AnswerAsync(LinkKey.HashOf(key), me, accept, token), cancel, done => done.Outcome is not (Outcome.Over or Outcome.WrongPhone));
        }
        catch (DbUpdateConcurrencyException)
        {
            return (Outcome.Over, "");
        }
    }

    private async Task<(Outcome Outcome, string Shop)> AnswerAsync(string hash, AccountCard? me, bool accept, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var invitation = await db.Invitations.Include(one => one.Consent).Include(one => one.Shop.Members).AsSingleQuery().FirstOrDefaultAsync(one => one.KeyHash == hash, cancel);
        if (invitation?.IsOpen(now) != true || me is null) return (Outcome.Over, "");
        if (me.Phone != invitation.Phone) return (Outcome.WrongPhone, "");
        var shop = invitation.Shop;
        var owners = shop.Members.Where(member => member.Role == MemberRole.Owner).Select(member => member.AccountId).ToList();
        invitation.End(accept ? InvitationState.Accepted : InvitationState.Refused, now);
        if (!accept || shop.Members.Exists(member => member.AccountId == me.Id))
        {
            invitation.Consent?.End(now);
            audit.Stage(accept ? "member-there" : "invitation-refused", $"shop/{shop.Code}", $"{invitation.Role}");
            return (accept ? Outcome.AlreadyIn : Outcome.Refused, shop.Code);
        }
        shop.Admit(me.Id, invitation.Role, new(invitation.InvitedBy, now));
        if (invitation.Consent is { State: ConsentState.Given } consent)
        {
            if (await db.MakeRoomAsync(consent, me.Id, now, cancel)) consent.Take(me.Id, now);
            else consent.End(now);
        }
        audit.Stage("member-joined", $"shop/{shop.Code}", $"{invitation.Role}");
        foreach (var owner in owners) notices.Stage(owner, "family.notice.joined", [shop.Name], $"/sell/members?{MyShopDesk.Query}={shop.Code}");
        return (Outcome.Accepted, shop.Code);
    }
}
