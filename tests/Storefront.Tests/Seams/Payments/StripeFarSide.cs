using System.Globalization;
using Storefront.Modules.Payments.Gateways;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Plays Stripe's checkout: sessions, what is paid by them and what goes back.</summary>
internal sealed class StripeFarSide(TestClock clock) : StripeServer(clock)
{
    private const string Sessions = "/v1/checkout/sessions";
    private const string Refunds = "/v1/refunds";
    private readonly List<Session> _sessions = [];

    internal sealed record Refund(string Id, string Code, long Fen, string Status);

    internal sealed class Session
    {
        public required string Id { get; init; }

        public required string Attempt { get; init; }

        public required long Fen { get; init; }

        public required long Created { get; init; }

        public required IReadOnlyDictionary<string, string> Asked { get; init; }

        public string Intent => "pi_3" + Id[^20..];

        public string Status { get; set; } = "open";

        public string PaymentStatus { get; set; } = "unpaid";

        public string IntentStatus { get; set; } = "requires_payment_method";

        public List<Refund> Refunds { get; } = [];
    }

    /// <summary>What it claims was paid, when it is to lie.</summary>
    public long? ClaimedFen { get; set; }

    /// <summary>What a new refund becomes at first.</summary>
    public string NewRefunds { get; set; } = "succeeded";

    public Session this[string attempt] => InTurn(() => _sessions.Single(session => session.Attempt == attempt));

    public void Become(string attempt, string status, string paymentStatus, string intentStatus) => InTurn(() =>
    {
        var session = _sessions.Single(session => session.Attempt == attempt);
        return (session.Status, session.PaymentStatus, session.IntentStatus) = (status, paymentStatus, intentStatus);
    });

    public void Pay(string attempt)
    {
        if (this[attempt].Status != "open") throw new InvalidOperationException("Not open.");
        Become(attempt, "complete", "paid", "succeeded");
    }

    public void Fail(string attempt) => Become(attempt, "complete", "unpaid", "requires_payment_method");

    /// <summary>Sessions of somebody else on the same account, newer than ours.</summary>
    public void Crowd(int count) => InTurn(() =>
    {
        for (var number = 0; number < count; number++)
            _sessions.Add(new() { Id = $"cs_live_crowd{number:D26}", Attempt = $"somebody{number:D18}", Fen = 500, Created = Now(), Asked = new Dictionary<string, string>() });
        return true;
    });

    /// <summary>The session's notice as of now.</summary>
    public Notice Notice(string attempt)
    {
        var session = this[attempt];
        var type = session switch
        {
            { Status: "expired" } => "checkout.session.expired",
            { PaymentStatus: "paid" } => "checkout.session.completed",
            { IntentStatus: "processing" } => "checkout.session.completed",
            _ => "checkout.session.async_payment_failed",
        };
        return Event(type, Write(session, whole: false));
    }

    public Notice RefundNotice(string attempt, string refund, string status) =>
        Event($"refund.{(status == "failed" ? "failed" : "updated")}", Write(this[attempt], this[attempt].Refunds.Single(known => known.Code == refund) with { Status = status }));

    /// <summary>The charge's own event, as it comes after every refund.</summary>
    /// <param name="key">The request that began it; null for the dashboard.</param>
    public Notice ChargeNotice(string attempt, long fen, string? key = null)
    {
        var session = this[attempt];
        var before = session.Refunds.Sum(refund => refund.Fen);
        var charge = new
        {
            id = "ch_" + session.Intent,
            @object = "charge",
            amount = session.Fen,
            amount_refunded = before + fen,
            currency = Currency,
            refunded = false,
            billing_details = new { name = "老罗", phone = "138****8888" },
            metadata = new Dictionary<string, string> { ["attempt"] = attempt },
            payment_intent = session.Intent,
        };
        return Event("charge.refunded", charge, new { amount_refunded = before }, key);
    }

    protected override bool MayRepeat(string path) => path.EndsWith("/expire", StringComparison.Ordinal);

    protected override Answer Change(string path, Dictionary<string, string> form)
    {
        if (path == Sessions) return Open(form);
        if (path == Refunds) return Return(form);
        var session = _sessions.FirstOrDefault(session => path == $"{Sessions}/{session.Id}/expire");
        if (session is null) return Refused(404, "invalid_request_error", "resource_missing");
        if (session.Status != "open") return Refused(400, "invalid_request_error", null, "Only Checkout Sessions with a status in [\"open\"] can be expired.");
        session.Status = "expired";
        return Json(200, Write(session, whole: false));
    }

    private Answer Open(Dictionary<string, string> form)
    {
        Require(form["mode"] == "payment" && form["line_items[0][price_data][currency]"] == "cny" && form["line_items[0][quantity]"] == "1", "parameter", "a constant");
        var methods = form.Where(pair => pair.Key.StartsWith("payment_method_types[", StringComparison.Ordinal)).Select(pair => pair.Value).ToList();
        Require(methods.Count > 0, "parameter", "payment_method_types");
        Require(methods.Contains("wechat_pay") == (form.GetValueOrDefault("payment_method_options[wechat_pay][client]") == "web"), "parameter", "wechat_pay wants its client");
        Require(Uri.TryCreate(form["success_url"], UriKind.Absolute, out _) && Uri.TryCreate(form["cancel_url"], UriKind.Absolute, out _), "url_invalid", form["success_url"]);
        var attempt = form["client_reference_id"];
        Require(form["metadata[attempt]"] == attempt && form["payment_intent_data[metadata][attempt]"] == attempt && form["payment_intent_data[transfer_group]"] == attempt, "parameter", "attempt");
        var life = long.Parse(form["expires_at"], CultureInfo.InvariantCulture) - Now();
        Require(life is >= 30 * 60 and <= 24 * 60 * 60, "parameter", $"expires_at in {life} s");
        var fen = long.Parse(form["line_items[0][price_data][unit_amount]"], CultureInfo.InvariantCulture);
        if (fen < 400) return Refused(400, "invalid_request_error", "amount_too_small");
        if (fen > 99_999_999) return Refused(400, "invalid_request_error", "amount_too_large");
        var session = new Session { Id = $"cs_live_a1{_sessions.Count:D4}{attempt}", Attempt = attempt, Fen = fen, Created = Now(), Asked = form };
        _sessions.Add(session);
        return Json(200, Write(session, whole: false));
    }

    private Answer Return(Dictionary<string, string> form)
    {
        var session = _sessions.FirstOrDefault(session => session.Intent == form["payment_intent"]);
        if (session is not { PaymentStatus: "paid" }) return Refused(400, "invalid_request_error", "payment_intent_unexpected_state");
        var left = session.Fen - session.Refunds.Where(refund => refund.Status != "failed").Sum(refund => refund.Fen);
        var fen = long.Parse(form["amount"], CultureInfo.InvariantCulture);
        if (left == 0) return Refused(400, "invalid_request_error", "charge_already_refunded");
        if (fen <= 0 || fen > left) return Json(400, new { error = new { type = "invalid_request_error", param = "amount", message = "Refund amount is greater than unrefunded amount on charge." } });
        var refund = new Refund($"re_{session.Refunds.Count}{session.Attempt}", form["metadata[refund]"], fen, NewRefunds);
        session.Refunds.Add(refund);
        return Json(200, Write(session, refund));
    }

    protected override Answer Read(string path, Dictionary<string, string> form)
    {
        if (path == Refunds)
        {
            var about = _sessions.FirstOrDefault(session => session.Intent == form["payment_intent"]);
            return Json(200, new { @object = "list", has_more = false, data = about?.Refunds.AsEnumerable().Reverse().Select(refund => Write(about, refund)) ?? [] });
        }
        if (path == Sessions) return List(form);
        var session = _sessions.FirstOrDefault(session => path == $"{Sessions}/{session.Id}");
        return session is null ? Refused(404, "invalid_request_error", "resource_missing") : Json(200, Write(session, whole: form.GetValueOrDefault("expand[]") == "payment_intent"));
    }

    private Answer List(Dictionary<string, string> form)
    {
        var (limit, since) = (LimitOf(form), long.Parse(form.GetValueOrDefault("created[gte]", "0"), CultureInfo.InvariantCulture));
        Require(limit is > 0 and <= 100, "parameter", "limit");
        var all = _sessions.AsEnumerable().Reverse().Where(session => session.Created >= since);
        if (form.TryGetValue("starting_after", out var last)) all = all.SkipWhile(session => session.Id != last).Skip(1);
        var page = all.Take(limit + 1).ToList();
        return Json(200, new { @object = "list", has_more = page.Count > limit, data = page.Take(limit).Select(session => Write(session, whole: false)) });
    }

    private object Write(Session session, bool whole) => new
    {
        id = session.Id,
        @object = "checkout.session",
        amount_total = ClaimedFen ?? session.Fen,
        client_reference_id = session.Attempt,
        currency = Currency,
        customer_details = new { email = "luo@example.com", name = "老罗", phone = "138****8888" },
        livemode = true,
        metadata = new { attempt = session.Attempt },
        mode = "payment",
        payment_intent = session.Status != "complete" ? null : whole ? (object)new { id = session.Intent, @object = "payment_intent", status = session.IntentStatus } : session.Intent,
        payment_status = session.PaymentStatus,
        status = session.Status,
        url = session.Status == "open" ? $"https://checkout.stripe.com/c/pay/{session.Id}#{new string('f', 700)}" : null,
    };

    private object Write(Session session, Refund refund) => new
    {
        id = refund.Id,
        @object = "refund",
        amount = refund.Fen,
        charge = "ch_" + session.Intent,
        currency = Currency,
        payment_intent = session.Intent,
        status = refund.Status,
        metadata = new { attempt = session.Attempt, refund = refund.Code },
    };
}
