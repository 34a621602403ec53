using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary>What the vendor says of a transaction or refund, the same words in answers and notices.</summary>
internal static class WeChatPayWords
{
    public static PaymentSeen Seen(string attempt, WeChatPayTransaction said) => said.TradeState switch
    {
        "SUCCESS" => new(attempt, PaymentStatus.Paid, SumOf(said.Amount?.Total, said.Amount), said.TransactionId),
        "NOTPAY" or "USERPAYING" or "ACCEPT" => new(attempt, PaymentStatus.Waiting, VendorReference: said.TransactionId),
        "CLOSED" or "REVOKED" => new(attempt, PaymentStatus.Expired, VendorReference: said.TransactionId, Why: said.TradeState),
        "PAYERROR" => new(attempt, PaymentStatus.Failed, VendorReference: said.TransactionId, Why: said.TradeState),
        // Paid once, and some or all of it went back before anybody here knew: a person must look, nothing may be sent for it.
        "REFUND" => new(attempt, PaymentStatus.Unknown, VendorReference: said.TransactionId, Why: "refunded at the vendor's before it was seen as paid"),
        _ => new(attempt, PaymentStatus.Unknown, VendorReference: said.TransactionId, Why: $"state {said.TradeState}"),
    };

    public static RefundSeen Seen(string attempt, string? refund, WeChatPayRefund said)
    {
        var status = (said.Status ?? said.RefundStatus) switch
        {
            "SUCCESS" => RefundStatus.Succeeded,
            "PROCESSING" => RefundStatus.Pending,
            "CLOSED" => RefundStatus.Failed,
            // The payer's card refused it: the money is with the vendor until a person sends it elsewhere at the vendor's desk. Not failed, or it would be sent twice.
            _ => RefundStatus.Unknown,
        };
        var why = status is RefundStatus.Failed or RefundStatus.Unknown ? $"state {said.Status ?? said.RefundStatus}" : null;
        return new(attempt, refund, status, SumOf(said.Amount?.Refund, said.Amount), said.RefundId, why);
    }

    /// <summary>Where no currency is named it is the only one that domestic merchants have.</summary>
    private static Sum? SumOf(long? fen, WeChatPayAmount? amount) => fen is { } known ? new(new Money(known), amount?.Currency ?? Sum.Yuan) : null;
}
