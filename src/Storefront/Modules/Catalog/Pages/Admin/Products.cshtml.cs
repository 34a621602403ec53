using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Admin;

/// <summary>Every product of the market, by state; found by the beginning of its name or by its code.</summary>
internal sealed class Products(StoreDb db) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public ProductState State { get; set; } = ProductState.Published;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public Page<Row> List { get; private set; } = Page<Row>.Empty;

    public async Task OnGetAsync([FromQuery(Name = "page")] int number = 1)
    {
        var products = db.Products.AsNoTracking().Where(product => product.State == State);
        if (Q?.Trim() is { Length: > 0 } said) products = products.Where(product => product.Name.StartsWith(said) || product.Code == said);
        var rows = await products.OrderByDescending(product => product.Id).Select(product => new Row(product.Code, product.Name, product.Origin, product.Cover)).Take(number, Paging.Size).ToListAsync(Cancel);
        List = rows.ToPage(number, Paging.Size);
    }

    public sealed record Row(string Code, string Name, string Origin, string? Cover);
}
