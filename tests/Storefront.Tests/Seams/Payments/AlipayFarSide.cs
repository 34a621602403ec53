using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Storefront.Modules.Payments.Gateways;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Plays Alipay's gateway: one address, pages by GET, calls by POST, everything signed and everything checked.</summary>
internal sealed partial class AlipayFarSide(TestClock clock) : AlipayTrades(clock)
{
    private static readonly string[] Common = ["app_id", "method", "format", "charset", "sign_type", "sign", "timestamp", "version", "biz_content"];
    private string _method = "";

    /// <summary>The key that signs now.</summary>
    public TestKey Key { get; set; } = TestKeys.Vendor;

    /// <summary>Some of its programs sign empty values, others leave them out.</summary>
    public bool SignsEmpty { get; set; } = true;

    /// <summary>A business refusal that it answers next instead of working.</summary>
    public string? Refusal { get; set; }

    public IEnumerable<KeyValuePair<string, string?>> Settings => new Dictionary<string, string?>
    {
        ["Payments:Alipay:AppId"] = AppId,
        ["Payments:Alipay:SellerId"] = SellerId,
        ["Payments:Alipay:PrivateKey"] = TestKeys.Ours.Pkcs1,
        ["Payments:Alipay:AlipayPublicKeys:0"] = TestKeys.Vendor.PublicPem,
        ["Payments:Alipay:GatewayUrl"] = new Uri(Address, "/gateway.do").AbsoluteUri,
    };

    /// <summary>The trade's notice as of now.</summary>
    public Notice Notice(string number, params (string Name, string? Value)[] changes)
    {
        var trade = this[number];
        var time = ChinaTime(Clock.GetUtcNow().UtcDateTime);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["gmt_create"] = time,
            ["charset"] = "utf-8",
            ["subject"] = trade.Subject,
            ["body"] = "",
            ["buyer_id"] = "2088000000000002",
            ["buyer_logon_id"] = "138****8888",
            ["version"] = "1.0",
            ["notify_id"] = $"20261122002220900{trade.TradeNo[^8..]}{trade.State}",
            ["notify_type"] = "trade_status_sync",
            ["notify_time"] = time,
            ["app_id"] = AppId,
            ["seller_id"] = SellerId,
            ["out_trade_no"] = trade.Number,
            ["trade_no"] = trade.TradeNo,
            ["trade_status"] = trade.State,
            ["total_amount"] = ClaimedAmount ?? Yuan(trade.Fen),
            ["passback_params"] = "",
        };
        if (trade.State is "TRADE_SUCCESS" or "TRADE_FINISHED") form["gmt_payment"] = time;
        foreach (var (name, value) in changes)
        {
            form.Remove(name);
            if (value is not null) form[name] = value;
        }
        var signed = form.Where(pair => SignsEmpty || pair.Value.Length > 0).ToDictionary();
        form["sign"] = Key.Sign(Text(signed));
        form["sign_type"] = "RSA2";
        var body = string.Join('&', form.Select(pair => $"{WebUtility.UrlEncode(pair.Key)}={WebUtility.UrlEncode(pair.Value)}"));
        return new(System.Text.Encoding.UTF8.GetBytes(body), new Dictionary<string, string>(), Clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>The notice of a refund: the trade's, with what went back altogether.</summary>
    public Notice RefundNotice(string number, string refund)
    {
        var trade = this[number];
        return Notice(number, ("notify_id", $"refund{refund}"), ("out_biz_no", refund), ("refund_fee", Yuan(trade.Refunds.Values.Sum())), ("gmt_refund", ChinaTime(Clock.GetUtcNow().UtcDateTime) + ".123"));
    }

    public static string Text(IEnumerable<KeyValuePair<string, string>> form) =>
        string.Join('&', form.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={pair.Value}"));

    protected override Answer Work(Call call)
    {
        if (call.Target.StartsWith(Cashier, StringComparison.Ordinal) && call.Method == "POST") return PayAtCashier(call.Target[Cashier.Length..], () => TellAsync(call.Target[Cashier.Length..]));
        try
        {
            var form = Fields(call);
            _method = form.GetValueOrDefault("method", "");
            // A browser may come to a page by an address or by a form.
            var isPage = call.Method == "GET" || _method is "alipay.trade.page.pay" or "alipay.trade.wap.pay";
            var content = Check(form, isPage);
            if (isPage) return Open(_method, form, content);
            var refused = Refusal;
            Refusal = null;
            return refused is not null ? Signed(Refused(refused)) : Signed(Do(_method, content));
        }
        catch (Complaint complaint)
        {
            return call.Method == "GET" ? new(400, "text/plain", complaint.Message, None()) : Signed(Words(("code", "40002"), ("msg", "Invalid Arguments"), ("sub_code", complaint.Code)));
        }
    }

    private async Task TellAsync(string number)
    {
        using var wire = new HttpClient();
        using var body = new ByteArrayContent(Notice(number).Body.ToArray());
        body.Headers.ContentType = new("application/x-www-form-urlencoded");
        using var heard = await wire.PostAsync(this[number].NotifyUrl, body);
        heard.EnsureSuccessStatusCode();
    }

    protected override Answer Spoil(Answer answer) => answer with
    {
        Body = Mood switch
        {
            Mood.WronglySigned => SignedPart().Replace(answer.Body, match => $"\"sign\":\"{TestKeys.Stranger.Sign(match.Value)}\""),
            Mood.NotSigned => SignedPart().Replace(answer.Body, "\"x\":\"\""),
            _ => answer.Body.Replace("\"code\":\"10000\"", "\"code\": \"10000\"", StringComparison.Ordinal),
        },
    };

    private Dictionary<string, string> Fields(Call call)
    {
        var (path, query) = call.Target.Split('?', 2) is [var left, var right] ? (left, right) : (call.Target, "");
        Require(path == "/gateway.do", "isv.path", path);
        if (call.Method == "POST") Require(call.Headers.ContentType == "application/x-www-form-urlencoded; charset=utf-8" || (query.Length == 0 && call.Headers.ContentType == "application/x-www-form-urlencoded"), "isv.content-type", call.Headers.ContentType.ToString());
        var form = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in new[] { query, call.Body }.Where(part => part.Length > 0).SelectMany(part => part.Split('&')))
        {
            var (name, value) = pair.Split('=', 2) is [var key, var rest] ? (WebUtility.UrlDecode(key), WebUtility.UrlDecode(rest)) : (pair, "");
            Require(form.TryAdd(name, value), "isv.twice", name);
        }
        return form;
    }

    private Dictionary<string, string> Check(Dictionary<string, string> form, bool isPage)
    {
        string[] allowed = isPage ? [.. Common, "notify_url", "return_url"] : Common;
        foreach (var name in form.Keys) Require(allowed.Contains(name, StringComparer.Ordinal), "isv.unknown-parameter", name);
        foreach (var name in allowed) Require(form.GetValueOrDefault(name, "").Length > 0, "isv.missing-parameter", name);
        Require(form["app_id"] == AppId, "isv.invalid-app-id", form["app_id"]);
        Require(form["format"] == "JSON" && form["charset"] == "utf-8" && form["sign_type"] == "RSA2" && form["version"] == "1.0", "isv.invalid-parameter", "a constant");
        var at = DateTime.ParseExact(form["timestamp"], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) - China;
        Require((Clock.GetUtcNow().UtcDateTime - at).Duration() < TimeSpan.FromMinutes(1), "isv.invalid-timestamp", form["timestamp"]);
        Require(TestKeys.Ours.Verifies(Text(form.Where(pair => pair.Key != "sign" && pair.Value.Length > 0)), form["sign"]), "isv.invalid-signature", "sign");
        if (isPage) Require(Uri.TryCreate(form["notify_url"], UriKind.Absolute, out var url) && url.Query is "", "isv.invalid-notify-url", form["notify_url"]);
        return JsonSerializer.Deserialize<Dictionary<string, string>>(form["biz_content"])!;
    }

    private Answer Signed(string body) => new(200, "text/html;charset=utf-8", $"{{\"{_method.Replace('.', '_')}_response\":{body},\"sign\":\"{Key.Sign(body)}\"}}", None());

    [GeneratedRegex("\"sign\":\"[^\"]*\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SignedPart();
}
