namespace Storefront.Modules.Cart.Contracts;

public sealed record CartLine(string VariantCode, int Quantity);

/// <summary>The visitor's cart, guest or signed in. Reading writes nothing.</summary>
public interface ICart
{
    Task<IReadOnlyList<CartLine>> ReadAsync(CancellationToken cancel);

    /// <summary>Stages the removal of these variants from the visitor's cart; part of the transaction that places the order.</summary>
    Task RemoveAsync(IReadOnlyCollection<string> variantCodes, CancellationToken cancel);
}
