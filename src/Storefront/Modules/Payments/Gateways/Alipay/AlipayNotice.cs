using System.Net;
using System.Text;
using System.Text.Json;

namespace Storefront.Modules.Payments.Gateways.Alipay;

/// <summary>
/// A form, signed over its decoded values. It carries no time that could be judged: the vendor repeats the same notice for a day. A replay is
/// harmless, because it has the id of the first.
/// </summary>
internal static class AlipayNotice
{
    private static readonly Reply Accepted = new(StatusCodes.Status200OK, "text/plain", "success");
    private static readonly Reply Refused = new(StatusCodes.Status400BadRequest, "text/plain", "failure");

    /// <summary>Only these are kept; the others name people.</summary>
    private static readonly string[] Kept =
    [
        "notify_id", "notify_type", "notify_time", "app_id", "seller_id", "out_trade_no", "trade_no", "trade_status", "total_amount",
        "trans_currency", "refund_fee", "out_biz_no", "gmt_create", "gmt_payment", "gmt_refund", "gmt_close",
    ];

    public static Received Read(ReadOnlySpan<byte> body, AlipaySetup setup)
    {
        if (Form(body) is not { } form) return new Received.Rejected("not a form", Refused);
        if (Problem(form, setup) is { } problem) return new Received.Rejected(problem, Refused);
        string? Said(string name) => form.GetValueOrDefault(name);
        if (Said("notify_type") != "trade_status_sync" || Said("trade_status") == "WAIT_BUYER_PAY") return new Received.Ignored($"{Said("notify_type")} {Said("trade_status")}", Accepted);
        if (Said("out_trade_no") is not { Length: > 0 } attempt || Said("notify_id") is not { Length: > 0 and <= 90 } id) return new Received.Ignored("without its numbers", Accepted);
        var redacted = JsonSerializer.Serialize(Kept.Where(form.ContainsKey).ToDictionary(name => name, name => form[name], StringComparer.Ordinal));
        return new Received.Events([.. Happened(id, attempt, Said)], redacted, Accepted);
    }

    /// <summary>A notice about a refund repeats the state of the trade, so it tells of a payment as well as long as any of it is left.</summary>
    private static IEnumerable<GatewayEvent> Happened(string id, string attempt, Func<string, string?> said)
    {
        var isRefund = !string.IsNullOrEmpty(said("gmt_refund"));
        if (!isRefund || said("trade_status") != "TRADE_CLOSED") yield return new(id, AlipayTrade.Seen(attempt, said));
        // Its sum is what went back altogether, which says nothing of this refund.
        if (isRefund) yield return new(id + ":refund", new RefundSeen(attempt, said("out_biz_no"), RefundStatus.Succeeded, VendorReference: said("trade_no")));
    }

    private static string? Problem(Dictionary<string, string> form, AlipaySetup setup)
    {
        if (!form.Remove("sign", out var signature) || !form.Remove("sign_type", out var type)) return "not signed";
        if (type != "RSA2") return "signed otherwise";
        if (!Verifies(form, signature, setup, keepEmpty: true) && !Verifies(form, signature, setup, keepEmpty: false)) return "wrong signature";
        if (form.GetValueOrDefault("app_id") != setup.AppId) return "another application";
        return form.GetValueOrDefault("seller_id") == setup.SellerId ? null : "another seller";
    }

    private static bool Verifies(Dictionary<string, string> form, string signature, AlipaySetup setup, bool keepEmpty) =>
        setup.Verifies(Encoding.UTF8.GetBytes(AlipayRequest.SignedText(form, keepEmpty)), signature);

    /// <summary>Null when a name is given twice: which one would have been signed?</summary>
    private static Dictionary<string, string>? Form(ReadOnlySpan<byte> body)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in Encoding.UTF8.GetString(body).Split('&'))
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || !form.TryAdd(WebUtility.UrlDecode(pair[..at]), WebUtility.UrlDecode(pair[(at + 1)..]))) return null;
        }
        return form;
    }
}
