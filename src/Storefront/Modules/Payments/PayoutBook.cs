using Storefront.Modules.Payments.Gateways;

namespace Storefront.Modules.Payments;

/// <summary>The vendors found in the assembly that can pay sellers, and every call to them, over the rim.</summary>
internal sealed class PayoutBook(IEnumerable<IPayoutGateway> all, VendorRim rim)
{
    private readonly Dictionary<string, IPayoutGateway> _byKey = all.ToDictionary(gateway => gateway.Key);

    /// <summary>Key of the one that sellers are led to; null where there is none, and every payout goes by hand.</summary>
    public string? Offered => _byKey.Values.Where(gateway => gateway is { IsWanted: true, Problems.Count: 0 }).Select(gateway => gateway.Key).Order(StringComparer.Ordinal).FirstOrDefault();

    /// <summary>Why those that are wanted are not offered.</summary>
    public IReadOnlyList<string> Problems => [.. _byKey.Values.Where(gateway => gateway.IsWanted).SelectMany(gateway => gateway.Problems)];

    public Task<OnboardVerdict> OnboardAsync(string gateway, OnboardRequest request, CancellationToken cancel) =>
        CallAsync(gateway, request.Payee.Payee, (vendor, token) => vendor.OnboardAsync(request, token), why => new OnboardVerdict.Unclear(why), cancel);

    public Task<PayeeSeen> QueryPayeeAsync(string gateway, PayeeRef payee, CancellationToken cancel) =>
        CallAsync(gateway, payee.Payee, (vendor, token) => vendor.QueryPayeeAsync(payee, token), why => new PayeeSeen(payee.Payee, PayeeStatus.Unknown, [], Why: why), cancel);

    public Task<RemittanceSeen> SendAsync(string gateway, RemitRequest request, CancellationToken cancel) =>
        CallAsync(gateway, request.Payout, (vendor, token) => vendor.SendAsync(request, token), why => Unclear(request, why), cancel);

    public Task<RemittanceSeen> QueryAsync(string gateway, RemitRequest request, CancellationToken cancel) =>
        CallAsync(gateway, request.Payout, (vendor, token) => vendor.QueryAsync(request, token), why => Unclear(request, why), cancel);

    public Task<ReversalSeen> ReverseAsync(string gateway, ReverseRequest request, CancellationToken cancel) =>
        CallAsync(gateway, request.Remittance.Payout, (vendor, token) => vendor.ReverseAsync(request, token),
            why => new ReversalSeen(request.Remittance.Payout, request.Reversal, ReversalStatus.Unknown, Why: why), cancel);

    private static RemittanceSeen Unclear(RemitRequest request, string why) => new(request.Payout, RemittanceStatus.Unknown, Why: why);

    /// <summary>Also for a vendor that is not wanted any more: what was begun with it has to be seen to its end.</summary>
    private Task<T> CallAsync<T>(string gateway, string subject, Func<IPayoutGateway, CancellationToken, Task<T>> call, Func<string, T> unclear, CancellationToken cancel) =>
        rim.CallAsync(gateway, subject, _byKey.GetValueOrDefault(gateway) is { Problems.Count: 0 } vendor ? token => call(vendor, token) : null, unclear, cancel);
}
