namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>Stripe Connect, separate charges and transfers: every seller has an account of his own at the vendor, and the market's balance is sent on to it.</summary>
internal sealed class StripePayoutGateway(StripeApi api) : IPayoutGateway
{
    public string Key => StripeGateway.Name;

    public bool IsWanted => api.Setup.IsConnectWanted;

    public IReadOnlyList<string> Problems => api.Setup.ConnectProblems;

    public Task<OnboardVerdict> OnboardAsync(OnboardRequest request, CancellationToken cancel) => new StripeAccounts(api).OnboardAsync(request, cancel);

    public Task<PayeeSeen> QueryPayeeAsync(PayeeRef payee, CancellationToken cancel) => new StripeAccounts(api).QueryAsync(payee, cancel);

    public Task<RemittanceSeen> SendAsync(RemitRequest request, CancellationToken cancel) => new StripeTransfers(api).SendAsync(request, cancel);

    public Task<RemittanceSeen> QueryAsync(RemitRequest request, CancellationToken cancel) => new StripeTransfers(api).FindAsync(request, cancel);

    public Task<ReversalSeen> ReverseAsync(ReverseRequest request, CancellationToken cancel) => new StripeReversals(api).SendAsync(request, cancel);
}
