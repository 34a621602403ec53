namespace Storefront.Shared;

/// <summary>
/// How our own cookies are set. In Production they carry the <c>__Host-</c> prefix, which browsers take over HTTPS only and no sister domain can plant;
/// in Development a phone in the same network reaches the shop over plain HTTP, where such a cookie would be thrown away.
/// </summary>
public static class SafeCookie
{
    public static CookieBuilder Harden(this CookieBuilder cookie, string name, IHostEnvironment environment)
    {
        var secure = environment.IsProduction();
        cookie.Name = secure ? "__Host-" + name : name;
        cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.HttpOnly = true;
        cookie.SameSite = SameSiteMode.Lax;
        cookie.Path = "/";
        cookie.IsEssential = true;
        return cookie;
    }
}
