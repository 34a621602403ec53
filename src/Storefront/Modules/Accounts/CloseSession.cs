using Microsoft.AspNetCore.Identity;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>Signs the visitor out: the session's row is gone, so a copy of its cookie opens nothing.</summary>
internal sealed class CloseSession(SignInManager<Account> manager, IHttpContextAccessor http)
{
    public async Task RunAsync()
    {
        await manager.SignOutAsync();
        UiCookie.Write(http.HttpContext!, signedIn: false);
    }
}
