namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>How requests and signatures travel. What they say is made and understood once, above it; there is one over plain HTTP and one over the vendor's SDK.</summary>
internal interface IStripeTransport
{
    /// <summary>A yes and a no are answers. A broken connection and a lost patience are exceptions.</summary>
    Task<StripeAnswer> SendAsync(StripeCall call, CancellationToken cancel);

    /// <summary>Whether one of the header's signatures is made with this secret, and not more than five minutes before or after this moment. Never throws, whatever the header says.</summary>
    bool Verifies(ReadOnlyMemory<byte> body, string header, string secret, DateTime at);
}

/// <param name="Path">With its query.</param>
/// <param name="Form">Encoded; null for GET.</param>
/// <param name="IdempotencyKey">Null: nothing moves however often it is sent.</param>
internal sealed record StripeCall(StripeSetup Setup, HttpMethod Method, string Path, string? Form = null, string? IdempotencyKey = null)
{
    /// <summary>The version whose published parameters our requests were checked against; the account's own default may change under us.</summary>
    public const string Version = "2024-04-10";
    public const string VersionHeader = "Stripe-Version";
    public const string KeyHeader = "Idempotency-Key";
    public const string ReplayedHeader = "Idempotent-Replayed";
}

/// <param name="Replayed">It is what the vendor kept of an earlier request with the same idempotency key; a fault is kept as well.</param>
internal sealed record StripeAnswer(int Status, string Body, bool Replayed);
