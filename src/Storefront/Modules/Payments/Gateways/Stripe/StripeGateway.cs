namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>Stripe's own checkout page: cards, and wallets from abroad. What the vendor calls the charge is the id of its checkout session.</summary>
internal sealed class StripeGateway(StripeApi api, TimeProvider clock) : IPaymentGateway
{
    public const string Name = "stripe";
    private readonly StripeSessions _sessions = new(api);

    public string Key => Name;

    public IReadOnlyList<string> Problems => api.Setup.Problems;

    public bool Fits(Device device) => api.Setup.MethodsFor(device).Count > 0;

    public Task<StartVerdict> StartAsync(StartRequest request, CancellationToken cancel) => new StripeOpening(api, _sessions, clock).OpenAsync(request, cancel);

    public Task<Received> ReceiveAsync(Notice notice, CancellationToken cancel) => Task.FromResult(StripeNotice.Read(notice, api));

    public async Task<PaymentSeen> QueryAsync(ChargeRef charge, CancellationToken cancel) => await _sessions.FindAsync(charge, cancel) switch
    {
        { Session: { } session } => StripeWords.Seen(charge.Attempt, session),
        { Doubt: { } doubt } => new(charge.Attempt, PaymentStatus.Unknown, Why: doubt),
        _ => new(charge.Attempt, PaymentStatus.NotFound),
    };

    public async Task<CloseVerdict> CloseAsync(ChargeRef charge, CancellationToken cancel)
    {
        var found = await _sessions.FindAsync(charge, cancel);
        if (found.Session is not { } session) return found.Doubt is null ? CloseVerdict.NotFound : CloseVerdict.Unknown;
        if (session.Status == "open")
        {
            var reply = await api.PostAsync($"/v1/checkout/sessions/{Uri.EscapeDataString(session.Id!)}/expire", new(), idempotencyKey: null, cancel);
            // Refused: somebody was faster, the payer or the clock, and only asking tells which.
            var after = reply.IsOk ? new(StripeSessions.Must(reply, charge.Attempt)) : await _sessions.FindAsync(charge with { VendorReference = session.Id }, cancel);
            session = after.Session ?? session;
        }
        return StripeWords.Seen(charge.Attempt, session).Status switch
        {
            PaymentStatus.Paid => CloseVerdict.AlreadyPaid,
            PaymentStatus.Expired or PaymentStatus.Failed => CloseVerdict.Closed,
            _ => CloseVerdict.Unknown,
        };
    }

    public Task<RefundSeen> RefundAsync(RefundRequest request, CancellationToken cancel) => new StripeRefunds(api, _sessions).SendAsync(request, cancel);

    public Task<RefundSeen> QueryRefundAsync(RefundRequest request, CancellationToken cancel) => new StripeRefunds(api, _sessions).QueryAsync(request, cancel);
}
