using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Cart.Pages;

/// <summary>
/// Where the "into the cart" buttons of cached pages post to. They carry no antiforgery token; the check that a post comes from our own pages protects it,
/// and setting a quantity twice changes nothing.
/// </summary>
[IgnoreAntiforgeryToken]
internal sealed class Add(SetLine setLine) : StorePage
{
    /// <summary>What a button posts as Then to go straight on to the checkout.</summary>
    public const string ToCheckout = "checkout";

    [BindProperty]
    public string? VariantCode { get; set; }

    [BindProperty]
    public int Quantity { get; set; } = 1;

    [BindProperty]
    public string? Then { get; set; }

    public IActionResult OnGet() => LocalRedirect("/cart");

    public async Task<IActionResult> OnPostAsync()
    {
        var outcome = await setLine.RunAsync(VariantCode ?? "", Quantity, Cancel);
        if (outcome != SetLine.Outcome.Set) return LocalRedirect(Contents.Saying(outcome));
        return LocalRedirect(Then == ToCheckout ? "/checkout" : "/cart");
    }
}
