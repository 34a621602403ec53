using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

internal sealed class HelperTermsDesk(StoreDb db) : IHelperTerms
{
    public async Task<HelperTerms?> FindAsync(long shopId, DateTime at, CancellationToken cancel)
    {
        var found = await db.HelperConsents.AsNoTracking()
            .Where(consent => consent.ShopId == shopId && consent.From <= at && (consent.Until == null || consent.Until > at))
            .OrderByDescending(consent => consent.From).ThenByDescending(consent => consent.Id)
            .Select(consent => new { consent.HelperId, consent.FeeKind, consent.FeeValue }).ToListAsync(cancel);
        // Only one of a shop's helpers is ever paid; one who helps for nothing is named where nobody is.
        var one = found.Find(consent => consent.FeeKind != FeeKind.None) ?? found.FirstOrDefault();
        return one is null ? null : new(one.HelperId!.Value, one.FeeKind, one.FeeValue);
    }
}
