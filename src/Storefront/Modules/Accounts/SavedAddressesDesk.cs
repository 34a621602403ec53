using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

internal sealed class SavedAddressesDesk(StoreDb db) : ISavedAddresses
{
    public async Task<IReadOnlyList<SavedAddressCard>> ListAsync(long accountId, CancellationToken cancel) =>
        await db.SavedAddresses.AsNoTracking().Where(saved => saved.AccountId == accountId)
            .OrderByDescending(saved => saved.IsDefault).ThenByDescending(saved => saved.Id).Take(SavedAddress.Most)
            .Select(saved => new SavedAddressCard(saved.Code, new(saved.Name, saved.Phone, saved.RegionCode, saved.Region, saved.Street), saved.IsDefault))
            .ToListAsync(cancel);

    public async Task KeepAsync(long accountId, Address address, CancellationToken cancel)
    {
        var all = await ListAsync(accountId, cancel);
        if (all.Count >= SavedAddress.Most || all.Any(saved => saved.Address == address)) return;
        var kept = new SavedAddress { Code = Code.NewPublic(), AccountId = accountId, IsDefault = all.Count == 0 };
        kept.Write(address.Name, address.Phone, address.RegionCode, address.Region, address.Street);
        db.Add(kept);
    }
}
