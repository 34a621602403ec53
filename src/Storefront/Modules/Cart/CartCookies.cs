using System.Globalization;
using Storefront.Shared;

namespace Storefront.Modules.Cart;

/// <summary>
/// Two cookies: "cart" holds a guest's secret key, unreadable for scripts; "ui" holds "count.signed in" for the script that fills in
/// what cached pages cannot know. No cookie is made for somebody who only looks.
/// </summary>
internal sealed class CartCookies(IHttpContextAccessor http)
{
    private const string KeyName = "cart";
    private const string UiName = "ui";
    private static readonly TimeSpan Kept = CartDesk.GuestsKept;

    public long? AccountId => http.HttpContext?.User.AccountId;

    public string? Key => http.HttpContext?.Request.Cookies[KeyName] is { Length: Code.SecretLength } key ? key : null;

    public bool SaysSignedIn => http.HttpContext!.Request.Cookies[UiName]?.EndsWith(".1", StringComparison.Ordinal) == true;

    public void KeepKey(string key) => Append(KeyName, key, readable: false);

    public void ForgetKey() => http.HttpContext!.Response.Cookies.Delete(KeyName);

    public void Show(int count) =>
        Append(UiName, string.Create(CultureInfo.InvariantCulture, $"{count}.{(AccountId is null ? 0 : 1)}"), readable: true);

    private void Append(string name, string value, bool readable) => http.HttpContext!.Response.Cookies.Append(name, value, new()
    {
        HttpOnly = !readable, SameSite = SameSiteMode.Lax, Secure = http.HttpContext.Request.IsHttps, MaxAge = Kept, IsEssential = true, Path = "/",
    });
}
