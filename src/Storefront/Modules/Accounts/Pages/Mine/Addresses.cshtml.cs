using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>Saved delivery addresses.</summary>
internal sealed class Addresses(StoreDb db, ISavedAddresses addresses) : StorePage
{
    public IReadOnlyList<SavedAddressCard> List { get; private set; } = [];

    public async Task OnGetAsync() => List = await addresses.ListAsync(User.AccountId!.Value, Cancel);

    public async Task<IActionResult> OnPostDeleteAsync(string? code)
    {
        var me = User.AccountId;
        var deleted = await db.WriteAsync(cancel => db.SavedAddresses.Where(saved => saved.AccountId == me && saved.Code == code).ExecuteDeleteAsync(cancel), Cancel);
        return deleted == 0 ? NotFound() : LocalRedirect("/me/addresses");
    }
}
