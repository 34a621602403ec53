using Storefront.Modules.Cart.Contracts;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Sellers.Contracts;

namespace Storefront.Modules.Checkout.Demo;

/// <summary>A cart without a visitor: the demo market's buyers have no browser to keep one.</summary>
internal sealed class DemoCart(IReadOnlyList<CartLine> lines, ICatalog catalog, IShops shops) : ICart
{
    public Task<IReadOnlyList<CartLine>> ReadAsync(CancellationToken cancel) => Task.FromResult(lines);

    public async Task<PricedCart> PriceAsync(CancellationToken cancel)
    {
        var offers = (await catalog.OffersAsync([.. lines.Select(line => line.VariantCode)], cancel)).ToDictionary(offer => offer.VariantCode, StringComparer.Ordinal);
        var cards = await shops.FindManyAsync([.. offers.Values.Select(offer => offer.ShopId).Distinct()], cancel);
        return new([.. lines
            .Select(line => new PricedLine(line.VariantCode, line.Quantity, offers[line.VariantCode], offers[line.VariantCode].Price, LineTrouble.None))
            .GroupBy(line => line.Offer!.ShopId)
            .Select(shop => new ShopLines(cards[shop.Key], [.. shop]))]);
    }

    public Task<PutOutcome> PutAsync(IReadOnlyCollection<CartLine> lines, CancellationToken cancel) => throw new NotSupportedException("The demo market's goods are in the cart from the start.");

    public Task RemoveAsync(IReadOnlyCollection<string> variantCodes, CancellationToken cancel) => Task.CompletedTask;
}
