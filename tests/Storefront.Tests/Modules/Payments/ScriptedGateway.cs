using System.Text.Json;
using Storefront.Modules.Payments.Gateways;

namespace Storefront.Tests.Modules.Payments;

/// <summary>A gateway that says what the test tells it to. Its notices are unsigned JSON: this is about what the module makes of them.</summary>
internal sealed class ScriptedGateway : IPaymentGateway
{
    private static readonly Reply Accepted = new(202, "application/json", """{"code":"OK"}""");

    public Func<StartRequest, CancellationToken, Task<StartVerdict>> OnStart { get; set; } = (_, _) => Task.FromResult<StartVerdict>(new StartVerdict.Begun(new NextStep.Redirect(new("https://vendor.example/pay")), "v1"));

    public Func<ChargeRef, PaymentSeen> OnQuery { get; set; } = charge => new(charge.Attempt, PaymentStatus.Waiting);

    public Func<CloseVerdict> OnClose { get; set; } = () => CloseVerdict.Closed;

    public Func<RefundRequest, RefundSeen> OnRefund { get; set; } = request => new(request.Charge.Attempt, request.Refund, RefundStatus.Succeeded);

    public Func<RefundRequest, RefundSeen> OnQueryRefund { get; set; } = request => new(request.Charge.Attempt, request.Refund, RefundStatus.Unknown);

    public List<string> Starts { get; } = [];

    public List<string> Refunds { get; } = [];

    public string Key => "scripted";

    public IReadOnlyList<string> Problems => [];

    public static Notice NoticeOf(string id, Observation what) => new(JsonSerializer.SerializeToUtf8Bytes(new GatewayEvent(id, what)), new Dictionary<string, string>(), DateTime.UnixEpoch);

    public bool Fits(Device device) => true;

    public Task<StartVerdict> StartAsync(StartRequest request, CancellationToken cancel)
    {
        Starts.Add(request.Attempt);
        return OnStart(request, cancel);
    }

    public Task<Received> ReceiveAsync(Notice notice, CancellationToken cancel) => Task.FromResult<Received>(notice.Body.Length == 0
        ? new Received.Rejected("empty", new(401, "text/plain", ""))
        : new Received.Events([JsonSerializer.Deserialize<GatewayEvent>(notice.Body.Span)!], "redacted", Accepted));

    public Task<PaymentSeen> QueryAsync(ChargeRef charge, CancellationToken cancel) => Task.FromResult(OnQuery(charge));

    public Task<CloseVerdict> CloseAsync(ChargeRef charge, CancellationToken cancel) => Task.FromResult(OnClose());

    public Task<RefundSeen> RefundAsync(RefundRequest request, CancellationToken cancel)
    {
        Refunds.Add(request.Refund);
        return Task.FromResult(OnRefund(request));
    }

    public Task<RefundSeen> QueryRefundAsync(RefundRequest request, CancellationToken cancel) => Task.FromResult(OnQueryRefund(request));
}
