using Microsoft.AspNetCore.Identity;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>What opened a session last: an admin's code follows a password.</summary>
internal enum SignInWay { Code, Password, Passkey }

/// <summary>The last step of every way in: a new session, and the cookie by which pages show it.</summary>
internal sealed class OpenSession(SignInManager<Account> manager, SignInTrail trail, IHttpContextAccessor http, ILogger<OpenSession> log)
{
    /// <param name="way">Kept in the session as its authentication method.</param>
    public async Task RunAsync(Account account, SignInWay way)
    {
        await manager.SignInAsync(account, isPersistent: true, way.ToString());
        trail.Clear();
        UiCookie.Write(http.HttpContext!, signedIn: true);
        log.LogInformation("Account {Account} signed in by {Way}", account.Id, way);
    }
}
