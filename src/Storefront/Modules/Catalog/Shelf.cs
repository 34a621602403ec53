using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>Products on show, as cards: one query a list, newest first.</summary>
internal sealed class Shelf(StoreDb db, TimeProvider clock)
{
    /// <summary>How long a harvest is news.</summary>
    private const int FreshDays = 30;

    public Task<Page<ProductCard>> NewestAsync(int page, int size, CancellationToken cancel) =>
        PageAsync(Shown.OrderByDescending(product => product.Id), page, size, cancel);

    public Task<Page<ProductCard>> OfCategoryAsync(string category, int page, CancellationToken cancel) =>
        PageAsync(Shown.Where(product => product.Category == category).OrderByDescending(product => product.Id), page, Paging.Size, cancel);

    public Task<Page<ProductCard>> OfShopAsync(long shopId, int page, CancellationToken cancel) =>
        PageAsync(Shown.Where(product => product.ShopId == shopId).OrderByDescending(product => product.Id), page, Paging.Size, cancel);

    public async Task<IReadOnlyList<ProductCard>> HarvestsAsync(int most, CancellationToken cancel)
    {
        var since = LocalTime.Today(clock).AddDays(-FreshDays);
        return await Shown.Where(product => product.HarvestedOn >= since)
            .OrderByDescending(product => product.HarvestedOn).ThenByDescending(product => product.Id)
            .Select(Card()).Take(most).ToListAsync(cancel);
    }

    public async Task<IReadOnlyList<ProductCard>> OfCodesAsync(IReadOnlyCollection<string> codes, CancellationToken cancel) =>
        codes.Count == 0 ? [] : await Shown.Where(product => codes.Contains(product.Code)).OrderByDescending(product => product.Id).Select(Card()).ToListAsync(cancel);

    /// <summary>Walks the index of one term from the newest product back and looks the other terms up, so it stops when the page is full.</summary>
    public async Task<Page<ProductCard>> SearchAsync(string? query, int page, CancellationToken cancel)
    {
        var terms = SearchTerms.ToFind(query);
        if (terms.Count == 0) return Page<ProductCard>.Empty;
        IQueryable<ProductTerm> all = db.ProductTerms;
        var first = terms[0];
        var hits = all.Where(hit => hit.Term == first && hit.Product.Shown == Showing.OnShow);
        foreach (var term in terms.Skip(1)) hits = hits.Where(hit => all.Any(other => other.Term == term && other.ProductId == hit.ProductId));
        return await PageAsync(hits.OrderByDescending(hit => hit.ProductId).Select(hit => hit.Product), page, Paging.Size, cancel);
    }

    private IQueryable<Product> Shown => db.Products.AsNoTracking().Where(product => product.Shown == Showing.OnShow);

    private async Task<Page<ProductCard>> PageAsync(IQueryable<Product> products, int page, int size, CancellationToken cancel) =>
        (await products.Select(Card()).Take(page, size).ToListAsync(cancel)).ToPage(page, size);

    /// <summary>Prices are made from their column: a method called on the property itself would fetch the whole row, description and all.</summary>
    private Expression<Func<Product, ProductCard>> Card()
    {
        var today = LocalTime.Today(clock);
        return product => new(
            product.Code, product.Name, product.ShopId, product.Origin, product.Cover, new(product.FromPrice.Fen), new Money(product.FromPrice.Fen).PerJin(product.FromGrams), product.HarvestedOn,
            product.Stocks.Any(stock => stock.OnHand > stock.Held && !stock.Variant.Removed && !stock.Batch.Recalled && stock.Batch.BestBefore > today));
    }
}
