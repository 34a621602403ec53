namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>
/// Sellers' accounts. The vendor asks the seller for everything on its own pages; the market answers for losses and fees, which the vendor demands of who
/// offers its small dashboard. Nothing of the seller goes with the request but our code.
/// </summary>
internal sealed class StripeAccounts(StripeApi api)
{
    public async Task<OnboardVerdict> OnboardAsync(OnboardRequest request, CancellationToken cancel)
    {
        if (request.Payee.VendorReference is { } known) return await LinkAsync(known, request, cancel);
        var reply = await api.PostAsync("/v1/accounts", Form(request.Payee.Payee), request.Payee.Payee, cancel);
        if (reply.IsOk) return await LinkAsync(Must(reply.As<StripeAccount>(), request.Payee).Id!, request, cancel);
        // A fault that stands under this key will stand there; an account that came of it all the same holds no money and is nobody's.
        return reply.IsInvalid || reply.IsFault ? new OnboardVerdict.Refused(reply.Why) : new OnboardVerdict.Unclear(reply.Why);
    }

    public async Task<PayeeSeen> QueryAsync(PayeeRef payee, CancellationToken cancel)
    {
        if (payee.VendorReference is not { } id) return new(payee.Payee, PayeeStatus.Unknown, [], Why: "no account yet");
        var reply = await api.GetAsync($"/v1/accounts/{Uri.EscapeDataString(id)}", cancel);
        return reply.IsOk ? StripeConnectWords.Seen(payee.Payee, Must(reply.As<StripeAccount>(), payee)) : new(payee.Payee, PayeeStatus.Unknown, [], id, reply.Why);
    }

    /// <summary>The account's kind is said by what the market takes upon itself; the older parameter "type" is on its way out.</summary>
    private StripeForm Form(string payee) => new()
    {
        ["country"] = api.Setup.ConnectCountry,
        ["controller[fees][payer]"] = "application",
        ["controller[losses][payments]"] = "application",
        ["controller[requirement_collection]"] = "stripe",
        ["controller[stripe_dashboard][type]"] = "express",
        ["capabilities[transfers][requested]"] = "true",
        [$"metadata[{StripeConnectWords.Payee}]"] = payee,
    };

    private async Task<OnboardVerdict> LinkAsync(string account, OnboardRequest request, CancellationToken cancel)
    {
        var reply = await api.PostAsync("/v1/account_links", new()
        {
            ["account"] = account,
            ["type"] = "account_onboarding",
            ["return_url"] = request.ReturnUrl.AbsoluteUri,
            ["refresh_url"] = request.AgainUrl.AbsoluteUri,
        }, idempotencyKey: null, cancel);
        if (!reply.IsOk) return reply.IsInvalid ? new OnboardVerdict.Refused(reply.Why, account) : new OnboardVerdict.Unclear(reply.Why, account);
        return reply.As<StripeAccountLink>() is { Object: "account_link", Url: { } url } && Uri.TryCreate(url, UriKind.Absolute, out var to) && KeyedOptions.IsSafe(to)
            ? new OnboardVerdict.Begun(to, account)
            : throw new InvalidDataException("The answer is no way to the vendor.");
    }

    private static StripeAccount Must(StripeAccount said, PayeeRef payee) =>
        said is { Object: "account", Id.Length: > 0 } && (payee.VendorReference ?? said.Id) == said.Id && said.Metadata?.GetValueOrDefault(StripeConnectWords.Payee) == payee.Payee
            ? said
            : throw new InvalidDataException("The answer is about another account.");
}
