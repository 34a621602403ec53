using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell;

/// <summary>Large text, on or off, on this phone.</summary>
internal sealed class TextSize : StorePage
{
    public bool IsLarge => HttpContext.HasLargeText;

    public IActionResult OnPost(bool large)
    {
        HttpContext.SetLargeText(large);
        return LocalRedirect(large ? "/sell/today" : "/sell/text-size");
    }
}
