using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;

namespace Storefront.Modules.Accounts;

internal sealed class SavedAddressesDesk(StoreDb db) : ISavedAddresses
{
    public async Task<IReadOnlyList<SavedAddressCard>> ListAsync(long accountId, CancellationToken cancel) =>
        await db.SavedAddresses.AsNoTracking().Where(saved => saved.AccountId == accountId)
            .OrderByDescending(saved => saved.IsDefault).ThenByDescending(saved => saved.Id).Take(SavedAddress.Most)
            .Select(saved => new SavedAddressCard(saved.Code, new(saved.Name, saved.Phone, saved.RegionCode, saved.Region, saved.Street), saved.IsDefault))
            .ToListAsync(cancel);
}
