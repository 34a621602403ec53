using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>What the vendor says of a session or refund, the same words in answers and notices.</summary>
internal static class StripeWords
{
    /// <summary>Keys under which our codes travel with everything that the vendor keeps for us.</summary>
    public const string Attempt = "attempt";
    public const string Refund = "refund";

    public static PaymentSeen Seen(string attempt, StripeSession said) => said switch
    {
        { Status: "open" } => new(attempt, PaymentStatus.Waiting, VendorReference: said.Id),
        { Status: "expired" } => new(attempt, PaymentStatus.Expired, VendorReference: said.Id, Why: "expired"),
        { Status: "complete", PaymentStatus: "paid" } => new(attempt, PaymentStatus.Paid, SumOf(said.AmountTotal, said.Currency), said.Id),
        // The payer is through, the money is on its way: a wallet that says later whether it came.
        { Status: "complete", PaymentStatus: "unpaid", IntentStatus: "requires_payment_method" or "canceled" } => new(attempt, PaymentStatus.Failed, VendorReference: said.Id, Why: said.IntentStatus),
        { Status: "complete", PaymentStatus: "unpaid", IntentStatus: null or "processing" or "requires_action" or "requires_confirmation" } => new(attempt, PaymentStatus.Waiting, VendorReference: said.Id),
        _ => new(attempt, PaymentStatus.Unknown, VendorReference: said.Id, Why: $"state {said.Status} {said.PaymentStatus} {said.IntentStatus}"),
    };

    public static RefundSeen Seen(string attempt, string? refund, StripeRefund said)
    {
        var status = said.Status switch
        {
            "succeeded" => RefundStatus.Succeeded,
            "pending" or "requires_action" => RefundStatus.Pending,
            "failed" or "canceled" => RefundStatus.Failed,
            _ => RefundStatus.Unknown,
        };
        var why = status is RefundStatus.Failed or RefundStatus.Unknown ? $"state {said.Status} {said.FailureReason}".TrimEnd() : null;
        return new(attempt, refund, status, SumOf(said.Amount, said.Currency), said.Id, why);
    }

    public static Sum? SumOf(long? fen, string? currency) => fen is { } known && currency is { Length: > 0 } ? new(new Money(known), currency.ToUpperInvariant()) : null;
}
