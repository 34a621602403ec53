using Storefront.Modules.Payments.Gateways;

namespace Storefront.Modules.Payments;

/// <summary>Calls to payment gateways, over the rim: what goes wrong is "unknown", never "failed".</summary>
internal sealed class GatewayCalls(GatewayBook book, VendorRim rim)
{
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

    private Task<T> CallAsync<T>(string gateway, string subject, Func<IPaymentGateway, CancellationToken, Task<T>> call, Func<string, T> unclear, CancellationToken cancel) =>
        rim.CallAsync(gateway, subject, book.IsReady(gateway) ? token => call(book.Find(gateway)!, token) : null, unclear, cancel);
}
