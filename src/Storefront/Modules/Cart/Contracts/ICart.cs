namespace Storefront.Modules.Cart.Contracts;

public sealed record CartLine(string VariantCode, int Quantity);

/// <summary>What came of putting goods into the cart: all as asked, some of it, or nothing because nothing can be had any more.</summary>
public enum PutOutcome { All, Some, None }

/// <summary>The visitor's cart, guest or signed in. Looking makes no cart.</summary>
public interface ICart
{
    Task<IReadOnlyList<CartLine>> ReadAsync(CancellationToken cancel);

    /// <summary>The cart with what its goods cost and whether they can be had at this moment, grouped by shop.</summary>
    Task<PricedCart> PriceAsync(CancellationToken cancel);

    /// <summary>
    /// Puts goods into the visitor's cart, each with this quantity or as many as there are; what cannot be had is left out. Writes by itself, and doing it twice changes nothing.
    /// </summary>
    Task<PutOutcome> PutAsync(IReadOnlyCollection<CartLine> lines, CancellationToken cancel);

    /// <summary>Stages the removal of these variants from the visitor's cart; part of the transaction that places the order.</summary>
    Task RemoveAsync(IReadOnlyCollection<string> variantCodes, CancellationToken cancel);
}
