namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary>Codes with which the vendor says no for good. All others (fault, too often, too little balance, wrong signature of ours) may pass.</summary>
internal static class WeChatPayRefusals
{
    /// <summary>No charge was opened and none will be. A repeated number with other parameters is not among them: the first charge stands.</summary>
    public static bool EndsCharge(WeChatPayAnswer answer) =>
        answer.Says("PARAM_ERROR", "NO_AUTH", "APPID_MCHID_NOT_MATCH", "MCH_NOT_EXISTS", "OPENID_MISMATCH", "RULE_LIMIT", "ORDER_CLOSED", "ORDERCLOSED");

    public static bool EndsRefund(WeChatPayAnswer answer) => answer.Says("INVALID_REQUEST", "PARAM_ERROR", "RESOURCE_NOT_EXISTS", "USER_ACCOUNT_ABNORMAL");
}
