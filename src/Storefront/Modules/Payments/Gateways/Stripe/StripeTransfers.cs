namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>Sends the market's money on to a seller's account. The payout's code is the idempotency key, and travels as group and metadata so that it is found again.</summary>
internal sealed class StripeTransfers(StripeApi api)
{
    public async Task<RemittanceSeen> SendAsync(RemitRequest request, CancellationToken cancel)
    {
        var reply = await api.PostAsync("/v1/transfers", new()
        {
            ["amount"] = StripeForm.Number(request.Sum.Amount.Fen),
            ["currency"] = request.Sum.Currency.ToLowerInvariant(),
            ["destination"] = request.VendorPayee,
            ["transfer_group"] = request.Payout,
            [$"metadata[{StripeConnectWords.Payout}]"] = request.Payout,
        }, request.Payout, cancel);
        if (reply is { IsOk: true, Replayed: false }) return StripeConnectWords.Seen(Must(reply.As<StripeTransfer>(), request.Payout));
        // What was kept under the key may be old by now; and before a no it must be certain that nothing moved under this code.
        var known = await FindAsync(request, cancel);
        if (known.Status != RemittanceStatus.NotFound) return known;
        return known with { Status = IsFinal(reply) ? RemittanceStatus.Refused : RemittanceStatus.Unknown, Why = reply.Why };
    }

    /// <summary>One that the vendor has named before and does not know now is a riddle (another account's key), not a proof that there is none.</summary>
    public async Task<RemittanceSeen> FindAsync(RemitRequest request, CancellationToken cancel)
    {
        if (request.VendorReference is { } id)
        {
            var one = await api.GetAsync($"/v1/transfers/{Uri.EscapeDataString(id)}", cancel);
            return one.IsOk ? StripeConnectWords.Seen(Must(one.As<StripeTransfer>(), request.Payout)) : new(request.Payout, RemittanceStatus.Unknown, Why: one.Why);
        }
        var reply = await api.GetAsync($"/v1/transfers?limit=100&transfer_group={Uri.EscapeDataString(request.Payout)}", cancel);
        if (!reply.IsOk) return new(request.Payout, RemittanceStatus.Unknown, Why: reply.Why);
        if (reply.As<StripePage<StripeTransfer>>() is not { Object: "list", Data: { } transfers, HasMore: { } more }) throw new InvalidDataException("The answer is no list.");
        if (transfers.FirstOrDefault(transfer => IsOf(transfer, request.Payout)) is { } mine) return StripeConnectWords.Seen(Must(mine, request.Payout));
        return more ? new(request.Payout, RemittanceStatus.Unknown, Why: "more transfers than can be looked through") : new(request.Payout, RemittanceStatus.NotFound);
    }

    public static StripeTransfer Must(StripeTransfer said, string payout) =>
        said is { Object: "transfer", Id.Length: > 0 } && IsOf(said, payout) ? said : throw new InvalidDataException("The answer is about another transfer.");

    /// <summary>An empty balance passes. Its answer is kept under the key for a day like any other, and the first try after that sends.</summary>
    private static bool IsFinal(StripeReply reply) => reply.IsInvalid && reply.Error("code") != "balance_insufficient";

    private static bool IsOf(StripeTransfer transfer, string payout) => transfer.Metadata?.GetValueOrDefault(StripeConnectWords.Payout) == payout;
}
