namespace Storefront.Modules.Ledger;

internal sealed class LedgerOptions
{
    public const int Whole = 10_000;

    /// <summary>The market's part of the goods' price, in basis points. Freight is the seller's, whole.</summary>
    public int CommissionBasisPoints { get; set; } = 500;
}
