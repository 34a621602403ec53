using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>The owner thinks better of it before the invited person has answered.</summary>
internal sealed class WithdrawInvitation(StoreDb db, IAudit audit, TimeProvider clock)
{
    /// <summary>False when there is nothing to withdraw any more.</summary>
    public async Task<bool> RunAsync(ShopCard shop, string code, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                var invitation = await db.Invitations.Include(one => one.Consent).FirstOrDefaultAsync(one => one.ShopId == shop.Id && one.Code == code && one.State == InvitationState.Open, token);
                if (invitation is null) return false;
                var now = clock.GetUtcNow().UtcDateTime;
                invitation.End(InvitationState.Withdrawn, now);
                audit.Stage("invitation-withdrawn", $"shop/{shop.Code}", $"{invitation.Role}");
                return true;
            }, cancel, done => done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
