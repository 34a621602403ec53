using Storefront.Shared;

namespace Storefront.Modules.Cart;

/// <summary>Whose cart it is: the signed-in account's, else the one whose secret key the browser keeps where scripts cannot read it.</summary>
internal sealed class CartCookies(IHttpContextAccessor http, IHostEnvironment environment)
{
    private readonly CookieBuilder _kept = new CookieBuilder { MaxAge = CartDesk.GuestsKept }.Harden("cart", environment);

    public long? AccountId => http.HttpContext?.User.AccountId;

    public string? Key => http.HttpContext?.Request.Cookies[_kept.Name!] is { Length: Code.SecretLength } key ? key : null;

    public void KeepKey(string key) => http.HttpContext!.Response.Cookies.Append(_kept.Name!, key, _kept.Build(http.HttpContext));

    public void ForgetKey() => http.HttpContext!.Response.Cookies.Delete(_kept.Name!, _kept.Build(http.HttpContext));
}
