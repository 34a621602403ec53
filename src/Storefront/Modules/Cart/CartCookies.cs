using Storefront.Shared;

namespace Storefront.Modules.Cart;

/// <summary>Whose cart it is: the signed-in account's, else the one whose secret key the browser keeps where scripts cannot read it.</summary>
internal sealed class CartCookies(IHttpContextAccessor http, IHostEnvironment environment)
{
    private readonly CookieBuilder _kept = new CookieBuilder { MaxAge = CartDesk.GuestsKept }.Harden("cart", environment);

    private string? _given;

    public long? AccountId => http.HttpContext?.User.AccountId;

    /// <summary>As the browser sent it, or as this request has just given it: the first goods of a guest are counted too.</summary>
    public string? Key => _given ?? (http.HttpContext?.Request.Cookies[_kept.Name!] is { Length: Code.SecretLength } sent ? sent : null);

    public void KeepKey(string key)
    {
        _given = key;
        http.HttpContext!.Response.Cookies.Append(_kept.Name!, key, _kept.Build(http.HttpContext));
    }

    public void ForgetKey() => http.HttpContext!.Response.Cookies.Delete(_kept.Name!, _kept.Build(http.HttpContext));
}
