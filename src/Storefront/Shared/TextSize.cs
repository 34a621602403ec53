namespace Storefront.Shared;

/// <summary>Large text on the seller's pages, kept by a cookie on the device: it is the eyes in front of it that need it, not the account.</summary>
public static class TextSize
{
    private const string Cookie = "size";
    private const string Large = "large";

    extension(HttpContext context)
    {
        public bool HasLargeText => context.Request.Cookies[Cookie] == Large;

        public void SetLargeText(bool large) => context.Response.Cookies.Append(
            Cookie, large ? Large : "", new() { MaxAge = large ? TimeSpan.FromDays(365) : TimeSpan.Zero, SameSite = SameSiteMode.Lax, HttpOnly = true, Secure = context.Request.IsHttps, IsEssential = true });
    }
}
