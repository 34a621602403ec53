using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Sessions;

/// <summary>The session's cookie. Its own lifetime is the longest one; idle time, sign-out and closed accounts are the store's business.</summary>
internal sealed class SessionCookie(SessionStore store, IHostEnvironment environment) : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name != Microsoft.AspNetCore.Identity.IdentityConstants.ApplicationScheme) return;
        options.Cookie.Harden("session", environment);
        options.LoginPath = "/sign-in";
        options.AccessDeniedPath = "/error/403";
        options.ExpireTimeSpan = Session.Lifetime;
        options.SlidingExpiration = false;
        options.SessionStore = store;
        // The store compares the security stamp on every request; Identity's own check would do it every half hour and renew the cookie.
        options.Events.OnValidatePrincipal = _ => Task.CompletedTask;
    }
}
