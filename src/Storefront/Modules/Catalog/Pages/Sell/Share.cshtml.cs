using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Pages.Sell;

/// <summary>"Which product is this about?": where a video shared from another app, or pasted, arrives.</summary>
internal sealed class Share(StoreDb db, IMyShop shops, ReadShare read) : StorePage
{
    private const int SearchFrom = 8;

    public string Text { get; private set; } = "";

    /// <summary>Key of photos that the phone keeps for the form; only handed on.</summary>
    [BindProperty(SupportsGet = true, Name = "shared")]
    public string? SharedKey { get; set; }

    /// <summary>True when pictures were shared and no worker was there to keep them.</summary>
    [BindProperty(SupportsGet = true, Name = ShareSheet.PicturesLost)]
    public bool PicturesLost { get; set; }

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    public ReadShare.Outcome? Found { get; private set; }

    public Page<Row> List { get; private set; } = Page<Row>.Empty;

    public bool Searches => List.HasMore || List.Number > 1 || List.Items.Count >= SearchFrom || !string.IsNullOrEmpty(Query);

    /// <summary>The listing form, filled in from the text.</summary>
    public string NewPath => "/sell/products/new" + QueryString.Create([new("text", Text), .. Kept]);

    private IEnumerable<KeyValuePair<string, string?>> Kept => string.IsNullOrEmpty(SharedKey) ? [] : [new("shared", SharedKey)];

    public async Task OnGetAsync(string? title, string? text, string? url, [FromQuery(Name = "page")] int number = 1)
    {
        Text = ShareSheet.Join(new[] { title, text, url }.OfType<string>().Select(part => part.Trim()));
        var shop = await shops.GetAsync(Cancel);
        if (Text.Length > 0) Found = await read.RunAsync(shop.Id, Text, Cancel);
        List = await FindAsync(shop.Id, number);
    }

    private async Task<Page<Row>> FindAsync(long shopId, int number)
    {
        var products = db.Products.AsNoTracking().Where(product => product.ShopId == shopId && product.State != ProductState.Blocked);
        if (Query?.Trim() is { Length: > 0 and <= Product.NameLength } words) products = products.Where(product => product.Name.Contains(words));
        var rows = await products.OrderByDescending(product => product.Id)
            .Select(product => new Row(product.Code, product.Name, product.Cover, product.State)).Take(number, Paging.Size).ToListAsync(Cancel);
        return rows.ToPage(number, Paging.Size);
    }

    public sealed record Row(string Code, string Name, string? Cover, ProductState State);
}
