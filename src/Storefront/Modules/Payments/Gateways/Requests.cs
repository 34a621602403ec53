using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways;

/// <summary>A sum with its currency, as it goes to and comes from vendors.</summary>
/// <param name="Amount">In the currency's smallest unit: fen.</param>
/// <param name="Currency">ISO 4217, upper case.</param>
public sealed record Sum(Money Amount, string Currency)
{
    /// <summary>The one currency inside the shop.</summary>
    public const string Yuan = "CNY";

    public static Sum Cny(Money amount) => new(amount, Yuan);
}

public enum Device { Desktop, Phone, InWeChat }

/// <summary>Who stands in front of the page that begins the payment.</summary>
/// <param name="Language">Culture name, such as "zh-CN".</param>
/// <param name="Address">IP address, for vendors that ask for it; null when not known.</param>
/// <param name="VendorId">The payer's id at the vendor (openid for in-app payment); null when not known.</param>
public sealed record Payer(Device Device, string Language, string? Address, string? VendorId);

/// <summary>Opens a charge.</summary>
/// <param name="Attempt">Our attempt's code, <c>[0-9a-z]{26}</c>: the vendor's order number and idempotency key.</param>
/// <param name="Title">What the payer reads, at most 120 characters; the adapter shortens or cleans it for its vendor.</param>
/// <param name="ExpiresAt">UTC. The vendor should take no money after it; an adapter whose vendor has a minimum takes the nearest later moment.</param>
/// <param name="ReturnUrl">Absolute. Where the payer comes back to; proves nothing.</param>
/// <param name="NoticeUrl">Absolute, without a query. Where the vendor's notices go.</param>
public sealed record StartRequest(string Attempt, Sum Sum, string Title, DateTime ExpiresAt, Uri ReturnUrl, Uri NoticeUrl, Payer Payer);

/// <summary>Names a charge for query and close.</summary>
/// <param name="VendorReference">What the vendor called it, when it has said so.</param>
/// <param name="Since">UTC, when the vendor was first asked to open it; null when not known. For vendors in whose lists it must be looked for.</param>
public sealed record ChargeRef(string Attempt, Sum Sum, string? VendorReference, DateTime? Since = null);

/// <summary>Sends back a part or all of a paid charge.</summary>
/// <param name="Refund">Our refund's code, <c>[0-9a-z]{26}</c>: the idempotency key, the same on every retry.</param>
/// <param name="Sum">What goes back with this refund alone.</param>
/// <param name="VendorRefund">What the vendor called this refund, when it has said so.</param>
/// <param name="RefundedBefore">What other refunds of this charge have moved already, for vendors that speak in totals.</param>
public sealed record RefundRequest(ChargeRef Charge, string Refund, Sum Sum, string? VendorRefund, Money RefundedBefore);

/// <summary>A notice exactly as it came over the wire.</summary>
/// <param name="Headers">By name, case-insensitive; several values of one name joined by a comma.</param>
/// <param name="At">UTC, when it came: replay tolerance is judged by it.</param>
public sealed record Notice(ReadOnlyMemory<byte> Body, IReadOnlyDictionary<string, string> Headers, DateTime At);
