using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages.Mine;

/// <summary>"My data" as a file. A post, so that no other site can make a browser fetch it.</summary>
internal sealed class Export(ExportAccount export, TimeProvider clock) : StorePage
{
    public IActionResult OnGet() => LocalRedirect("/me/account");

    public async Task<IActionResult> OnPostAsync() =>
        File(await export.RunAsync(User.AccountId!.Value, Cancel), "application/json; charset=utf-8", $"my-data-{LocalTime.Today(clock):yyyy-MM-dd}.json");
}
