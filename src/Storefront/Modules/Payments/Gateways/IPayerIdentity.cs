namespace Storefront.Modules.Payments.Gateways;

/// <summary>
/// Knows who the payer in front of a page is at one vendor, for vendors that take money inside their app only from payers they can name.
/// Most gateways have none. Asked only where <see cref="Device.InWeChat"/> shows our page.
/// </summary>
public interface IPayerIdentity
{
    /// <summary>The gateway whose payers it knows.</summary>
    string Gateway { get; }

    /// <summary>The payer's id at the vendor; null when it has not been asked for, or is not believed any more.</summary>
    string? Of(HttpContext context);

    /// <summary>A page of ours that asks the vendor and leads back to <paramref name="returnPath"/> (local, below <c>/pay/</c>). Null: nothing to ask, the charge is begun without.</summary>
    Uri? Ask(HttpContext context, string returnPath);
}
