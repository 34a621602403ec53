using System.Text.RegularExpressions;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Gateways.Alipay;

/// <summary>Alipay by its open API: a page of theirs on a desktop and on a phone. Starting calls nobody: the trade exists when the payer has opened the page.</summary>
internal sealed partial class AlipayGateway(AlipayClient client, TimeProvider clock) : IPaymentGateway
{
    public const string Name = "alipay";

    /// <summary>The vendor wants a minute; the way there takes a moment.</summary>
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(65);

    /// <summary>The time of signing is in the link, and what is too long ago the vendor refuses: who comes back later gets a fresh one.</summary>
    private static readonly TimeSpan LinkLife = TimeSpan.FromMinutes(5);

    public string Key => Name;

    public IReadOnlyList<string> Problems => client.Setup.Problems;

    /// <summary>Inside WeChat its pages do not open.</summary>
    public bool Fits(Device device) => device != Device.InWeChat;

    public Task<StartVerdict> StartAsync(StartRequest request, CancellationToken cancel)
    {
        if (request.Sum.Currency != Sum.Yuan) return Task.FromResult<StartVerdict>(new StartVerdict.Refused("only CNY"));
        var soonest = clock.GetUtcNow().UtcDateTime + ShortestLife;
        var content = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["out_trade_no"] = request.Attempt,
            ["total_amount"] = request.Sum.Amount.ToYuan(),
            ["subject"] = Forbidden().Replace(request.Title, " "),
            // Also for a page that stays open: after it nobody can begin to pay, whether the trade exists by then or not.
            ["time_expire"] = AlipayRequest.ChinaTime(request.ExpiresAt < soonest ? soonest : request.ExpiresAt),
        };
        var isPhone = request.Payer.Device == Device.Phone;
        content["product_code"] = isPhone ? "QUICK_WAP_WAY" : "FAST_INSTANT_TRADE_PAY";
        if (isPhone) content["quit_url"] = request.ReturnUrl.AbsoluteUri;
        // A form would be followed by redirects within the vendor's hosts, which our policy for forms would have to name.
        var page = client.PageUrl(isPhone ? "alipay.trade.wap.pay" : "alipay.trade.page.pay", content, request.NoticeUrl, request.ReturnUrl);
        return Task.FromResult<StartVerdict>(new StartVerdict.Begun(new NextStep.Redirect(page), VendorReference: null, clock.GetUtcNow().UtcDateTime + LinkLife));
    }

    public Task<Received> ReceiveAsync(Notice notice, CancellationToken cancel) => Task.FromResult(AlipayNotice.Read(notice.Body.Span, client.Setup));

    public async Task<PaymentSeen> QueryAsync(ChargeRef charge, CancellationToken cancel)
    {
        var answer = await client.CallAsync("alipay.trade.query", Trade(charge), cancel);
        if (answer.Says("ACQ.TRADE_NOT_EXIST")) return new(charge.Attempt, PaymentStatus.NotFound);
        if (!answer.IsOk) return new(charge.Attempt, PaymentStatus.Unknown, Why: answer.Why);
        MustBe(answer, "out_trade_no", charge.Attempt);
        return AlipayTrade.Seen(charge.Attempt, answer.Text);
    }

    public async Task<CloseVerdict> CloseAsync(ChargeRef charge, CancellationToken cancel)
    {
        var answer = await client.CallAsync("alipay.trade.close", Trade(charge), cancel);
        if (answer.IsOk) return CloseVerdict.Closed;
        if (answer.Says("ACQ.TRADE_NOT_EXIST")) return CloseVerdict.NotFound;
        if (!answer.Says("ACQ.TRADE_STATUS_ERROR", "ACQ.REASON_TRADE_STATUS_INVALID", "ACQ.REASON_ILLEGAL_STATUS")) return CloseVerdict.Unknown;
        // It is in no state to be closed: paid or closed already, and only asking tells which.
        return (await QueryAsync(charge, cancel)).Status switch
        {
            PaymentStatus.Paid => CloseVerdict.AlreadyPaid,
            PaymentStatus.Expired => CloseVerdict.Closed,
            _ => CloseVerdict.Unknown,
        };
    }

    public async Task<RefundSeen> RefundAsync(RefundRequest request, CancellationToken cancel)
    {
        var answer = await client.CallAsync("alipay.trade.refund", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["out_trade_no"] = request.Charge.Attempt,
            ["refund_amount"] = request.Sum.Amount.ToYuan(),
            ["out_request_no"] = request.Refund,
        }, cancel);
        if (!answer.IsOk && !AlipayRefusals.IsFinal(answer)) return Seen(request, RefundStatus.Unknown, answer.Why);
        if (answer.IsOk)
        {
            MustBe(answer, "out_trade_no", request.Charge.Attempt);
            // What it calls its fee is all that went back so far. When that is just what was to be expected, this refund has moved.
            var moved = AlipayTrade.SumOf(answer.Text("refund_fee"))?.Amount - request.RefundedBefore;
            if (answer.Text("fund_change") == "Y" && moved == request.Sum.Amount) return Seen(request, RefundStatus.Succeeded, reference: answer.Text("trade_no"));
        }
        // "No fund change" may be a repetition, and before a no for good it must be certain that nothing moved under this code.
        var known = await QueryRefundAsync(request, cancel);
        return known is { Status: RefundStatus.Unknown, Why: null } && !answer.IsOk ? Seen(request, RefundStatus.Failed, answer.Why) : known;
    }

    public async Task<RefundSeen> QueryRefundAsync(RefundRequest request, CancellationToken cancel)
    {
        var answer = await client.CallAsync("alipay.trade.fastpay.refund.query", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["out_trade_no"] = request.Charge.Attempt,
            ["out_request_no"] = request.Refund,
        }, cancel);
        if (!answer.IsOk && !answer.Says("ACQ.TRADE_NOT_EXIST")) return Seen(request, RefundStatus.Unknown, answer.Why);
        // Without its state the vendor has not received it, or it failed: both mean that nothing moved and that it may be sent again under the same code.
        if (answer.Text("refund_status") != "REFUND_SUCCESS") return Seen(request, RefundStatus.Unknown);
        MustBe(answer, "out_request_no", request.Refund);
        return Seen(request, RefundStatus.Succeeded, reference: answer.Text("trade_no")) with { Sum = AlipayTrade.SumOf(answer.Text("refund_amount")) };
    }

    private static Dictionary<string, string> Trade(ChargeRef charge) => new(StringComparer.Ordinal) { ["out_trade_no"] = charge.Attempt };

    private static RefundSeen Seen(RefundRequest request, RefundStatus status, string? why = null, string? reference = null) =>
        new(request.Charge.Attempt, request.Refund, status, status == RefundStatus.Succeeded ? request.Sum : null, reference, why);

    private static void MustBe(AlipayAnswer answer, string name, string asked)
    {
        if (answer.Text(name) != asked) throw new InvalidDataException($"The answer is about another {name}.");
    }

    /// <summary>Signs that the vendor refuses in a subject.</summary>
    [GeneratedRegex(@"[/=&\p{C}]", RegexOptions.NonBacktracking)]
    private static partial Regex Forbidden();
}
