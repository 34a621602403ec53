using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Storefront.Modules.Payments.Gateways;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Plays WeChat Pay's APIv3: every call's signature, headers and fields are checked, every answer and notice signed, notices sealed.</summary>
internal sealed partial class WeChatFarSide(TestClock clock) : VendorFarSide(clock)
{
    public const string AppId = "wx0123456789abcdef";
    public const string MerchantId = "1900000001";
    public const string OurSerial = "5157F09EFDC096DE15EBE81A47057A7232F1B8E1";
    public const string KeyId = "PUB_KEY_ID_0119000000012026112200000000000001";
    public const string AppSecret = "0123456789abcdef0123456789abcdef";
    public const string OpenId = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o";
    private const string ApiV3Key = "0123456789abcdef0123456789ABCDEF";
    private readonly Dictionary<string, Trade> _trades = [];
    private readonly HashSet<string> _nonces = [];
    private readonly HashSet<string> _codes = [];

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

    /// <summary>The key that signs now, and the id by which it is named.</summary>
    public (string Id, TestKey Key) Signer { get; set; } = (KeyId, TestKeys.Vendor);

    /// <summary>The other key that it has, for callers who ask for it by its id.</summary>
    public (string Id, TestKey Key) Other { get; set; } = (TestKeys.VendorNext.Serial, TestKeys.VendorNext);

    /// <summary>The shop under test has no certificate of its own.</summary>
    public bool TakesPlainAddresses { get; set; }

    public long? ClaimedTotal { get; set; }

    public string ClaimedCurrency { get; set; } = "CNY";

    /// <summary>What a refund is at once after it was asked for, and when it is asked about.</summary>
    public string NewRefunds { get; set; } = "PROCESSING";

    public string OldRefunds { get; set; } = "SUCCESS";

    /// <summary>A refusal that it answers next instead of working.</summary>
    public (int Status, string Code)? Refusal { get; set; }

    public IEnumerable<KeyValuePair<string, string?>> Settings => new Dictionary<string, string?>
    {
        ["Payments:WeChatPay:AppId"] = AppId,
        ["Payments:WeChatPay:MerchantId"] = MerchantId,
        ["Payments:WeChatPay:SerialNumber"] = OurSerial,
        ["Payments:WeChatPay:PrivateKey"] = TestKeys.Ours.PrivatePem.ReplaceLineEndings("\\n"),
        ["Payments:WeChatPay:ApiV3Key"] = ApiV3Key,
        [$"Payments:WeChatPay:PublicKeys:{KeyId}"] = TestKeys.Vendor.PublicPem,
        ["Payments:WeChatPay:BaseUrl"] = Address.AbsoluteUri,
        ["Payments:WeChatPay:AppSecret"] = AppSecret,
        ["Payments:WeChatPay:AuthorizeUrl"] = new Uri(Address, "/connect/oauth2/authorize").AbsoluteUri,
        ["Payments:WeChatPay:TokenUrl"] = new Uri(Address, "/sns/oauth2/access_token").AbsoluteUri,
        ["Payments:WeChatPay:AppName"] = "山货铺",
        ["Payments:WeChatPay:AppUrl"] = "https://market.example",
    };

    public Trade this[string number] => InTurn(() => _trades[number]);

    public void Become(string number, string state) => InTurn(() => _trades[number].State = state);

    public Notice Notice(string number, params (string Name, object? Value)[] changes)
    {
        var trade = this[number];
        var said = new Dictionary<string, object?>
        {
            ["mchid"] = MerchantId,
            ["appid"] = AppId,
            ["out_trade_no"] = number,
            ["transaction_id"] = "4200" + number[..24],
            ["trade_type"] = "NATIVE",
            ["trade_state"] = trade.State,
            ["trade_state_desc"] = "支付成功",
            ["bank_type"] = "OTHERS",
            ["attach"] = "",
            ["success_time"] = "2026-11-22T09:00:00+08:00",
            ["payer"] = new { openid = "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o" },
            ["amount"] = new { total = ClaimedTotal ?? trade.Total, payer_total = trade.Total, currency = ClaimedCurrency, payer_currency = "CNY" },
        };
        foreach (var (name, value) in changes) said[name] = value;
        return Seal($"EV-{number}", "TRANSACTION." + trade.State, "transaction", said);
    }

    public Notice RefundNotice(string number, string refund, string status)
    {
        var fen = this[number].Refunds.GetValueOrDefault(refund)?.Fen ?? 1;
        return Seal($"ER-{refund}-{status}", "REFUND." + status, "refund", new
        {
            mchid = MerchantId,
            out_trade_no = number,
            transaction_id = "4200" + number[..24],
            out_refund_no = refund,
            refund_id = "5030" + refund[..24],
            refund_status = status,
            success_time = "2026-11-22T09:00:00+08:00",
            user_received_account = "招商银行信用卡0403",
            amount = new { total = 12_345, refund = fen, payer_total = 12_345, payer_refund = fen },
        });
    }

    /// <param name="associated">May be empty.</param>
    public Notice Seal(string id, string kind, string associated, object said)
    {
        var nonce = RandomNumberGenerator.GetHexString(12, lowercase: true);
        var plain = JsonSerializer.SerializeToUtf8Bytes(said);
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using (var aes = new AesGcm(Encoding.ASCII.GetBytes(ApiV3Key), 16)) aes.Encrypt(Encoding.ASCII.GetBytes(nonce), plain, cipher, tag, Encoding.ASCII.GetBytes(associated));
        var ciphertext = Convert.ToBase64String([.. cipher, .. tag]);
        return Sign(JsonSerializer.Serialize(new
        {
            id,
            create_time = "2026-11-22T09:00:00+08:00",
            resource_type = "encrypt-resource",
            event_type = kind,
            summary = "支付成功",
            resource = new { algorithm = "AEAD_AES_256_GCM", original_type = associated, ciphertext, associated_data = associated, nonce },
        }));
    }

    public Notice Sign(string body) => new(Encoding.UTF8.GetBytes(body), Signed(body, Signer), Clock.GetUtcNow().UtcDateTime);

    protected override Answer Work(Call call)
    {
        if (call.Target.StartsWith("/connect/oauth2/authorize?", StringComparison.Ordinal)) return Authorize(call);
        if (call.Target.StartsWith("/sns/oauth2/access_token?", StringComparison.Ordinal)) return Tell(call);
        var asked = call.Headers["Wechatpay-Serial"].ToString();
        try
        {
            Check(call);
            var (status, body) = Refusal is { } refusal ? (refusal.Status, Code(refusal.Code)) : Route(call);
            Refusal = null;
            return new(status, "application/json", body, Signed(body, asked == Other.Id ? Other : Signer));
        }
        catch (Complaint complaint)
        {
            return complaint.Code == "SIGN_ERROR" ? new(401, "application/json", Code(complaint.Code), new Dictionary<string, string>()) : new(400, "application/json", Code(complaint.Code), Signed(Code(complaint.Code), Signer));
        }
    }

    /// <summary>The page that knows whose app it is in, and sends the browser back with a code.</summary>
    private Answer Authorize(Call call)
    {
        var query = QueryHelpers.ParseQuery(call.Target[call.Target.IndexOf('?', StringComparison.Ordinal)..]);
        Require(query["appid"] == AppId && query["response_type"] == "code" && query["scope"] == "snsapi_base", "PARAM_ERROR", call.Target);
        Require(StateShape().IsMatch(query["state"].ToString()), "PARAM_ERROR", "state");
        var code = RandomNumberGenerator.GetHexString(32, lowercase: true);
        _codes.Add(code);
        return new(302, "text/html", "", new Dictionary<string, string> { ["Location"] = QueryHelpers.AddQueryString(query["redirect_uri"].ToString(), new Dictionary<string, string?> { ["code"] = code, ["state"] = query["state"] }) });
    }

    /// <summary>A code is good for once; refusals come with status 200.</summary>
    private Answer Tell(Call call)
    {
        var query = QueryHelpers.ParseQuery(call.Target[call.Target.IndexOf('?', StringComparison.Ordinal)..]);
        Require(query["appid"] == AppId && query["secret"] == AppSecret && query["grant_type"] == "authorization_code", "PARAM_ERROR", call.Target);
        var good = _codes.Remove(query["code"].ToString());
        return new(200, "text/plain", good
            ? $$"""{"access_token":"ACCESS","expires_in":7200,"refresh_token":"REFRESH","openid":"{{OpenId}}","scope":"snsapi_base"}"""
            : """{"errcode":40163,"errmsg":"code been used"}""", new Dictionary<string, string>());
    }

    protected override Answer Spoil(Answer answer) => Mood switch
    {
        Mood.WronglySigned => answer with { Headers = Signed(answer.Body, (Signer.Id, TestKeys.Stranger)) },
        Mood.NotSigned => new(answer.Status < 300 ? answer.Status : 502, answer.ContentType, answer.Body, new Dictionary<string, string>()),
        _ => answer with { Status = 200, Body = answer.Body + " " },
    };

    private void Check(Call call)
    {
        var match = Authorization().Match(call.Headers.Authorization.ToString());
        Require(match.Success, "SIGN_ERROR", call.Headers.Authorization.ToString());
        var (time, nonce) = (match.Groups["time"].Value, match.Groups["nonce"].Value);
        Require(match.Groups["mchid"].Value == MerchantId && match.Groups["serial"].Value == OurSerial, "SIGN_ERROR", "merchant or serial number");
        Require(Math.Abs(Clock.GetUtcNow().ToUnixTimeSeconds() - long.Parse(time, CultureInfo.InvariantCulture)) <= 300, "SIGN_ERROR", "time");
        Require(_nonces.Add(nonce), "SIGN_ERROR", "nonce used twice");
        Require(TestKeys.Ours.Verifies($"{call.Method}\n{call.Target}\n{time}\n{nonce}\n{call.Body}\n", match.Groups["signature"].Value), "SIGN_ERROR", "signature");
        Require(call.Headers.Accept == "application/json" && call.Headers.UserAgent.ToString().Length > 0, "PARAM_ERROR", "Accept or User-Agent");
        Require(call.Method == "GET" ? call.Body.Length == 0 : call.Headers.ContentType.ToString().StartsWith("application/json", StringComparison.Ordinal), "PARAM_ERROR", "Content-Type");
        var serial = call.Headers["Wechatpay-Serial"].ToString();
        Require(serial == "" || serial == Signer.Id || serial == Other.Id, "PARAM_ERROR", $"Wechatpay-Serial {serial}");
    }

    private (int Status, string Body) Route(Call call)
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

    private Dictionary<string, string> Signed(string body, (string Id, TestKey Key) signer)
    {
        var (time, nonce) = (Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), RandomNumberGenerator.GetHexString(32));
        return new(StringComparer.OrdinalIgnoreCase)
        {
            ["Wechatpay-Timestamp"] = time,
            ["Wechatpay-Nonce"] = nonce,
            ["Wechatpay-Serial"] = signer.Id,
            ["Wechatpay-Signature"] = signer.Key.Sign($"{time}\n{nonce}\n{body}\n"),
        };
    }

    private void Exactly(JsonElement said, string[] names) =>
        Require(said.EnumerateObject().Select(field => field.Name).Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal), StringComparer.Ordinal), "PARAM_ERROR", said.ToString());

    private static string Code(string code) => $$"""{"code":"{{code}}","message":"说明"}""";

    [GeneratedRegex("""^WECHATPAY2-SHA256-RSA2048 mchid="(?<mchid>[^"]+)",serial_no="(?<serial>[^"]+)",timestamp="(?<time>[0-9]{10})",nonce_str="(?<nonce>[0-9A-Za-z]{32})",signature="(?<signature>[^"]+)"$""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Authorization();

    [GeneratedRegex("^/v3/pay/transactions/(?<way>native|h5|jsapi)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex("^/v3/pay/transactions/out-trade-no/(?<no>[^/?]+)(?<rest>.*)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OneTrade();

    [GeneratedRegex("^/v3/refund/domestic/refunds/(?<no>[^/?]+)$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex OneRefund();

    [GeneratedRegex("^[0-9A-Za-z]{1,128}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StateShape();

    [GeneratedRegex("^[0-9A-Za-z_*-]{6,32}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberShape();
}

internal static class JsonWords
{
    public static string Text(this JsonElement from, string name) => from.GetProperty(name).GetString() ?? "";
}
