namespace Storefront.Modules.Ledger;

/// <summary>Settings under "Ledger".</summary>
internal sealed class LedgerOptions
{
    public const int Whole = 10_000;

    /// <summary>The market's part of the goods' price, in basis points, where no rule of finance holds. Freight is the seller's, whole.</summary>
    public int CommissionBasisPoints { get; set; } = 500;

    /// <summary>Days after an order is completed until its money is available.</summary>
    public int HoldDays { get; set; } = 7;

    /// <summary>The smallest payout, in fen.</summary>
    public long MinimumPayout { get; set; } = 1_000;
}
