using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Alipay;

/// <summary>What the vendor says of a trade, the same words in answers and notices.</summary>
internal static class AlipayTrade
{
    /// <param name="text">A named value of the answer or notice; null or empty where there is none.</param>
    public static PaymentSeen Seen(string attempt, Func<string, string?> text)
    {
        var (state, reference) = (text("trade_status"), text("trade_no"));
        return state switch
        {
            "WAIT_BUYER_PAY" => new(attempt, PaymentStatus.Waiting, VendorReference: reference),
            "TRADE_SUCCESS" or "TRADE_FINISHED" => new(attempt, PaymentStatus.Paid, SumOf(text("total_amount"), text("trans_currency")), reference),
            // By time-out, by close, or because all of it went back: in each case this attempt brings no money any more, and one known as paid stays so.
            "TRADE_CLOSED" => new(attempt, PaymentStatus.Expired, VendorReference: reference, Why: state),
            _ => new(attempt, PaymentStatus.Unknown, VendorReference: reference, Why: $"state {state}"),
        };
    }

    /// <summary>Domestic trades name no currency.</summary>
    public static Sum? SumOf(string? yuan, string? currency = null) =>
        Money.TryParseYuan(yuan, out var money) ? new(money, string.IsNullOrEmpty(currency) ? Sum.Yuan : currency) : null;
}
