using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>Accounts of a person's shops at the vendor that pays sellers. What the vendor knows of them stays there.</summary>
internal sealed class VendorAccounts(IShops shops, IPayees payees) : IPersonalData
{
    public string Name => "accounts for payouts";

    public async Task<object?> ExportAsync(long accountId, CancellationToken cancel)
    {
        var found = new List<object>();
        foreach (var shop in await shops.OwnedAloneAsync(accountId, cancel))
        {
            if (await payees.FindAsync(shop.Id, cancel) is { } payee) found.Add(new { Shop = shop.Name, Vendor = payee.Gateway, payee.State, payee.Missing });
        }
        return found.Count == 0 ? null : found;
    }

    public async Task EraseAsync(long accountId, DateTime now, CancellationToken cancel) =>
        await payees.StageForgetAsync([.. (await shops.OwnedAloneAsync(accountId, cancel)).Select(shop => shop.Id)], cancel);
}
