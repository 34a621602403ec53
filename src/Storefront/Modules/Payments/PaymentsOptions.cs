namespace Storefront.Modules.Payments;

internal sealed class PaymentsOptions
{
    /// <summary>How long one call to a gateway may take before it is "unknown".</summary>
    public double CallSeconds { get; set; } = 10;
}
