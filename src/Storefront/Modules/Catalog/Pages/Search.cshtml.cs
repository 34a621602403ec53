using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages;

[PublicPage(CacheTags.Goods, QueryKeys = "q,page")]
internal sealed class Search(Shelf shelf) : StorePage
{
    private const int QueryLength = 60;

    public string Query { get; private set; } = "";

    public Page<ProductCard> List { get; private set; } = Page<ProductCard>.Empty;

    public async Task OnGetAsync(string? q, [FromQuery(Name = "page")] int number = 1)
    {
        Query = q?.Trim() ?? "";
        if (Query.Length > QueryLength) Query = Query[..QueryLength];
        List = await shelf.SearchAsync(Query, number, Cancel);
    }
}
