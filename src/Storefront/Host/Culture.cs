using System.Collections.Concurrent;
using System.Globalization;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>
/// The reader's language: the cookie set by the language link (?lang=en), else the browser's wish, else Chinese.
/// Amounts and dates are formatted by our own tags, so the culture only chooses texts.
/// </summary>
internal sealed class Culture(RequestDelegate next)
{
    private const string Cookie = "lang";
    private const string Query = "lang";
    private const int WishesKept = 500;

    // Few wishes are sent by many; reading them is a good part of giving a kept page.
    private static readonly ConcurrentDictionary<string, string> Wishes = new(StringComparer.Ordinal);

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) && Known(request.Query[Query]) is { } chosen)
        {
            context.Response.Cookies.Append(Cookie, chosen, new() { MaxAge = TimeSpan.FromDays(365), SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = request.IsHttps, IsEssential = true });
            context.Response.Redirect(request.PathBase + request.Path + Without(request.Query));
            return Task.CompletedTask;
        }
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Of(request));
        context.Response.Headers.ContentLanguage = Texts.Language;
        return next(context);
    }

    public static string Of(HttpRequest request)
    {
        if (request.Headers.Cookie.Count > 0 && Known(request.Cookies[Cookie]) is { } chosen) return chosen;
        var wish = request.Headers.AcceptLanguage.ToString();
        if (Wishes.TryGetValue(wish, out var language)) return language;
        language = Wished(request) ?? Texts.Languages[0];
        if (Wishes.Count < WishesKept) Wishes.TryAdd(wish, language);
        return language;
    }

    private static string? Known(string? language) => Texts.Languages.FirstOrDefault(known => known.Equals(language, StringComparison.OrdinalIgnoreCase));

    private static string? Wished(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => wish.Value.ToString())
        .Select(wish => Texts.Languages.FirstOrDefault(known => known[..2].Equals(wish.Split('-')[0], StringComparison.OrdinalIgnoreCase)))
        .FirstOrDefault(language => language is not null);

    private static QueryString Without(IQueryCollection query) => QueryString.Create(query.Where(pair => pair.Key != Query));
}
