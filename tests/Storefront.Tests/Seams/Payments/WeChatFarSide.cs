using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Storefront.Modules.Payments.Gateways;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Plays WeChat Pay's APIv3: every call's signature, headers and fields are checked, every answer and notice signed, notices sealed.</summary>
internal sealed partial class WeChatFarSide(TestClock clock) : WeChatTrades(clock)
{
    private readonly HashSet<string> _nonces = [];
    private readonly HashSet<string> _codes = [];

    /// <summary>The key that signs now, and the id by which it is named.</summary>
    public (string Id, TestKey Key) Signer { get; set; } = (KeyId, TestKeys.Vendor);

    /// <summary>The other key that it has, for callers who ask for it by its id.</summary>
    public (string Id, TestKey Key) Other { get; set; } = (TestKeys.VendorNext.Serial, TestKeys.VendorNext);

    /// <summary>A refusal that it answers next instead of working.</summary>
    public (int Status, string Code)? Refusal { get; set; }

    public IEnumerable<KeyValuePair<string, string?>> Settings => new Dictionary<string, string?>
    {
        ["Payments:WeChatPay:AppId"] = AppId,
        ["Payments:WeChatPay:MerchantId"] = MerchantId,
        ["Payments:WeChatPay:SerialNumber"] = OurSerial,
        ["Payments:WeChatPay:PrivateKey"] = TestKeys.Ours.PrivatePem.ReplaceLineEndings("\\n"),
        ["Payments:WeChatPay:ApiV3Key"] = WeChatSeal.ApiV3Key,
        [$"Payments:WeChatPay:PublicKeys:{KeyId}"] = TestKeys.Vendor.PublicPem,
        ["Payments:WeChatPay:BaseUrl"] = Address.AbsoluteUri,
        ["Payments:WeChatPay:AppSecret"] = AppSecret,
        ["Payments:WeChatPay:AuthorizeUrl"] = new Uri(Address, "/connect/oauth2/authorize").AbsoluteUri,
        ["Payments:WeChatPay:TokenUrl"] = new Uri(Address, "/sns/oauth2/access_token").AbsoluteUri,
        ["Payments:WeChatPay:AppName"] = "山货铺",
        ["Payments:WeChatPay:AppUrl"] = "https://market.example",
    };

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
    public Notice Seal(string id, string kind, string associated, object said) => Sign(WeChatSeal.Seal(id, kind, associated, said));

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

    private Dictionary<string, string> Signed(string body, (string Id, TestKey Key) signer) => WeChatSeal.Sign(body, signer, Clock.GetUtcNow());

    [GeneratedRegex("""^WECHATPAY2-SHA256-RSA2048 mchid="(?<mchid>[^"]+)",serial_no="(?<serial>[^"]+)",timestamp="(?<time>[0-9]{10})",nonce_str="(?<nonce>[0-9A-Za-z]{32})",signature="(?<signature>[^"]+)"$""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Authorization();

    [GeneratedRegex("^[0-9A-Za-z]{1,128}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex StateShape();
}
