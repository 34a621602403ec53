using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Cart.Contracts;

/// <summary>Why a line cannot be bought as it stands.</summary>
public enum LineTrouble
{
    None,

    /// <summary>No longer for sale, or its shop may not sell it now.</summary>
    Gone,

    SoldOut,

    /// <summary>Some are left, but not as many as the line asks for.</summary>
    Fewer,
}

/// <param name="Offer">Null when the variant does not exist any more.</param>
/// <param name="PriceSeen">The price when the visitor last set the quantity.</param>
/// <param name="VideoCode">The video, of the same shop, by which the visitor came to these goods.</param>
public sealed record PricedLine(string VariantCode, int Quantity, Offer? Offer, Money PriceSeen, LineTrouble Trouble, string? VideoCode = null)
{
    public bool CanBuy => Trouble == LineTrouble.None;

    public bool PriceMoved => CanBuy && Offer!.Price != PriceSeen;

    /// <summary>Zero for a line that cannot be bought.</summary>
    public Money Sum => CanBuy ? Offer!.Price * Quantity : Money.Zero;
}

/// <param name="Shop">Null for lines whose variant, and with it the shop, is not known any more.</param>
public sealed record ShopLines(ShopCard? Shop, IReadOnlyList<PricedLine> Lines)
{
    public Money Goods => Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Sum);

    /// <summary>The video of the shop by which the newest of these goods came; an order has one at most, so that no yuan counts twice.</summary>
    public string? VideoCode => Lines.LastOrDefault(line => line.VideoCode is not null)?.VideoCode;

    public int Grams => Lines.Where(line => line.CanBuy).Sum(line => line.Offer!.NetGrams * line.Quantity);
}

public sealed record PricedCart(IReadOnlyList<ShopLines> Shops)
{
    public IEnumerable<PricedLine> Lines => Shops.SelectMany(shop => shop.Lines);

    public bool IsEmpty => Shops.Count == 0;

    public bool HasTrouble => Lines.Any(line => !line.CanBuy);

    public Money Goods => Shops.Aggregate(Money.Zero, (sum, shop) => sum + shop.Goods);
}
