using System.Globalization;
using System.Text.RegularExpressions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>The trades that Alipay keeps, and what its pages and calls do to them. Every field is checked.</summary>
internal abstract partial class AlipayTrades(TestClock clock) : VendorFarSide(clock)
{
    public const string AppId = "2021004100000001";
    public const string SellerId = "2088100000000001";
    protected const string Cashier = "/cashier/";
    protected static readonly TimeSpan China = TimeSpan.FromHours(8);
    private readonly Dictionary<string, Trade> _trades = [];

    internal sealed class Trade
    {
        public required string Number { get; init; }

        public required long Fen { get; init; }

        public required string TradeNo { get; init; }

        public required Uri NotifyUrl { get; init; }

        public required Uri ReturnUrl { get; init; }

        public required string Subject { get; init; }

        public required DateTime ExpiresAt { get; init; }

        public string State { get; set; } = "WAIT_BUYER_PAY";

        public Dictionary<string, long> Refunds { get; } = [];

        /// <summary>A trade whose money has all gone back is closed as well.</summary>
        public bool IsPaid => State is "TRADE_SUCCESS" or "TRADE_FINISHED" || Refunds.Count > 0;
    }

    /// <summary>What it claims was paid, when it is to lie.</summary>
    public string? ClaimedAmount { get; set; }

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

    /// <summary>The page on which the payer pays.</summary>
    protected Answer Open(string method, Dictionary<string, string> form, Dictionary<string, string> content)
    {
        var isPhone = method == "alipay.trade.wap.pay";
        Require(isPhone || method == "alipay.trade.page.pay", "isv.invalid-method", method);
        Exactly(content, ["out_trade_no", "total_amount", "subject", "product_code", "time_expire", .. isPhone ? new[] { "quit_url" } : []]);
        Require(content["product_code"] == (isPhone ? "QUICK_WAP_WAY" : "FAST_INSTANT_TRADE_PAY"), "ACQ.ACCESS_FORBIDDEN", content["product_code"]);
        Require(content["subject"].Length is > 0 and <= 256 && content["subject"].IndexOfAny(['/', '=', '&']) < 0, "ACQ.INVALID_PARAMETER", "subject");
        var expires = DateTime.ParseExact(content["time_expire"], "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) - China;
        var life = expires - Clock.GetUtcNow().UtcDateTime;
        Require(life >= TimeSpan.FromMinutes(1) && life <= TimeSpan.FromDays(15), "ACQ.INVALID_PARAMETER", $"time_expire {content["time_expire"]}");
        var (number, fen) = (Number(content, "out_trade_no"), Fen(content, "total_amount"));
        if (_trades.TryGetValue(number, out var known) && known.Fen != fen) return new(400, "text/plain", "CONTEXT_INCONSISTENT", None());
        _trades.TryAdd(number, new() { Number = number, Fen = fen, Subject = content["subject"], NotifyUrl = new(form["notify_url"]), ReturnUrl = new(form["return_url"]), ExpiresAt = expires, TradeNo = $"2026112222001400{_trades.Count:D12}" });
        return new(200, "text/html", $"""<!DOCTYPE html><title>Cashier</title><link rel="icon" href="data:,"><h1>{content["subject"]}</h1><form method="post" action="{Cashier}{number}"><button>{Yuan(fen)}</button></form>""", None());
    }

    /// <summary>The payer has pressed the button: the shop hears of it, and the payer is sent back.</summary>
    protected Answer PayAtCashier(string number, Func<Task> tell)
    {
        Pay(number);
        var trade = this[number];
        var back = $"{trade.ReturnUrl}?charset=utf-8&out_trade_no={number}&total_amount={Yuan(trade.Fen)}&trade_no={trade.TradeNo}";
        return new(302, "text/html", "", new Dictionary<string, string> { ["Location"] = back }) { First = tell };
    }

    protected string Do(string method, Dictionary<string, string> content)
    {
        string[] fields = method switch
        {
            "alipay.trade.query" or "alipay.trade.close" => ["out_trade_no"],
            "alipay.trade.refund" => ["out_trade_no", "refund_amount", "out_request_no"],
            "alipay.trade.fastpay.refund.query" => ["out_trade_no", "out_request_no"],
            _ => [],
        };
        Require(fields.Length > 0, "isv.invalid-method", method);
        Exactly(content, fields);
        if (!_trades.TryGetValue(Number(content, "out_trade_no"), out var trade)) return Refused("ACQ.TRADE_NOT_EXIST");
        return method switch
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

    protected static string Refused(string code) => Words(("code", code.StartsWith("isp.", StringComparison.Ordinal) ? "20000" : "40004"), ("msg", "Business Failed"), ("sub_code", code));

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
    protected static string Words(params (string Name, string Value)[] words) =>
        "{" + string.Join(", ", words.Select(word => $"\"{word.Name}\":\"{word.Value}\"")) + ",\"extra\":\"冬蜜\\/3\"}";

    protected static Dictionary<string, string> None() => [];

    protected static string Yuan(long fen) => (fen / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    protected static string ChinaTime(DateTime utc) => (utc + China).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    [GeneratedRegex("^[0-9A-Za-z_]{1,64}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex NumberShape();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,8})\.[0-9]{2}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex AmountShape();
}
