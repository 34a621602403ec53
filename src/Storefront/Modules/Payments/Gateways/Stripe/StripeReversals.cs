namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>Takes a transfer back, as far as the seller's balance at the vendor covers it. Looks before it asks: the vendor forgets idempotency keys after a day.</summary>
internal sealed class StripeReversals(StripeApi api)
{
    public async Task<ReversalSeen> SendAsync(ReverseRequest request, CancellationToken cancel)
    {
        if (request.Remittance.VendorReference is not { } id) return Seen(request, ReversalStatus.Unknown, "nobody knows what to reverse");
        var path = $"/v1/transfers/{Uri.EscapeDataString(id)}";
        var listed = await api.GetAsync($"{path}/reversals?limit=100", cancel);
        if (!listed.IsOk) return Seen(request, ReversalStatus.Unknown, listed.Why);
        if (listed.As<StripePage<StripeReversal>>() is not { Object: "list", Data: { } known }) throw new InvalidDataException("The answer is no list.");
        if (known.Any(reversal => IsOf(reversal, id, request.Reversal))) return await DoneAsync(request, path, cancel);
        var reply = await api.PostAsync($"{path}/reversals", new()
        {
            ["amount"] = StripeForm.Number(request.Sum.Amount.Fen),
            [$"metadata[{StripeConnectWords.Reversal}]"] = request.Reversal,
        }, request.Reversal, cancel);
        if (!reply.IsOk) return Seen(request, reply.IsInvalid ? ReversalStatus.Refused : ReversalStatus.Unknown, reply.Why);
        return IsOf(reply.As<StripeReversal>(), id, request.Reversal) ? await DoneAsync(request, path, cancel) : throw new InvalidDataException("The answer is about another reversal.");
    }

    private async Task<ReversalSeen> DoneAsync(ReverseRequest request, string path, CancellationToken cancel)
    {
        var reply = await api.GetAsync(path, cancel);
        if (!reply.IsOk) return Seen(request, ReversalStatus.Unknown, reply.Why);
        var now = StripeConnectWords.Seen(StripeTransfers.Must(reply.As<StripeTransfer>(), request.Remittance.Payout));
        return Seen(request, ReversalStatus.Done, why: null) with { Reversed = now.Reversed };
    }

    private static bool IsOf(StripeReversal said, string transfer, string reversal) =>
        said is { Object: "transfer_reversal", Id.Length: > 0 } && said.Transfer == transfer && said.Metadata?.GetValueOrDefault(StripeConnectWords.Reversal) == reversal;

    private static ReversalSeen Seen(ReverseRequest request, ReversalStatus status, string? why) => new(request.Remittance.Payout, request.Reversal, status, Why: why);
}
