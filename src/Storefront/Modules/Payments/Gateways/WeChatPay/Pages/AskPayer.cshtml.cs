using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.WeChatPay.Pages;

/// <summary>Leads on to the vendor, who sends the browser back to <see cref="PayerTold"/> with a code.</summary>
internal sealed class AskPayer(WeChatPayer payer) : StorePage
{
    public IActionResult OnGet(string? to)
    {
        if (to is null || !Url.IsLocalUrl(to) || !to.StartsWith("/pay/", StringComparison.Ordinal) || payer.Leave(HttpContext, to) is not { } vendor) return NotFound();
        return Redirect(vendor.AbsoluteUri);
    }
}
