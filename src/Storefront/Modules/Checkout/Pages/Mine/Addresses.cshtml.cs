using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Checkout.Model;
using Storefront.Shared;

namespace Storefront.Modules.Checkout.Pages.Mine;

internal sealed class Addresses(AddressBook addresses) : StorePage
{
    public IReadOnlyList<SavedAddress> Saved { get; private set; } = [];

    public async Task OnGetAsync() => Saved = await addresses.ListAsync(User.AccountId!.Value, Cancel);

    public async Task<IActionResult> OnPostRemoveAsync(string code) =>
        await addresses.RemoveAsync(User.AccountId!.Value, code, Cancel) ? LocalRedirect("/me/addresses") : NotFound();
}
