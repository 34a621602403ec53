using System.Globalization;

namespace Storefront.Shared;

/// <summary>
/// The readable cookie <c>ui</c>, "&lt;cart count&gt;.&lt;signed in&gt;", from which the page's script fills in what cached pages must not hold.
/// It decides nothing on the server: anybody may write anything into it.
/// </summary>
public static class UiCookie
{
    public const string Name = "ui";
    private const int MostShown = 999;

    /// <summary>As the browser sent it, or as this request has already changed it.</summary>
    public static (int CartCount, bool SignedIn) Read(HttpContext context) =>
        context.Items.TryGetValue(typeof(UiCookie), out var changed) ? ((int, bool))changed! : Parse(context.Request.Cookies[Name]);

    /// <summary>Changes what is given and keeps the rest. May be called several times in a request: one cookie is sent.</summary>
    public static void Write(HttpContext context, int? cartCount = null, bool? signedIn = null)
    {
        var (count, isIn) = Read(context);
        var isFirst = !context.Items.ContainsKey(typeof(UiCookie));
        context.Items[typeof(UiCookie)] = (Math.Clamp(cartCount ?? count, 0, MostShown), signedIn ?? isIn);
        if (isFirst) context.Response.OnStarting(Send, context);
    }

    private static Task Send(object state)
    {
        var context = (HttpContext)state;
        var (count, signedIn) = Read(context);
        context.Response.Cookies.Append(Name, string.Create(CultureInfo.InvariantCulture, $"{count}.{(signedIn ? 1 : 0)}"), new()
        {
            MaxAge = TimeSpan.FromDays(365),
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            IsEssential = true,
        });
        return Task.CompletedTask;
    }

    private static (int CartCount, bool SignedIn) Parse(string? sent)
    {
        var parts = (sent ?? "").Split('.');
        return (int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? Math.Min(count, MostShown) : 0, parts is [_, "1"]);
    }
}
