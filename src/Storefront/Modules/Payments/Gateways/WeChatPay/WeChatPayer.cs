using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary>
/// Whose WeChat it is: its openid for our application, asked for silently (snsapi_base) and kept in a sealed cookie. The way there and back is tied to the browser by
/// another sealed cookie, because the vendor carries at most 128 letters and digits of state.
/// </summary>
internal sealed class WeChatPayer(IHttpClientFactory http, LatestSetup<WeChatPayOptions, WeChatPaySetup> setup, IDataProtectionProvider protection, IHostEnvironment environment) : IPayerIdentity
{
    public const string AskPath = "/pay/wechatpay/me";
    public const string ToldPath = "/pay/wechatpay/told";
    private const char Apart = '|';
    private static readonly TimeSpan WayLasts = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(30);

    private readonly ITimeLimitedDataProtector _seal = protection.CreateProtector("Payments.WeChatPay.Payer").ToTimeLimitedDataProtector();
    private readonly CookieBuilder _payer = new CookieBuilder { MaxAge = Remembered }.Harden("wechatpayer", environment);
    private readonly CookieBuilder _way = new CookieBuilder { MaxAge = WayLasts }.Harden("wechatway", environment);

    public string Gateway => WeChatPayGateway.Name;

    private WeChatPayOptions Options => setup.Value.Options;

    public string? Of(HttpContext context) => Open(context, _payer) is [var app, { Length: > 0 } openid] && app == Options.AppId ? openid : null;

    public Uri? Ask(HttpContext context, string returnPath) =>
        setup.Value.KnowsPayers ? new(QueryHelpers.AddQueryString(AskPath, "to", returnPath), UriKind.Relative) : null;

    /// <summary>The vendor's page that knows; null when it cannot be asked. It comes back to <see cref="ToldPath"/>.</summary>
    public Uri? Leave(HttpContext context, string returnPath)
    {
        if (!setup.Value.KnowsPayers) return null;
        var state = Code.NewSecret();
        Keep(context, _way, WayLasts, state, returnPath);
        var query = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["appid"] = Options.AppId,
            ["redirect_uri"] = $"{context.Request.Scheme}://{context.Request.Host}{ToldPath}",
            ["response_type"] = "code",
            ["scope"] = "snsapi_base",
            ["state"] = state,
        };
        return new(QueryHelpers.AddQueryString(Options.AuthorizeUrl!.AbsoluteUri, query) + "#wechat_redirect");
    }

    /// <summary>Where this browser wanted to go, if it has asked with this state; null for everybody else's.</summary>
    public string? WantedPath(HttpContext context, string? state) =>
        state is not null && Open(context, _way) is [var asked, var path] && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(asked), Encoding.UTF8.GetBytes(state)) ? path : null;

    /// <summary>Changes the vendor's code, good for once, into the payer's id and remembers it. False when the vendor does not take it or does not answer.</summary>
    public async Task<bool> LearnAsync(HttpContext context, string code, CancellationToken cancel)
    {
        context.Response.Cookies.Delete(_way.Name!, _way.Build(context));
        if (await OpenIdAsync(code, cancel) is not { Length: > 0 } openid) return false;
        Keep(context, _payer, Remembered, Options.AppId, openid);
        return true;
    }

    private async Task<string?> OpenIdAsync(string code, CancellationToken cancel)
    {
        var query = new Dictionary<string, string?>(StringComparer.Ordinal) { ["appid"] = Options.AppId, ["secret"] = Options.AppSecret, ["code"] = code, ["grant_type"] = "authorization_code" };
        using var client = http.CreateClient(WeChatPayGateway.Name);
        try
        {
            using var answer = await client.GetAsync(new Uri(QueryHelpers.AddQueryString(Options.TokenUrl!.AbsoluteUri, query)), cancel);
            var said = JsonElement.Parse(await answer.Content.ReadAsByteArrayAsync(cancel));
            return answer.IsSuccessStatusCode && said.ValueKind == JsonValueKind.Object && said.TryGetProperty("openid", out var openid) ? openid.GetString() : null;
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or InvalidOperationException || (failure is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            return null;
        }
    }

    private void Keep(HttpContext context, CookieBuilder cookie, TimeSpan lasts, params ReadOnlySpan<string> parts) =>
        context.Response.Cookies.Append(cookie.Name!, _seal.Protect(string.Join(Apart, parts.ToArray()), lasts), cookie.Build(context));

    private string[]? Open(HttpContext context, CookieBuilder cookie)
    {
        if (context.Request.Cookies[cookie.Name!] is not { } sealedText) return null;
        try
        {
            return _seal.Unprotect(sealedText).Split(Apart, 2);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
