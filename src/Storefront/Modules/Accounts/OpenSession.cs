using Microsoft.AspNetCore.Identity;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>The last step of every way in: a new session, and the cookie by which pages show it.</summary>
internal sealed class OpenSession(SignInManager<Account> manager, SignInTrail trail, IHttpContextAccessor http, ILogger<OpenSession> log)
{
    public async Task RunAsync(Account account)
    {
        await manager.SignInAsync(account, isPersistent: true);
        trail.Clear();
        UiCookie.Write(http.HttpContext!, signedIn: true);
        log.LogInformation("Account {Account} signed in", account.Id);
    }
}
