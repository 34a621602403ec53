using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>The trades and refunds that WeChat Pay keeps, and what its calls do to them. Every field of a call is checked.</summary>
internal abstract partial class WeChatTrades(TestClock clock) : VendorFarSide(clock)
{
    public const string AppId = "wx0123456789abcdef";
    public const string MerchantId = "1900000001";
    public const string OurSerial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    public const string KeyId = "PUB_KEY_ID_0119000000012026112200000000000001";
    public const string AppSecret = "0123456789abcdef0123456789abcdef";
    public const string OpenId = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
    private readonly Dictionary<string, Trade> _trades = [];

    internal sealed class Trade
    {
        public required string Number { get; init; }

        public required long Total { get; init; }

        /// <summary>The opening as it came; a repetition must be the same.</summary>
        public required string Opening { get; init; }

        public required string Way { get; init; }

        public string State { get; set; } = "NOTPAY";

        public Dictionary<string, Back> Refunds { get; } = [];
    }

    internal sealed record Back(long Fen, string Status);

    /// <summary>The shop under test has no certificate of its own.</summary>
    public bool TakesPlainAddresses { get; set; }

    public long? ClaimedTotal { get; set; }

    public string ClaimedCurrency { get; set; } = "CNY";

    /// <summary>What a refund is at once after it was asked for, and when it is asked about.</summary>
    public string NewRefunds { get; set; } = "PROCESSING";

    public string OldRefunds { get; set; } = "SUCCESS";

    public Trade this[string number] => InTurn(() => _trades[number]);

    public void Become(string number, string state) => InTurn(() => _trades[number].State = state);

    protected (int Status, string Body) Route(Call call)
    {
        if (Opening().Match(call.Target) is { Success: true } opening && call.Method == "POST") return Open(opening.Groups["way"].Value, call.Body);
        if (OneTrade().Match(call.Target) is { Success: true } one) return call.Method == "POST" ? Close(one.Groups["no"].Value, one.Groups["rest"].Value, call.Body) : Ask(one.Groups["no"].Value, one.Groups["rest"].Value);
        if (call is { Method: "POST", Target: "/v3/refund/domestic/refunds" }) return Refund(call.Body);
        if (OneRefund().Match(call.Target) is { Success: true } refund && call.Method == "GET") return AskRefund(refund.Groups["no"].Value);
        Require(false, "PARAM_ERROR", $"{call.Method} {call.Target}");
        return default;
    }

    private (int Status, string Body) Open(string way, string body)
    {
        var said = JsonElement.Parse(body);
        string[] more = way switch { "jsapi" => ["payer"], "h5" => ["scene_info"], _ => [] };
        Exactly(said, ["appid", "mchid", "description", "out_trade_no", "time_expire", "notify_url", "amount", .. more]);
        Require(said.Text("appid") == AppId && said.Text("mchid") == MerchantId, "APPID_MCHID_NOT_MATCH", body);
        Require(said.Text("description").Length is > 0 and <= 127, "PARAM_ERROR", "description");
        Require(NumberShape().IsMatch(said.Text("out_trade_no")), "PARAM_ERROR", "out_trade_no");
        Require(Uri.TryCreate(said.Text("notify_url"), UriKind.Absolute, out var notify) && notify is { Query: "" } && (notify.Scheme == "https" || TakesPlainAddresses), "PARAM_ERROR", "notify_url");
        var life = DateTimeOffset.ParseExact(said.Text("time_expire"), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) - Clock.GetUtcNow();
        Require(life >= TimeSpan.FromMinutes(1) && life < TimeSpan.FromDays(7), "PARAM_ERROR", "time_expire");
        var amount = said.GetProperty("amount");
        Exactly(amount, ["total", "currency"]);
        if (amount.Text("currency") != "CNY") return (400, Code("PARAM_ERROR"));
        Require(amount.GetProperty("total").GetInt64() > 0, "PARAM_ERROR", "total");
        if (way == "h5") CheckScene(said.GetProperty("scene_info"));
        if (way == "jsapi") Require(said.GetProperty("payer").Text("openid") == OpenId, "PARAM_ERROR", "openid");
        return Open(way, body, said.Text("out_trade_no"), amount.GetProperty("total").GetInt64());
    }

    private (int Status, string Body) Open(string way, string body, string number, long total)
    {
        if (_trades.TryGetValue(number, out var known) && known.Opening != body) return (400, Code("INVALID_REQUEST"));
        if (known is { State: "SUCCESS" }) return (400, Code("ORDERPAID"));
        if (known is { State: "CLOSED" }) return (400, Code("ORDER_CLOSED"));
        _trades.TryAdd(number, new() { Number = number, Total = total, Opening = body, Way = way });
        return (200, way switch
        {
            "jsapi" => """{"prepay_id":"wx26112221580621e9b071c00d9e093b0000"}""",
            "h5" => $$"""{"h5_url":"https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx2611&package={{number}}"}""",
            _ => $$"""{"code_url":"weixin://wxpay/bizpayurl?pr={{number[..8]}}"}""",
        });
    }

    private void CheckScene(JsonElement scene)
    {
        Exactly(scene, ["payer_client_ip", "h5_info"]);
        Exactly(scene.GetProperty("h5_info"), ["type", "app_name", "app_url"]);
        Require(System.Net.IPAddress.TryParse(scene.Text("payer_client_ip"), out var address) && !address.IsIPv4MappedToIPv6, "PARAM_ERROR", "payer_client_ip");
        Require(scene.GetProperty("h5_info").Text("type") == "Wap", "PARAM_ERROR", "h5_info.type");
    }

    private (int Status, string Body) Ask(string number, string rest)
    {
        Require(rest == $"?mchid={MerchantId}", "PARAM_ERROR", rest);
        if (!_trades.TryGetValue(number, out var trade)) return (404, Code("ORDER_NOT_EXIST"));
        return (200, JsonSerializer.Serialize(new
        {
            appid = AppId,
            mchid = MerchantId,
            out_trade_no = number,
            trade_state = trade.State,
            trade_state_desc = "x",
            transaction_id = trade.State == "SUCCESS" ? "4200" + number[..24] : null,
            amount = trade.State == "SUCCESS" ? new { total = ClaimedTotal ?? trade.Total, currency = ClaimedCurrency } : null,
        }));
    }

    private (int Status, string Body) Close(string number, string rest, string body)
    {
        Require(rest == "/close", "PARAM_ERROR", rest);
        var said = JsonElement.Parse(body);
        Exactly(said, ["mchid"]);
        Require(said.Text("mchid") == MerchantId, "PARAM_ERROR", "mchid");
        if (!_trades.TryGetValue(number, out var trade)) return (404, Code("ORDER_NOT_EXIST"));
        if (trade.State is "SUCCESS" or "REFUND") return (400, Code("ORDERPAID"));
        trade.State = "CLOSED";
        return (204, "");
    }

    private (int Status, string Body) Refund(string body)
    {
        var said = JsonElement.Parse(body);
        Exactly(said, ["out_trade_no", "out_refund_no", "amount"]);
        Exactly(said.GetProperty("amount"), ["refund", "total", "currency"]);
        Require(NumberShape().IsMatch(said.Text("out_refund_no")), "PARAM_ERROR", "out_refund_no");
        if (!_trades.TryGetValue(said.Text("out_trade_no"), out var trade)) return (404, Code("RESOURCE_NOT_EXISTS"));
        var (number, fen) = (said.Text("out_refund_no"), said.GetProperty("amount").GetProperty("refund").GetInt64());
        Require(said.GetProperty("amount").GetProperty("total").GetInt64() == trade.Total && said.GetProperty("amount").Text("currency") == "CNY", "INVALID_REQUEST", "total");
        if (trade.Refunds.TryGetValue(number, out var before)) return before.Fen == fen ? AskRefund(number) : (400, Code("INVALID_REQUEST"));
        if (trade.State != "SUCCESS" || trade.Refunds.Values.Sum(back => back.Fen) + fen > trade.Total) return (400, Code("INVALID_REQUEST"));
        trade.Refunds[number] = new(fen, NewRefunds);
        return (200, Written(trade, number));
    }

    private (int Status, string Body) AskRefund(string number)
    {
        if (_trades.Values.FirstOrDefault(trade => trade.Refunds.ContainsKey(number)) is not { } trade) return (404, Code("RESOURCE_NOT_EXISTS"));
        trade.Refunds[number] = trade.Refunds[number] with { Status = OldRefunds };
        return (200, Written(trade, number));
    }

    private static string Written(Trade trade, string number) => JsonSerializer.Serialize(new
    {
        refund_id = "5030" + number[..24],
        out_refund_no = number,
        transaction_id = "4200" + trade.Number[..24],
        out_trade_no = trade.Number,
        status = trade.Refunds[number].Status,
        user_received_account = "招商银行信用卡0403",
        amount = new { total = trade.Total, refund = trade.Refunds[number].Fen, currency = "CNY" },
    });

    private void Exactly(JsonElement said, string[] names) =>
        Require(said.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal), StringComparer.Ordinal), "PARAM_ERROR", said.ToString());

    protected static string Code(string code) => $$"""{"code":"{{code}}","message":"说明"}""";

    [GeneratedRegex("^/v3/pay/transactions/(?<way>native|h5|jsapi)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex("^/v3/pay/transactions/out-trade-no/(?<no>[^/?]+)(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OneTrade();

    [GeneratedRegex("^/v3/refund/domestic/refunds/(?<no>[^/?]+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OneRefund();

    [GeneratedRegex("^[0-9A-Za-z_*-]{6,32}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberShape();
}

internal static class JsonWords
{
    public static string Text(this JsonElement from, string name) => from.GetProperty(name).GetString() ?? "";
}
