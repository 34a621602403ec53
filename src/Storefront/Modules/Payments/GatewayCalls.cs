using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;
using Storefront.Modules.Payments.Gateways;

namespace Storefront.Modules.Payments;

/// <summary>
/// The rim: every call to a gateway goes through here, with a time-out and one retry for a broken connection (every call is idempotent by its code).
/// Whatever goes wrong is "unknown", never "failed". Never called inside a transaction.
/// </summary>
internal sealed class GatewayCalls(GatewayBook book, IOptions<PaymentsOptions> options, ILogger<GatewayCalls> log)
{
    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.FromMilliseconds(200),
            ShouldHandle = new PredicateBuilder().Handle<HttpRequestException>(),
        })
        .AddTimeout(TimeSpan.FromSeconds(options.Value.CallSeconds))
        .Build();

    public Task<StartVerdict> StartAsync(string gateway, StartRequest request, CancellationToken cancel) =>
        CallAsync(gateway, request.Attempt, (vendor, token) => vendor.StartAsync(request, token), why => new StartVerdict.Unclear(why), cancel);

    public Task<PaymentSeen> QueryAsync(string gateway, ChargeRef charge, CancellationToken cancel) =>
        CallAsync(gateway, charge.Attempt, (vendor, token) => vendor.QueryAsync(charge, token), why => new PaymentSeen(charge.Attempt, PaymentStatus.Unknown, Why: why), cancel);

    public Task<CloseVerdict> CloseAsync(string gateway, ChargeRef charge, CancellationToken cancel) =>
        CallAsync(gateway, charge.Attempt, (vendor, token) => vendor.CloseAsync(charge, token), _ => CloseVerdict.Unknown, cancel);

    public Task<RefundSeen> RefundAsync(string gateway, RefundRequest request, CancellationToken cancel) =>
        CallAsync(gateway, request.Refund, (vendor, token) => vendor.RefundAsync(request, token), why => Unclear(request, why), cancel);

    public Task<RefundSeen> QueryRefundAsync(string gateway, RefundRequest request, CancellationToken cancel) =>
        CallAsync(gateway, request.Refund, (vendor, token) => vendor.QueryRefundAsync(request, token), why => Unclear(request, why), cancel);

    private static RefundSeen Unclear(RefundRequest request, string why) => new(request.Charge.Attempt, request.Refund, RefundStatus.Unknown, Why: why);

    private async Task<T> CallAsync<T>(string gateway, string subject, Func<IPaymentGateway, CancellationToken, Task<T>> call, Func<string, T> unclear, CancellationToken cancel)
    {
        if (!book.IsReady(gateway))
        {
            log.LogError("Gateway {Gateway} is not configured any more but {Subject} still needs it", gateway, subject);
            return unclear("not configured");
        }
        try
        {
            return await _pipeline.ExecuteAsync(async token => await call(book.Find(gateway)!, token), cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogWarning(failure, "Gateway {Gateway} gave no clear answer about {Subject}", gateway, subject);
            return unclear(failure.GetType().Name);
        }
    }
}
