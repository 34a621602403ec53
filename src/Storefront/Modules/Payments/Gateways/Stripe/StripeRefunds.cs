namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>Sends money back over the payment behind a session. The refund's code is the idempotency key, and travels as metadata so that it is found again.</summary>
internal sealed class StripeRefunds(StripeApi api, StripeSessions sessions)
{
    /// <summary>No for good. All others, an empty balance among them, may pass.</summary>
    private static readonly string[] Final = ["charge_already_refunded", "amount_too_large", "amount_too_small", "charge_disputed", "refund_disputed_payment"];

    public async Task<RefundSeen> SendAsync(RefundRequest request, CancellationToken cancel)
    {
        var (intent, doubt) = await IntentAsync(request, cancel);
        if (intent is null) return Seen(request, RefundStatus.Unknown, doubt);
        var reply = await api.PostAsync("/v1/refunds", new()
        {
            ["payment_intent"] = intent,
            ["amount"] = StripeForm.Number(request.Sum.Amount.Fen),
            [$"metadata[{StripeWords.Attempt}]"] = request.Charge.Attempt,
            [$"metadata[{StripeWords.Refund}]"] = request.Refund,
        }, request.Refund, cancel);
        if (reply is { IsOk: true, Replayed: false }) return StripeWords.Seen(request.Charge.Attempt, request.Refund, Must(reply.As<StripeRefund>(), request, intent));
        // What was kept under the key may be old by now; and before a no for good it must be certain that nothing moved under this code.
        var known = await FindAsync(request, intent, cancel);
        if (known is not { Status: RefundStatus.Unknown, Why: null }) return known;
        return IsFinal(reply) ? known with { Status = RefundStatus.Failed, Why = reply.Why } : known with { Why = reply.Why };
    }

    public async Task<RefundSeen> QueryAsync(RefundRequest request, CancellationToken cancel)
    {
        var (intent, doubt) = await IntentAsync(request, cancel);
        return intent is null ? Seen(request, RefundStatus.Unknown, doubt) : await FindAsync(request, intent, cancel);
    }

    private static bool IsFinal(StripeReply reply) =>
        reply.IsInvalid && (reply.Error("param") == "amount" || Final.Contains(reply.Error("code"), StringComparer.Ordinal));

    private async Task<(string? Intent, string? Doubt)> IntentAsync(RefundRequest request, CancellationToken cancel)
    {
        var found = await sessions.FindAsync(request.Charge, cancel);
        return (found.Session?.IntentId, found.Doubt ?? (found.Session is null ? "no session" : found.Session.IntentId is null ? "no payment" : null));
    }

    /// <summary>Unknown without a why: the vendor has none of this code.</summary>
    private async Task<RefundSeen> FindAsync(RefundRequest request, string intent, CancellationToken cancel)
    {
        var reply = await api.GetAsync($"/v1/refunds?limit=100&payment_intent={Uri.EscapeDataString(intent)}", cancel);
        if (!reply.IsOk) return Seen(request, RefundStatus.Unknown, reply.Why);
        if (reply.As<StripePage<StripeRefund>>() is not { Object: "list", Data: { } refunds, HasMore: { } more }) throw new InvalidDataException("The answer is no list.");
        if (refunds.FirstOrDefault(refund => refund.Metadata?.GetValueOrDefault(StripeWords.Refund) == request.Refund) is { } mine)
            return StripeWords.Seen(request.Charge.Attempt, request.Refund, Must(mine, request, intent));
        return Seen(request, RefundStatus.Unknown, more ? "more refunds than can be looked through" : null);
    }

    private static StripeRefund Must(StripeRefund said, RefundRequest request, string intent) =>
        said is { Object: "refund", Id.Length: > 0 } && said.PaymentIntent == intent && said.Metadata?.GetValueOrDefault(StripeWords.Refund) == request.Refund
            ? said
            : throw new InvalidDataException("The answer is about another refund.");

    private static RefundSeen Seen(RefundRequest request, RefundStatus status, string? why) => new(request.Charge.Attempt, request.Refund, status, Why: why);
}
