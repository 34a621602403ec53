using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Pages;

/// <summary>Signing out is a post: a link would let any page sign people out.</summary>
internal sealed class SignOut(CloseSession close) : StorePage
{
    public IActionResult OnGet() => LocalRedirect("/me");

    public async Task<IActionResult> OnPostAsync()
    {
        await close.RunAsync();
        return LocalRedirect("/me");
    }
}
