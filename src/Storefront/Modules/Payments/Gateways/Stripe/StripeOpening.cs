namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>Opens the checkout session of an attempt, once: the attempt's code is the idempotency key.</summary>
internal sealed class StripeOpening(StripeApi api, StripeSessions sessions, TimeProvider clock)
{
    /// <summary>What the vendor takes, less the time the way there takes.</summary>
    private static readonly TimeSpan ShortestLife = TimeSpan.FromMinutes(31);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1);

    public async Task<StartVerdict> OpenAsync(StartRequest request, CancellationToken cancel)
    {
        var methods = api.Setup.MethodsFor(request.Payer.Device);
        if (request.Sum.Currency != Sum.Yuan || methods.Count == 0) return new StartVerdict.Refused("only CNY, by a method that fits the device");
        var reply = await api.PostAsync("/v1/checkout/sessions", Form(request, methods), request.Attempt, cancel);
        if (reply is { IsOk: true, Replayed: false }) return Begun(StripeSessions.Must(reply, request.Attempt));
        // What was kept may be an old picture of the session, or a fault that stands for ever under this key; other parameters (the deadline moves with
        // the hour) are no answer either. The session as it is now tells.
        if (!reply.IsOk && !reply.IsFault && !reply.IsInvalid && !reply.IsKeyTaken) return new StartVerdict.Unclear(reply.Why);
        var found = reply.IsOk
            ? await sessions.FindAsync(new(request.Attempt, request.Sum, StripeSessions.Must(reply, request.Attempt).Id), cancel)
            : await sessions.LookAsync(request.Attempt, clock.GetUtcNow().UtcDateTime - TimeSpan.FromDays(1), cancel);
        return found switch
        {
            { Session: { } session } => Begun(session),
            { Doubt: { } doubt } => new StartVerdict.Unclear(doubt),
            // Nobody has the address of a session that could still come of an earlier fault, so nobody can pay it.
            _ => reply.IsKeyTaken ? new StartVerdict.Unclear(reply.Why) : new StartVerdict.Refused(reply.Why),
        };
    }

    private static StartVerdict Begun(StripeSession session) => session switch
    {
        { Status: "open", Url: { } url } => new StartVerdict.Begun(new NextStep.Redirect(new(url)), session.Id),
        { Status: "expired" } => new StartVerdict.Refused("expired"),
        _ => new StartVerdict.Unclear($"state {session.Status} {session.PaymentStatus}"),
    };

    private StripeForm Form(StartRequest request, IReadOnlyList<string> methods)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var expires = request.ExpiresAt < now + ShortestLife ? now + ShortestLife : request.ExpiresAt > now + LongestLife ? now + LongestLife : request.ExpiresAt;
        var form = new StripeForm
        {
            ["mode"] = "payment",
            ["client_reference_id"] = request.Attempt,
            [$"metadata[{StripeWords.Attempt}]"] = request.Attempt,
            [$"payment_intent_data[metadata][{StripeWords.Attempt}]"] = request.Attempt,
            // Sellers' transfers will name it: which charge the money came with.
            ["payment_intent_data[transfer_group]"] = request.Attempt,
            ["line_items[0][quantity]"] = "1",
            ["line_items[0][price_data][currency]"] = request.Sum.Currency.ToLowerInvariant(),
            ["line_items[0][price_data][unit_amount]"] = StripeForm.Number(request.Sum.Amount.Fen),
            ["line_items[0][price_data][product_data][name]"] = request.Title,
            ["expires_at"] = StripeForm.Number(new DateTimeOffset(expires, TimeSpan.Zero).ToUnixTimeSeconds()),
            ["success_url"] = request.ReturnUrl.AbsoluteUri,
            ["cancel_url"] = request.ReturnUrl.AbsoluteUri,
            ["locale"] = request.Payer.Language.StartsWith("zh", StringComparison.Ordinal) ? "zh" : "en",
        };
        foreach (var (at, method) in methods.Index()) form[$"payment_method_types[{StripeForm.Number(at)}]"] = method;
        if (methods.Contains("wechat_pay")) form["payment_method_options[wechat_pay][client]"] = "web";
        return form;
    }
}
