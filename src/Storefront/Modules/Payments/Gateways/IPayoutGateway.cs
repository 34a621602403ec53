using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways;

/// <summary>
/// One vendor that can send sellers their part of the money. The second seam, and optional: without it every payout goes by the bank's list, by hand.
/// As <see cref="IPaymentGateway"/> it only translates and is found by scanning; its notices come in through the payment gateway of the same key.
/// </summary>
/// <remarks>
/// Every call is made outside any transaction, under a time-out, and may be made again. The codes of payee, payout and reversal are idempotency keys that must be
/// passed on. It may throw anything when the vendor cannot be reached or answers rubbish; the module takes that as "unknown", never as "refused".
/// </remarks>
public interface IPayoutGateway
{
    /// <summary>The key of the payment gateway whose vendor this is.</summary>
    string Key { get; }

    /// <summary>Whether the market's people have asked for it. What nobody wants has no problems worth telling.</summary>
    bool IsWanted { get; }

    /// <summary>Why it cannot be offered though it is wanted: a sentence per missing or wrong option, naming no secret. Empty: it is offered.</summary>
    IReadOnlyList<string> Problems { get; }

    /// <summary>Makes the seller's account at the vendor, or finds the one that was made, and a page of the vendor's to lead the seller to. That page is for once.</summary>
    Task<OnboardVerdict> OnboardAsync(OnboardRequest request, CancellationToken cancel);

    /// <summary>Whether money can be sent to this account now, and what is missing.</summary>
    Task<PayeeSeen> QueryPayeeAsync(PayeeRef payee, CancellationToken cancel);

    /// <summary>Sends money. The same payout's code moves money once, however often it is asked. Refused only when nothing has moved and nothing will under this code.</summary>
    Task<RemittanceSeen> SendAsync(RemitRequest request, CancellationToken cancel);

    /// <summary>What became of it. NotFound only when the vendor knows none of this code for certain: the module then sends it again.</summary>
    Task<RemittanceSeen> QueryAsync(RemitRequest request, CancellationToken cancel);

    /// <summary>Takes back a part or all of what was sent. The same reversal's code moves money once.</summary>
    Task<ReversalSeen> ReverseAsync(ReverseRequest request, CancellationToken cancel);
}

/// <param name="Payee">Our code of the seller's account, <c>[0-9a-z]{26}</c>.</param>
/// <param name="VendorReference">What the vendor called it, when it has said so.</param>
public sealed record PayeeRef(string Payee, string? VendorReference);

/// <param name="ReturnUrl">Absolute. Where the seller comes back to; proves nothing.</param>
/// <param name="AgainUrl">Absolute. Where the seller lands when the vendor's page has gone stale.</param>
public sealed record OnboardRequest(PayeeRef Payee, Uri ReturnUrl, Uri AgainUrl);

/// <summary>What came of leading a seller to the vendor.</summary>
public abstract record OnboardVerdict
{
    public sealed record Begun(Uri To, string VendorReference) : OnboardVerdict;

    /// <param name="VendorReference">Set when the account is there and only its page is not.</param>
    public sealed record Refused(string Why, string? VendorReference = null) : OnboardVerdict;

    /// <summary>Nobody knows; asked again it leads to the same account.</summary>
    public sealed record Unclear(string Why, string? VendorReference = null) : OnboardVerdict;
}

/// <param name="Payout">Our payout's code, <c>[0-9a-z]{10}</c>: the idempotency key, the same on every retry.</param>
/// <param name="VendorPayee">What the vendor called the seller's account.</param>
/// <param name="VendorReference">What the vendor called this remittance, when it has said so.</param>
public sealed record RemitRequest(string Payout, Sum Sum, string VendorPayee, string? VendorReference = null);

/// <param name="Remittance">With what the vendor called it.</param>
/// <param name="Reversal">Our reversal's code, <c>[0-9a-z]{26}</c>.</param>
/// <param name="Sum">What comes back with this reversal alone.</param>
public sealed record ReverseRequest(RemitRequest Remittance, string Reversal, Sum Sum);

/// <summary>Incomplete: the seller has to tell more. Checking: the vendor looks at it. Closed: the vendor will have nothing to do with it.</summary>
public enum PayeeStatus { Unknown, Incomplete, Checking, Ready, Closed }

/// <summary>What a seller has to tell the vendor, in words that every vendor has.</summary>
public enum PayeeNeed { Person, Business, BankAccount, Document, Agreement, Other }

public sealed record PayeeSeen(string Payee, PayeeStatus Status, IReadOnlyList<PayeeNeed> Missing, string? VendorReference = null, string? Why = null);

/// <summary>A notice that something about this account has changed. What is in it may be older than what is known, so the module asks.</summary>
public sealed record PayeeStirred(string Payee, string VendorReference) : Observation;

public enum RemittanceStatus { Unknown, NotFound, Done, Refused }

/// <param name="Sum">What was sent, as the vendor says it. Required for Done.</param>
/// <param name="Reversed">What has come back of it, all reversals together, whoever began them: it never shrinks.</param>
public sealed record RemittanceSeen(string Payout, RemittanceStatus Status, Sum? Sum = null, Money Reversed = default, string? VendorReference = null, string? Why = null) : Observation;

public enum ReversalStatus { Unknown, Done, Refused }

/// <param name="Reversed">As in <see cref="RemittanceSeen"/>, this reversal included. Required for Done.</param>
public sealed record ReversalSeen(string Payout, string Reversal, ReversalStatus Status, Money Reversed = default, string? Why = null);
