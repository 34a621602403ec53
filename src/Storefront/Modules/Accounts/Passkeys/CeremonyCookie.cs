using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Passkeys;

/// <summary>Identity keeps the challenge of a passkey, encrypted, in the cookie of its second factor, which the shop uses for nothing else.</summary>
internal sealed class CeremonyCookie(IHostEnvironment environment) : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name != IdentityConstants.TwoFactorUserIdScheme) return;
        options.Cookie.Harden("passkey", environment);
        options.ExpireTimeSpan = Lifetime;
        options.SlidingExpiration = false;
    }
}
