using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;

namespace Storefront.Modules.Payments;

/// <summary>States as the last part of a text's key.</summary>
internal static class Words
{
    public static string Of(WayToPay way) => way switch
    {
        WayToPay.Scan => "scan",
        WayToPay.App => "app",
        WayToPay.Wait => "wait",
        _ => "page",
    };

    public static string Of(AttemptState state) => state switch
    {
        AttemptState.Created => "created",
        AttemptState.Started => "started",
        AttemptState.Paid => "paid",
        AttemptState.Failed => "failed",
        AttemptState.Expired => "expired",
        _ => "unknown",
    };

    public static string Of(PayeeNeed need) => need switch
    {
        PayeeNeed.Person => "person",
        PayeeNeed.Business => "business",
        PayeeNeed.BankAccount => "bank",
        PayeeNeed.Document => "document",
        PayeeNeed.Agreement => "agreement",
        _ => "other",
    };

    public static string Of(RefundState state) => state switch
    {
        RefundState.Staged => "staged",
        RefundState.Sent => "sent",
        RefundState.Succeeded => "succeeded",
        _ => "failed",
    };
}
