using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Catalog;

/// <summary>Puts a product on show or takes it away, by one tap in the seller's list.</summary>
internal sealed class ShowProduct(StoreDb db, IndexProduct index)
{
    public enum Outcome { Done, NotFound, NothingToSell, Blocked, ChangedMeanwhile, Guessed }

    public async Task<Outcome> RunAsync(ShopCard shop, string code, bool show, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(token => MoveAsync(shop, code, show, token), cancel, outcome => outcome == Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            return Outcome.ChangedMeanwhile;
        }
    }

    private async Task<Outcome> MoveAsync(ShopCard shop, string code, bool show, CancellationToken cancel)
    {
        var product = await db.Products.Include(product => product.Variants).FirstOrDefaultAsync(product => product.Code == code && product.ShopId == shop.Id, cancel);
        if (product is null) return Outcome.NotFound;
        if (product.State == ProductState.Blocked) return Outcome.Blocked;
        product.Follow(shop.Place, shop.IsOpen);
        if (!show)
        {
            product.Hide();
            return Outcome.Done;
        }
        if (!product.CanPublish) return Outcome.NothingToSell;
        if (product.Guessed is not null) return Outcome.Guessed;
        product.Publish();
        await index.RunAsync(product, shop.Name, cancel);
        return Outcome.Done;
    }
}
