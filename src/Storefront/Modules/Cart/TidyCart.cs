using Storefront.Data;
using Storefront.Modules.Cart.Contracts;

namespace Storefront.Modules.Cart;

/// <summary>Takes out what cannot be bought and lowers what asks for more than there is; the visitor has seen which.</summary>
internal sealed class TidyCart(StoreDb db, CurrentCart current, ICart desk)
{
    public async Task RunAsync(CancellationToken cancel)
    {
        var priced = await desk.PriceAsync(cancel);
        await db.WriteAsync(
            async token =>
            {
                if (await current.LoadAsync(token) is not { } cart) return;
                cart.Remove([.. priced.Lines.Where(line => line.Trouble is LineTrouble.Gone or LineTrouble.SoldOut).Select(line => line.VariantCode)], current.Now);
                foreach (var line in priced.Lines.Where(line => line.Trouble is LineTrouble.None or LineTrouble.Fewer))
                    cart.Set(line.VariantCode, Math.Min(line.Quantity, line.Offer!.Available), line.Offer.Price, current.Now);
            },
            cancel);
    }
}
