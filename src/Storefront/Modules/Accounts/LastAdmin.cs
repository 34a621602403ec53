using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>A market that nobody administers could not help anybody any more.</summary>
internal sealed class LastAdmin(StoreDb db) : IErasureHindrance
{
    public async Task<IReadOnlyList<Hindrance>> FindAsync(long accountId, CancellationToken cancel)
    {
        var open = db.Accounts.Where(account => account.DisabledAt == null);
        var admins = db.Set<IdentityUserRole<long>>().Where(link => db.Set<IdentityRole<long>>().Any(role => role.Id == link.RoleId && role.Name == Policies.AdminRole));
        var isLast = await admins.AnyAsync(link => link.UserId == accountId, cancel)
            && !await admins.AnyAsync(link => link.UserId != accountId && open.Any(other => other.Id == link.UserId), cancel);
        return isLast ? [new("accounts.hindrance.last_admin", "/admin")] : [];
    }
}
