using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Admin;

internal sealed class Shops(StoreDb db) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public ShopState State { get; set; } = ShopState.Approved;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Page<ShopCard> List { get; private set; } = Page<ShopCard>.Empty;

    public async Task OnGetAsync(int page = 1)
    {
        var shops = db.Shops.AsNoTracking().Where(shop => shop.State == State);
        if (Q?.Trim() is { Length: > 0 } beginning) shops = shops.Where(shop => shop.Name.StartsWith(beginning));
        var rows = await shops.OrderBy(shop => shop.Name).ThenBy(shop => shop.Id).Take(page, Paging.Size).Select(ShopsDesk.Card).ToListAsync(Cancel);
        List = rows.ToPage(page, Paging.Size);
    }
}
