using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages;

[PublicPage(CacheTags.Goods, QueryKeys = "page")]
internal sealed class Goods(Shelf shelf) : StorePage
{
    public Page<ProductCard> List { get; private set; } = Page<ProductCard>.Empty;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1) => List = await shelf.NewestAsync(number, Paging.Size, Cancel);
}
