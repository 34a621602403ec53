namespace Storefront.Modules.Payments.Gateways.Alipay;

/// <summary>Words with which the vendor says no to a refund for good. All others, an empty balance among them, may pass: it is asked again.</summary>
internal static class AlipayRefusals
{
    public static bool IsFinal(AlipayAnswer answer) => answer.Says(
        "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "ACQ.REASON_TRADE_REFUND_FEE_ERR", "ACQ.REFUND_FEE_ERROR", "ACQ.NOT_ALLOW_PARTIAL_REFUND",
        "ACQ.TRADE_NOT_EXIST", "ACQ.TRADE_HAS_CLOSE", "ACQ.TRADE_HAS_FINISHED", "ACQ.TRADE_STATUS_ERROR", "ACQ.TRADE_NOT_ALLOW_REFUND",
        "ACQ.REASON_TRADE_STATUS_INVALID", "ACQ.ONLINE_TRADE_VOUCHER_NOT_ALLOW_REFUND");
}
