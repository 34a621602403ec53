using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Sell;

/// <summary>Ties the shared video to the product that was tapped.</summary>
internal sealed class ShareTo(IMyShop shops, TieVideo tie, IVideos videos, IPageCache cache) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Shared { get; set; }

    /// <summary>Back to the question.</summary>
    public string Again => ShareSheet.AddressOf(Text ?? "", Shared, videos);

    public IActionResult OnGet() => LocalRedirect(ShareSheet.Path);

    public async Task<IActionResult> OnPostAsync()
    {
        var shop = await shops.GetAsync(Cancel);
        var outcome = await tie.RunAsync(shop.Id, Code, Text ?? "", Cancel);
        if (!outcome.Found) return NotFound();
        if (outcome.RefusalKey is { } refusal) return await RefuseAsync("", Texts[$"videos.refused.{refusal[(refusal.LastIndexOf('.') + 1)..]}"]);
        await cache.EvictAsync(CacheTags.Of(Code, shop.Code));
        return LocalRedirect($"/sell/products/{Code}" + QueryString.Create([new("done", "attached"), .. string.IsNullOrEmpty(Shared) ? Array.Empty<KeyValuePair<string, string?>>() : [new("shared", Shared)]]));
    }
}
