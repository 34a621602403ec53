using Storefront.Modules.Cart.Contracts;
using Storefront.Modules.Cart.Model;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Cart;

internal sealed class CartDesk(CurrentCart current, SetLine setLine, ICatalog catalog, IShops shops) : ICart
{
    /// <summary>How long a guest's cart waits for its owner.</summary>
    public static readonly TimeSpan GuestsKept = TimeSpan.FromDays(60);

    public async Task<IReadOnlyList<CartLine>> ReadAsync(CancellationToken cancel) =>
        [.. (await current.ItemsAsync(cancel)).Select(item => new CartLine(item.VariantCode, item.Quantity))];

    public async Task<PricedCart> PriceAsync(CancellationToken cancel)
    {
        var items = await current.ItemsAsync(cancel);
        if (items.Count == 0) return new([]);
        var offers = (await catalog.OffersAsync([.. items.Select(item => item.VariantCode)], cancel)).ToDictionary(offer => offer.VariantCode);
        var goods = offers.Values.Select(offer => (offer.ShopId, offer.Category)).ToHashSet();
        var forbidden = (await shops.ForbiddenAsync(goods, cancel)).ToHashSet();
        var cards = await shops.FindManyAsync([.. goods.Select(pair => pair.ShopId).Distinct()], cancel);
        return new([.. items
            .Select(item => Price(item, offers.GetValueOrDefault(item.VariantCode), forbidden))
            .GroupBy(line => line.Offer?.ShopId)
            .Select(group => new ShopLines(group.Key is { } id ? cards.GetValueOrDefault(id) : null, [.. group]))]);
    }

    public async Task<PutOutcome> PutAsync(IReadOnlyCollection<CartLine> lines, CancellationToken cancel)
    {
        var outcomes = new List<SetLine.Outcome>();
        foreach (var line in lines) outcomes.Add(await setLine.RunAsync(line.VariantCode, line.Quantity, cancel));
        if (outcomes.TrueForAll(outcome => outcome == SetLine.Outcome.Set)) return PutOutcome.All;
        return outcomes.Exists(outcome => outcome is SetLine.Outcome.Set or SetLine.Outcome.Lowered) ? PutOutcome.Some : PutOutcome.None;
    }

    public async Task RemoveAsync(IReadOnlyCollection<string> variantCodes, CancellationToken cancel)
    {
        if (await current.LoadAsync(cancel) is { } cart) cart.Remove(variantCodes, current.Now);
    }

    private static PricedLine Price(CartItem item, Offer? offer, HashSet<(long ShopId, string Category)> forbidden)
    {
        var trouble = offer is not { ForSale: true } || forbidden.Contains((offer.ShopId, offer.Category)) ? LineTrouble.Gone
            : offer.Available <= 0 ? LineTrouble.SoldOut
            : offer.Available < item.Quantity ? LineTrouble.Fewer
            : LineTrouble.None;
        return new(item.VariantCode, item.Quantity, offer, item.PriceSeen, trouble, item.VideoCode);
    }
}
