using Storefront.Modules.Cart.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Checkout;

/// <summary>What the visitor's cart costs, delivered to a region: goods and freight, seller by seller. Changes nothing.</summary>
internal sealed class DrawUpBill(ICart cart, IShipping shipping)
{
    /// <param name="regionCode">Null while the region is not known: then there is no freight and no total.</param>
    public async Task<Bill> RunAsync(string? regionCode, CancellationToken cancel)
    {
        var parts = new List<Part>();
        foreach (var shop in (await cart.PriceAsync(cancel)).Shops)
        {
            var quote = regionCode is null || shop.Shop is null ? null : await shipping.QuoteAsync(shop.Shop.Id, regionCode, shop.Grams, shop.Goods, cancel);
            parts.Add(new(shop, quote));
        }
        return new(parts);
    }

    /// <summary>One seller's part, one parcel.</summary>
    public sealed record Part(ShopLines Lines, FreightQuote? Quote)
    {
        public bool Delivers => Quote is not { Refusal: FreightRefusal.NotDelivered };

        public Money? Freight => Quote is { Refusal: FreightRefusal.None } quote ? quote.Fee : null;
    }

    public sealed record Bill(IReadOnlyList<Part> Parts)
    {
        public IEnumerable<PricedLine> Lines => Parts.SelectMany(part => part.Lines.Lines);

        public Money Goods => Parts.Aggregate(Money.Zero, (sum, part) => sum + part.Lines.Goods);

        /// <summary>Null until every parcel has its freight.</summary>
        public Money? Total => Parts.All(part => part.Freight is not null) ? Parts.Aggregate(Goods, (sum, part) => sum + part.Freight!.Value) : null;
    }
}
