using Storefront.Shared;

namespace Storefront.Modules.Cart;

/// <summary>Whose cart it is: the signed-in account's, else the one whose secret key the browser keeps where scripts cannot read it.</summary>
internal sealed class CartCookies(IHttpContextAccessor http)
{
    private const string KeyName = "cart";

    public long? AccountId => http.HttpContext?.User.AccountId;

    public string? Key => http.HttpContext?.Request.Cookies[KeyName] is { Length: Code.SecretLength } key ? key : null;

    public void KeepKey(string key) => http.HttpContext!.Response.Cookies.Append(KeyName, key, new()
    {
        HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = http.HttpContext.Request.IsHttps, MaxAge = CartDesk.GuestsKept, IsEssential = true, Path = "/",
    });

    public void ForgetKey() => http.HttpContext!.Response.Cookies.Delete(KeyName);
}
