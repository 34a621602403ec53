using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages;

[PublicPage(CacheTags.Goods, QueryKeys = "page")]
internal sealed class Category(Shelf shelf) : StorePage
{
    public string Key { get; private set; } = "";

    public Page<ProductCard> List { get; private set; } = Page<ProductCard>.Empty;

    public async Task<IActionResult> OnGetAsync(string category, [FromQuery(Name = "page")] int number = 1)
    {
        if (!Categories.Keys.Contains(category)) return NotFound();
        Key = category;
        List = await shelf.OfCategoryAsync(category, number, Cancel);
        return Page();
    }
}
