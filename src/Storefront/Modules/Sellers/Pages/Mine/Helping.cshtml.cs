using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Mine;

/// <summary>The shops that a helper has been let into, and how each stands with its grower's consent.</summary>
internal sealed class Helping(StoreDb db) : StorePage
{
    public IReadOnlyList<(ShopMember Member, HelperConsent? Consent)> Places { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var me = User.AccountId!.Value;
        var members = await db.ShopMembers.AsNoTracking().Include(member => member.Shop).Where(member => member.AccountId == me && member.Role == MemberRole.Helper).OrderBy(member => member.Id).ToListAsync(Cancel);
        var consents = await db.HelperConsents.AsNoTracking().Where(consent => consent.HelperId == me && consent.Until == null).OrderBy(consent => consent.From == null).ThenByDescending(consent => consent.Id).ToListAsync(Cancel);
        Places = [.. members.Select(member => (member, consents.Find(consent => consent.ShopId == member.ShopId)))];
    }
}
