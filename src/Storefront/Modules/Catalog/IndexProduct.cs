using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>Stages what has changed of the terms a product is found under; part of the transaction that saves the product.</summary>
internal sealed class IndexProduct(StoreDb db, Texts texts)
{
    public async Task RunAsync(Product product, string shopName, CancellationToken cancel)
    {
        if (product.State == ProductState.Draft) return;
        var wanted = SearchTerms.ToFile(
            product.Name,
            [.. Texts.Languages.Select(language => texts.In(language, $"catalog.category.{product.Category}")), .. product.Sizes.Select(variant => variant.Label), product.Origin, shopName]);
        var filed = await db.ProductTerms.Where(term => term.ProductId == product.Id).ToListAsync(cancel);
        db.RemoveRange(filed.Where(term => !wanted.Contains(term.Term)));
        wanted.ExceptWith(filed.Select(term => term.Term));
        db.AddRange(wanted.Select(term => new ProductTerm { Term = term, Product = product }));
    }
}
