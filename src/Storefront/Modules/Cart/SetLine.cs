using Storefront.Data;
using Storefront.Modules.Cart.Model;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Videos.Contracts;

namespace Storefront.Modules.Cart;

/// <summary>Puts a variant into the cart, or changes how many: the quantity asked for is the quantity afterwards, so a repeated request changes nothing.</summary>
internal sealed class SetLine(StoreDb db, CurrentCart current, CartCookies cookies, ICatalog catalog, IVideoTrail trail)
{
    public enum Outcome { Set, Lowered, SoldOut, Gone, Full }

    public async Task<Outcome> RunAsync(string variantCode, int quantity, CancellationToken cancel)
    {
        if (await catalog.OffersAsync([variantCode], cancel) is not [{ ForSale: true } offer]) return Outcome.Gone;
        if (offer.Available <= 0) return Outcome.SoldOut;
        var possible = Math.Clamp(quantity, 1, Math.Min(offer.Available, CartItem.Most));
        var video = await trail.FindAsync(offer.ShopId, cancel);
        if (!await WriteAsync(offer, possible, video, cancel)) return Outcome.Full;
        return possible < quantity ? Outcome.Lowered : Outcome.Set;
    }

    private async Task<bool> WriteAsync(Offer offer, int quantity, string? video, CancellationToken cancel)
    {
        try
        {
            return await WriteOnceAsync(offer, quantity, video, cancel);
        }
        catch (Exception failure) when (db.IsUniqueClash(failure))
        {
            // The same visitor's other tap made the cart or the line a moment earlier: now it is there to be changed.
            db.ChangeTracker.Clear();
            return await WriteOnceAsync(offer, quantity, video, cancel);
        }
    }

    private async Task<bool> WriteOnceAsync(Offer offer, int quantity, string? video, CancellationToken cancel)
    {
        var isFirst = false;
        var cart = await db.WriteAsync(
            async token =>
            {
                var cart = await current.LoadOrMakeAsync(token);
                if (cart.IsFull && cart.Find(offer.VariantCode) is null) return null;
                isFirst = cart.IsFirstBy(video, offer.VariantCode);
                cart.Set(offer.VariantCode, quantity, offer.Price, current.Now, video);
                return cart;
            },
            cancel,
            keep: cart => cart is not null);
        if (cart is { AccountId: null }) cookies.KeepKey(cart.Key);
        if (isFirst) trail.CountCart(video!);
        return cart is not null;
    }
}
