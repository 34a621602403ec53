using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Storefront.Modules.Payments.Gateways;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Plays Alipay's gateway: one address, pages by GET, calls by POST, everything signed and everything checked.</summary>
internal sealed partial class AlipayFarSide(TestClock clock) : VendorFarSide(clock)
{
    public const string AppId = "2021004100000001";
    public const string SellerId = "2088100000000001";
    private static readonly TimeSpan China = TimeSpan.FromHours(8);
    private static readonly string[] Common = ["app_id", "method", "format", "charset", "sign_type", "sign", "timestamp", "version", "biz_content"];
    private readonly Dictionary<string, Trade> _trades = [];
    private string _method = "";

    internal sealed class Trade
    {
        public required string Number { get; init; }

        public required long Fen { get; init; }

        public required string TradeNo { get; init; }

        public required Uri NotifyUrl { get; init; }

        public required string Subject { get; init; }

        public required DateTime ExpiresAt { get; init; }

        public string State { get; set; } = "WAIT_BUYER_PAY";

        public Dictionary<string, long> Refunds { get; } = [];

        /// <summary>A trade whose money has all gone back is closed as well.</summary>
        public bool IsPaid => State is "TRADE_SUCCESS" or "TRADE_FINISHED" || Refunds.Count > 0;
    }

    /// <summary>The key that signs now.</summary>
    public TestKey Key { get; set; } = TestKeys.Vendor;

    /// <summary>Some of its programs sign empty values, others leave them out.</summary>
    public bool SignsEmpty { get; set; } = true;

    /// <summary>What it claims was paid, when it is to lie.</summary>
    public string? ClaimedAmount { get; set; }

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

    public Trade this[string number] => InTurn(() => _trades[number]);

    public bool Knows(string number) => InTurn(() => _trades.ContainsKey(number));

    public IReadOnlyList<Trade> Trades => InTurn(() => _trades.Values.ToList());

    /// <summary>False: nothing is open under this number.</summary>
    public bool TryPay(string number) => InTurn(() =>
    {
        if (!_trades.TryGetValue(number, out var trade) || trade.State != "WAIT_BUYER_PAY") return false;
        trade.State = "TRADE_SUCCESS";
        return true;
    });

    public void Pay(string number)
    {
        if (!TryPay(number)) throw new InvalidOperationException("Not open.");
    }

    public void Close(string number) => InTurn(() => _trades[number].State = "TRADE_CLOSED");

    public void Finish(string number) => InTurn(() => _trades[number].State = "TRADE_FINISHED");

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
        try
        {
            var form = Fields(call);
            _method = form.GetValueOrDefault("method", "");
            var content = Check(form, call.Method == "GET");
            if (call.Method == "GET") return Open(form, content);
            var refused = Refusal;
            Refusal = null;
            return refused is not null ? Signed(Refused(refused)) : Signed(Do(content));
        }
        catch (Complaint complaint)
        {
            return call.Method == "GET" ? new(400, "text/plain", complaint.Message, None()) : Signed(Words(("code", "40002"), ("msg", "Invalid Arguments"), ("sub_code", complaint.Code)));
        }
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
        if (call.Method == "POST") Require(call.Headers.ContentType == "application/x-www-form-urlencoded; charset=utf-8", "isv.content-type", call.Headers.ContentType.ToString());
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

    private Answer Open(Dictionary<string, string> form, Dictionary<string, string> content)
    {
        var isPhone = _method == "alipay.trade.wap.pay";
        Require(isPhone || _method == "alipay.trade.page.pay", "isv.invalid-method", _method);
        Exactly(content, ["out_trade_no", "total_amount", "subject", "product_code", "time_expire", .. isPhone ? new[] { "quit_url" } : []]);
        Require(content["product_code"] == (isPhone ? "QUICK_WAP_WAY" : "FAST_INSTANT_TRADE_PAY"), "ACQ.ACCESS_FORBIDDEN", content["product_code"]);
        Require(content["subject"].Length is > 0 and <= 256 && content["subject"].IndexOfAny(['/', '=', '&']) < 0, "ACQ.INVALID_PARAMETER", "subject");
        var expires = DateTime.ParseExact(content["time_expire"], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) - China;
        var life = expires - Clock.GetUtcNow().UtcDateTime;
        Require(life >= TimeSpan.FromMinutes(1) && life <= TimeSpan.FromDays(15), "ACQ.INVALID_PARAMETER", $"time_expire {content["time_expire"]}");
        var (number, fen) = (Number(content, "out_trade_no"), Fen(content, "total_amount"));
        if (_trades.TryGetValue(number, out var known) && known.Fen != fen) return new(400, "text/plain", "CONTEXT_INCONSISTENT", None());
        _trades.TryAdd(number, new() { Number = number, Fen = fen, Subject = content["subject"], NotifyUrl = new(form["notify_url"]), ExpiresAt = expires, TradeNo = $"2026112222001400{_trades.Count:D12}" });
        return new(200, "text/html", "pay here", None());
    }

    private string Do(Dictionary<string, string> content)
    {
        string[] fields = _method switch
        {
            "alipay.trade.query" or "alipay.trade.close" => ["out_trade_no"],
            "alipay.trade.refund" => ["out_trade_no", "refund_amount", "out_request_no"],
            "alipay.trade.fastpay.refund.query" => ["out_trade_no", "out_request_no"],
            _ => [],
        };
        Require(fields.Length > 0, "isv.invalid-method", _method);
        Exactly(content, fields);
        if (!_trades.TryGetValue(Number(content, "out_trade_no"), out var trade)) return Refused("ACQ.TRADE_NOT_EXIST");
        return _method switch
        {
            "alipay.trade.query" => Words(("code", "10000"), ("msg", "Success"), ("buyer_logon_id", "138****8888"), ("out_trade_no", trade.Number), ("trade_no", trade.TradeNo), ("trade_status", trade.State), ("total_amount", ClaimedAmount ?? Yuan(trade.Fen))),
            "alipay.trade.close" => CloseNow(trade),
            "alipay.trade.refund" => Refund(trade, Number(content, "out_request_no"), Fen(content, "refund_amount")),
            _ => AskRefund(trade, Number(content, "out_request_no")),
        };
    }

    private string CloseNow(Trade trade)
    {
        if (trade.State != "WAIT_BUYER_PAY") return Refused("ACQ.TRADE_STATUS_ERROR");
        trade.State = "TRADE_CLOSED";
        return Words(("code", "10000"), ("msg", "Success"), ("out_trade_no", trade.Number), ("trade_no", trade.TradeNo));
    }

    private string Refund(Trade trade, string number, long fen)
    {
        var isRepeated = trade.Refunds.TryGetValue(number, out var before);
        if (isRepeated && before != fen) return Refused("ACQ.DISCORDANT_REPEAT_REQUEST");
        if (!isRepeated && trade.State == "TRADE_FINISHED") return Refused("ACQ.TRADE_HAS_FINISHED");
        if (!isRepeated && trade.State == "TRADE_CLOSED") return Refused("ACQ.TRADE_HAS_CLOSE");
        if (!isRepeated && trade.State != "TRADE_SUCCESS") return Refused("ACQ.TRADE_STATUS_ERROR");
        if (!isRepeated && trade.Refunds.Values.Sum() + fen > trade.Fen) return Refused("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL");
        trade.Refunds[number] = fen;
        if (trade.Refunds.Values.Sum() == trade.Fen) trade.State = "TRADE_CLOSED";
        return Words(
            ("code", "10000"), ("msg", "Success"), ("buyer_user_id", "2088000000000002"), ("fund_change", isRepeated ? "N" : "Y"), ("out_trade_no", trade.Number),
            ("refund_fee", Yuan(trade.Refunds.Values.Sum())), ("trade_no", trade.TradeNo));
    }

    private static string AskRefund(Trade trade, string number) => trade.Refunds.TryGetValue(number, out var fen)
        ? Words(("code", "10000"), ("msg", "Success"), ("out_request_no", number), ("out_trade_no", trade.Number), ("refund_amount", Yuan(fen)), ("refund_status", "REFUND_SUCCESS"), ("total_amount", Yuan(trade.Fen)), ("trade_no", trade.TradeNo))
        : Words(("code", "10000"), ("msg", "Success"));

    private static string Refused(string code) => Words(("code", code.StartsWith("isp.", StringComparison.Ordinal) ? "20000" : "40004"), ("msg", "Business Failed"), ("sub_code", code));

    private void Exactly(Dictionary<string, string> content, string[] names)
    {
        Require(content.Keys.Order(StringComparer.Ordinal).SequenceEqual(names.Order(StringComparer.Ordinal), StringComparer.Ordinal), "ACQ.INVALID_PARAMETER", string.Join(',', content.Keys));
        foreach (var (name, value) in content) Require(value.Length > 0, "ACQ.INVALID_PARAMETER", name);
    }

    private string Number(Dictionary<string, string> content, string name)
    {
        Require(NumberShape().IsMatch(content[name]), "ACQ.INVALID_PARAMETER", name);
        return content[name];
    }

    private long Fen(Dictionary<string, string> content, string name)
    {
        Require(AmountShape().IsMatch(content[name]), "ACQ.INVALID_PARAMETER", name);
        var fen = (long)(decimal.Parse(content[name], CultureInfo.InvariantCulture) * 100);
        Require(fen is > 0 and <= 10_000_000_000, "ACQ.TOTAL_FEE_EXCEED", name);
        return fen;
    }

    /// <summary>Written as no serialiser writes it, slashes escaped and blanks where they please.</summary>
    private static string Words(params (string Name, string Value)[] words) =>
        "{" + string.Join(", ", words.Select(word => $"\"{word.Name}\":\"{word.Value}\"")) + ",\"extra\":\"冬蜜\\/3\"}";

    private Answer Signed(string body) => new(200, "text/html;charset=utf-8", $"{{\"{_method.Replace('.', '_')}_response\":{body},\"sign\":\"{Key.Sign(body)}\"}}", None());

    private static Dictionary<string, string> None() => [];

    private static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    private static string ChinaTime(DateTime utc) => (utc + China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    [GeneratedRegex("\"sign\":\"[^\"]*\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SignedPart();

    [GeneratedRegex("^[0-9A-Za-z_]{1,64}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})\.[0-9]{2}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AmountShape();
}
