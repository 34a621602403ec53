using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>Phone numbers of people who were invited are not kept: a month later nobody needs the invitation.</summary>
[Every(seconds: 24 * 60 * 60)]
internal sealed class SweepInvitations(StoreDb db, TimeProvider clock) : ITimedWork
{
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    public Task RunAsync(CancellationToken cancel)
    {
        var before = clock.GetUtcNow().UtcDateTime - Keep;
        return db.WriteAsync(token => db.Invitations.Where(invitation => invitation.InvitedAt < before).ExecuteDeleteAsync(token), cancel);
    }
}
