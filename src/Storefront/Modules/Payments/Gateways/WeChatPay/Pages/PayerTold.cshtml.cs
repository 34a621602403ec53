using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.WeChatPay.Pages;

/// <summary>Where the vendor sends the payer back to, with a code that it tells the payer's id for.</summary>
internal sealed class PayerTold(WeChatPayer payer) : StorePage
{
    /// <summary>Back to where it began; the cart where nobody knows that.</summary>
    public string Again { get; private set; } = "/cart";

    public async Task<IActionResult> OnGetAsync(string? code, string? state)
    {
        if (payer.WantedPath(HttpContext, state) is { } wanted)
        {
            Again = wanted;
            if (code is { Length: > 0 } && await payer.LearnAsync(HttpContext, code, Cancel)) return LocalRedirect(wanted);
        }
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
