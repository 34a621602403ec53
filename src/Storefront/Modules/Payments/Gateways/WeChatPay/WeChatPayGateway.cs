namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary>WeChat Pay, APIv3: a code to scan on a desktop, their page in a phone's browser, inside the app its own way.</summary>
internal sealed class WeChatPayGateway(WeChatPayClient client, TimeProvider clock) : IPaymentGateway
{
    public const string Name = "wechatpay";
    private readonly WeChatPayCharge _charge = new(client, clock);

    public string Key => Name;

    public IReadOnlyList<string> Problems => client.Setup.Problems;

    /// <summary>Inside the app only where we may ask who the payer is: there it takes nobody else.</summary>
    public bool Fits(Device device) => device != Device.InWeChat || client.Setup.KnowsPayers;

    public WayToPay Way(Device device) => device switch
    {
        Device.InWeChat => WayToPay.App,
        Device.Phone => WayToPay.Page,
        _ => WayToPay.Scan,
    };

    public Task<StartVerdict> StartAsync(StartRequest request, CancellationToken cancel) => _charge.OpenAsync(request, cancel);

    public Task<Received> ReceiveAsync(Notice notice, CancellationToken cancel) => Task.FromResult(WeChatPayNotice.Read(notice, client.Setup));

    public async Task<PaymentSeen> QueryAsync(ChargeRef charge, CancellationToken cancel)
    {
        var mine = client.Setup.Options;
        var answer = await client.CallAsync(HttpMethod.Get, $"{Trade(charge)}?mchid={mine.MerchantId}", content: null, cancel);
        if (IsUnheardOf(answer)) return new(charge.Attempt, PaymentStatus.NotFound);
        if (!answer.IsOk) return new(charge.Attempt, PaymentStatus.Unknown, Why: answer.Why);
        var said = answer.As<WeChatPayTransaction>();
        if (said.OutTradeNo != charge.Attempt || said.Mchid != mine.MerchantId || said.Appid != mine.AppId) throw new InvalidDataException("The answer is about another charge.");
        return WeChatPayWords.Seen(charge.Attempt, said);
    }

    public async Task<CloseVerdict> CloseAsync(ChargeRef charge, CancellationToken cancel)
    {
        var answer = await client.CallAsync(HttpMethod.Post, $"{Trade(charge)}/close", new { mchid = client.Setup.Options.MerchantId }, cancel);
        if (answer.IsOk || answer.Says("ORDER_CLOSED", "ORDERCLOSED")) return CloseVerdict.Closed;
        if (answer.Says("ORDERPAID", "ORDER_PAID")) return CloseVerdict.AlreadyPaid;
        return IsUnheardOf(answer) ? CloseVerdict.NotFound : CloseVerdict.Unknown;
    }

    public async Task<RefundSeen> RefundAsync(RefundRequest request, CancellationToken cancel)
    {
        var answer = await client.CallAsync(HttpMethod.Post, "/v3/refund/domestic/refunds", new
        {
            out_trade_no = request.Charge.Attempt,
            out_refund_no = request.Refund,
            amount = new { refund = request.Sum.Amount.Fen, total = request.Charge.Sum.Amount.Fen, currency = request.Sum.Currency },
        }, cancel);
        if (answer.IsOk) return Seen(request, answer);
        if (!WeChatPayRefusals.EndsRefund(answer)) return new(request.Charge.Attempt, request.Refund, RefundStatus.Unknown, Why: answer.Why);
        // Before a no for good it must be certain that nothing moved under this code: its successor will have another.
        var known = await QueryRefundAsync(request, cancel);
        return known is { Status: RefundStatus.Unknown, Why: null } ? known with { Status = RefundStatus.Failed, Why = answer.Why } : known;
    }

    public async Task<RefundSeen> QueryRefundAsync(RefundRequest request, CancellationToken cancel)
    {
        var answer = await client.CallAsync(HttpMethod.Get, $"/v3/refund/domestic/refunds/{request.Refund}", content: null, cancel);
        if (answer.IsOk) return Seen(request, answer);
        return new(request.Charge.Attempt, request.Refund, RefundStatus.Unknown, Why: answer.Says("RESOURCE_NOT_EXISTS") ? null : answer.Why);
    }

    private static RefundSeen Seen(RefundRequest request, WeChatPayAnswer answer)
    {
        var said = answer.As<WeChatPayRefund>();
        if (said.OutRefundNo != request.Refund || said.OutTradeNo != request.Charge.Attempt) throw new InvalidDataException("The answer is about another refund.");
        return WeChatPayWords.Seen(request.Charge.Attempt, request.Refund, said);
    }

    private static string Trade(ChargeRef charge) => $"/v3/pay/transactions/out-trade-no/{charge.Attempt}";

    private static bool IsUnheardOf(WeChatPayAnswer answer) => answer.Says("ORDER_NOT_EXIST", "ORDERNOTEXIST", "RESOURCE_NOT_EXISTS");
}
