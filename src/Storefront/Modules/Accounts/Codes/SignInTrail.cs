using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Codes;

/// <summary>Where a visitor is on the way in. The number or mailbox never stands in an address, where logs and histories would keep it.</summary>
/// <param name="Ticket">Of the code that was sent, or null.</param>
/// <param name="Typed">What was typed as phone or e-mail, kept when the visitor changes to another way in.</param>
internal sealed record Step(string? Ticket, string? Typed, string? ReturnUrl);

/// <summary>Carries the <see cref="Step"/> in an encrypted cookie that ends with the browser.</summary>
internal sealed class SignInTrail(IHttpContextAccessor http, IDataProtectionProvider protection, IHostEnvironment environment)
{
    private readonly IDataProtector _protector = protection.CreateProtector("sign-in trail");
    private readonly CookieBuilder _cookie = new CookieBuilder().Harden("sign-in", environment);

    private HttpContext Context => http.HttpContext!;

    public Step Read()
    {
        if (Context.Request.Cookies[_cookie.Name!] is not { } sent) return new(null, null, null);
        try
        {
            return JsonSerializer.Deserialize<Step>(_protector.Unprotect(sent))!;
        }
        catch (CryptographicException)
        {
            return new(null, null, null);
        }
    }

    public void Write(Step step) => Context.Response.Cookies.Append(_cookie.Name!, _protector.Protect(JsonSerializer.Serialize(step)), _cookie.Build(Context));

    public void Clear() => Context.Response.Cookies.Delete(_cookie.Name!, _cookie.Build(Context));
}
