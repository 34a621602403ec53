using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Sell;

/// <summary>Where the vendor sends the owner back to. Coming here proves nothing: the vendor is asked, and the account's page shows what it says.</summary>
internal sealed class AccountReturn(IMyShop mine, IPayees payees) : StorePage
{
    public async Task<IActionResult> OnGetAsync()
    {
        if (payees.Gateway is null) return NotFound();
        if (!await mine.IsOwnerAsync(Cancel)) return Forbid();
        await payees.AskAsync((await mine.GetAsync(Cancel)).Id, Cancel);
        return LocalRedirect("/sell/money/account");
    }
}
