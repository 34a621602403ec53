using System.Text.Json.Serialization;

namespace Storefront.Modules.Payments.Gateways;

/// <summary>What starting a charge came to.</summary>
public abstract record StartVerdict
{
    /// <summary>The charge is open.</summary>
    /// <param name="StaleAt">UTC; after it the step no longer works and start is asked again with the same attempt. Null: it lives as long as the charge.</param>
    public sealed record Begun(NextStep Step, string? VendorReference, DateTime? StaleAt = null) : StartVerdict;

    /// <summary>The vendor has said no for good: under this attempt no money can ever be taken. Anything less certain is <see cref="Unclear"/>.</summary>
    /// <param name="Why">For the log and the admin's list, at most 200 characters, nothing personal.</param>
    public sealed record Refused(string Why) : StartVerdict;

    /// <summary>Nobody knows whether a charge is open (time-out, 5xx, "already paid"): the module asks later.</summary>
    public sealed record Unclear(string Why) : StartVerdict;
}

/// <summary>What the payer does next. Kept with the attempt, so that coming back shows the same step. At most 3,000 characters as JSON.</summary>
[JsonDerivedType(typeof(Redirect), "redirect")]
[JsonDerivedType(typeof(QrCode), "qr")]
[JsonDerivedType(typeof(FormPost), "form")]
[JsonDerivedType(typeof(ClientParameters), "client")]
[JsonDerivedType(typeof(Wait), "wait")]
public abstract record NextStep
{
    /// <summary>Goes to a page of the vendor.</summary>
    public sealed record Redirect(Uri To) : NextStep;

    /// <summary>Scans a code with another device's app.</summary>
    /// <param name="Content">What the code says; drawn by us.</param>
    public sealed record QrCode(string Content) : NextStep;

    /// <summary>Posts a form to a page of the vendor, by a button.</summary>
    public sealed record FormPost(Uri To, IReadOnlyDictionary<string, string> Fields) : NextStep;

    /// <summary>Hands parameters to the app that shows our page; the script <c>/js/pay-{gateway}.js</c> knows how.</summary>
    public sealed record ClientParameters(IReadOnlyDictionary<string, string> Values) : NextStep;

    /// <summary>Nothing to do on a screen: a bank transfer, cash at the door.</summary>
    /// <param name="Words">What the market's people configured to be read here (account, reference).</param>
    public sealed record Wait(string Words) : NextStep;
}

/// <summary>What a notice came to, with the exact reply the vendor expects.</summary>
public abstract record Received(Reply Reply)
{
    /// <summary>Not proven to be the vendor's, or not meant for us. Nothing is kept but a line in the log.</summary>
    public sealed record Rejected(string Why, Reply Reply) : Received(Reply);

    /// <summary>Genuine, and nothing to us.</summary>
    public sealed record Ignored(string Why, Reply Reply) : Received(Reply);

    /// <summary>Genuine. The reply is sent only after the events are kept and judged; when that fails the vendor gets a 500 and sends again.</summary>
    /// <param name="Redacted">The body as text without names, addresses and numbers of people, to be kept beside the events.</param>
    public sealed record Events(IReadOnlyList<GatewayEvent> Happened, string Redacted, Reply Reply) : Received(Reply);
}

/// <summary>Sent back byte for byte.</summary>
public sealed record Reply(int Status, string ContentType, string Body);

/// <param name="Id">The vendor's id of this event, at most 100 characters: the same event sent again has the same id, another never has.</param>
public sealed record GatewayEvent(string Id, Observation What);

[JsonDerivedType(typeof(PaymentSeen), "payment")]
[JsonDerivedType(typeof(RefundSeen), "refund")]
[JsonDerivedType(typeof(PayeeStirred), "payee")]
[JsonDerivedType(typeof(RemittanceSeen), "remittance")]
public abstract record Observation;

/// <summary>
/// Unknown: the vendor's answer says nothing certain. NotFound: it knows no such charge (yet). Waiting: open, nothing taken.
/// Paid: the money is the market's. Failed, Expired: it takes no more money for this attempt.
/// </summary>
public enum PaymentStatus { Unknown, NotFound, Waiting, Paid, Failed, Expired }

/// <param name="Sum">What was paid, as the vendor says it; never copied from our own request. Required for Paid.</param>
public sealed record PaymentSeen(string Attempt, PaymentStatus Status, Sum? Sum = null, string? VendorReference = null, string? Why = null) : Observation;

/// <summary>Pending: the vendor has taken it on. Succeeded: the money has left. Failed: for good, nothing moved under this refund code.</summary>
public enum RefundStatus { Unknown, Pending, Succeeded, Failed }

/// <param name="Refund">Our refund's code; null when it was not begun by us (at the vendor's dashboard).</param>
/// <param name="Sum">What goes back, as the vendor says it; null where it does not say.</param>
public sealed record RefundSeen(string Attempt, string? Refund, RefundStatus Status, Sum? Sum = null, string? VendorReference = null, string? Why = null) : Observation;

/// <summary>
/// Closed: no money can be taken any more. AlreadyPaid: too late, ask for the payment. NotFound: the vendor knows no such charge.
/// Unknown: not now, or nobody knows; asked again later.
/// </summary>
public enum CloseVerdict { Unknown, Closed, AlreadyPaid, NotFound }
