namespace Storefront.Modules.Cart.Contracts;

public sealed record CartLine(string VariantCode, int Quantity);

/// <summary>The visitor's cart, guest or signed in. Looking makes no cart.</summary>
public interface ICart
{
    Task<IReadOnlyList<CartLine>> ReadAsync(CancellationToken cancel);

    /// <summary>The cart with what its goods cost and whether they can be had at this moment, grouped by shop.</summary>
    Task<PricedCart> PriceAsync(CancellationToken cancel);

    /// <summary>Stages the removal of these variants from the visitor's cart; part of the transaction that places the order.</summary>
    Task RemoveAsync(IReadOnlyCollection<string> variantCodes, CancellationToken cancel);
}
