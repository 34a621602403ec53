namespace Storefront.Modules.Payments.Gateways;

/// <summary>
/// One payment vendor. An adapter only translates: a neutral request into the vendor's call, the vendor's answer or notice into a neutral observation.
/// It never touches our database, never decides what a payment's state is, and never keeps anything in memory between calls that a restart would lose.
/// Found by scanning the assembly and registered as a singleton; what it needs besides is registered by an <see cref="Shared.IModule"/> in its own folder.
/// </summary>
/// <remarks>
/// Every call is made outside any transaction, under a time-out, and may be made again: by a retry, by another node, after a crash. The attempt's code
/// (<c>[0-9a-z]{26}</c>) is the idempotency key of start, a refund's own code (same shape) that of refund. An adapter must pass them on to the vendor.
/// It may throw anything when the vendor cannot be reached or answers rubbish, and must honour the token: the module takes both as "unknown", never as "failed".
/// </remarks>
public interface IPaymentGateway
{
    /// <summary><c>[a-z]{2,20}</c>; stands in rows and in the notice's address <c>/pay/notices/{key}</c>, so it never changes. Its name is the text "payments.gateway.{key}".</summary>
    string Key { get; }

    /// <summary>Why it cannot be offered: a sentence for the person who configures it per missing or wrong option, naming no secret. Empty: it is offered.</summary>
    IReadOnlyList<string> Problems { get; }

    /// <summary>How long the money may take on its way, where that is more than the usual half hour: goods are held so long. Null: the usual.</summary>
    TimeSpan? TimeToPay => null;

    /// <summary>Whether a payer in front of this device can use it (in-app payment only inside the app, a QR code not on the phone that shows it).</summary>
    bool Fits(Device device);

    /// <summary>What a payer in front of this device will be led to, should it fit.</summary>
    WayToPay Way(Device device) => WayToPay.Page;

    /// <summary>
    /// Opens the charge at the vendor. The same attempt with the same request must lead to the same charge, also when the first answer was lost;
    /// it is asked again when a step has gone stale.
    /// </summary>
    Task<StartVerdict> StartAsync(StartRequest request, CancellationToken cancel);

    /// <summary>
    /// Verifies and translates a notice. Anybody may have sent these bytes: a missing, wrong or replayed signature and a foreign merchant, app or live-mode flag are
    /// <see cref="Received.Rejected"/>, never an exception. Must verify the raw bytes as they came, and must not call the vendor except for its public keys.
    /// </summary>
    Task<Received> ReceiveAsync(Notice notice, CancellationToken cancel);

    /// <summary>What the vendor says of an attempt now. <see cref="PaymentStatus.Unknown"/> when its answer says neither.</summary>
    Task<PaymentSeen> QueryAsync(ChargeRef charge, CancellationToken cancel);

    /// <summary>Asks the vendor to take no money for this attempt any more. Safe to repeat.</summary>
    Task<CloseVerdict> CloseAsync(ChargeRef charge, CancellationToken cancel);

    /// <summary>Sends money back. The same refund code moves money once, however often it is asked.</summary>
    Task<RefundSeen> RefundAsync(RefundRequest request, CancellationToken cancel);

    /// <summary>What became of a refund. <see cref="RefundStatus.Unknown"/> also when the vendor knows none of this code: the module then sends it again.</summary>
    Task<RefundSeen> QueryRefundAsync(RefundRequest request, CancellationToken cancel);
}

/// <summary>Where gateways' notices come in: verified by the gateway, kept, judged. For far sides that live in our own process; others post to <c>/pay/notices/{gateway}</c>.</summary>
public interface INoticeInbox
{
    /// <summary>The reply for the sender. Throws when the notice could not be kept: the sender must try again.</summary>
    Task<Reply> DeliverAsync(string gateway, Notice notice, CancellationToken cancel);
}
