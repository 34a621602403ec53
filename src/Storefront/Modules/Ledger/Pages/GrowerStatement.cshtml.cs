using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.RateLimiting;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages;

/// <summary>The grower's statement behind a private link: to be read, in large letters, by whoever holds the link. Nothing can be done here.</summary>
[EnableRateLimiting(IStatementLinks.Limit)]
internal sealed class GrowerStatement(IStatementLinks links, ReadStatement statement) : StorePage
{
    [FromQuery(Name = "month")]
    public DateOnly? Day { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public ShopCard Shop { get; private set; } = null!;

    public ReadStatement.Statement Statement { get; private set; } = null!;

    public IEnumerable<SelectListItem> Months => Statement.Months
        .Select(month => new SelectListItem(Texts["ledger.month", month], $"{month:yyyy-MM-dd}", month == Month)).Prepend(new(Texts["ledger.month.all"], ""));

    private DateOnly? Month => Day is { } day ? new DateOnly(day.Year, day.Month, 1) : null;

    public async Task<IActionResult> OnGetAsync(string key)
    {
        // The key is in the address: no page gets to know it, no search engine, and no browser keeps what it opened.
        Response.Headers["Referrer-Policy"] = "no-referrer";
        Response.Headers["X-Robots-Tag"] = "noindex";
        Response.Headers.CacheControl = "no-store";
        if (await links.OpenAsync(key, Cancel) is not { } shop) return NotFound();
        Shop = shop;
        Statement = await statement.RunAsync(new(shop.Id), Month, Number, Paging.Size, Cancel);
        return Page();
    }
}
