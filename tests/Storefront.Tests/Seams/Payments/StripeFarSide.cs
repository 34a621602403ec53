using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Storefront.Modules.Payments.Gateways;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Plays Stripe: forms in, JSON out, every parameter held against the published list, and whatever a key was answered is answered again, faults too.</summary>
internal sealed class StripeFarSide(TestClock clock) : VendorFarSide(clock)
{
    public const string OldKey = "sk_live_0123456789abcdefghijABCD";
    public const string NextKey = "sk_live_zyxwvutsrqponmlkjihgfedc";
    public const string OldSecret = "whsec_0123456789abcdefghijklmn";
    public const string NextSecret = "whsec_nmlkjihgfedcba9876543210";
    private const string Sessions = "/v1/checkout/sessions";
    private const string Refunds = "/v1/refunds";
    private readonly StripeParameters _parameters = new();
    private readonly List<Session> _sessions = [];
    private readonly Dictionary<string, (string Asked, Answer Answer)> _kept = [];

    /// <summary>How the next request that changes something ends in a fault, which is kept under its key.</summary>
    public enum Fault { None, Before, After }

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

    public string ApiKey { get; set; } = OldKey;

    public string Secret { get; set; } = OldSecret;

    public Fault Next { get; set; }

    /// <summary>What it claims was paid, when it is to lie.</summary>
    public long? ClaimedFen { get; set; }

    public string Currency { get; set; } = "cny";

    /// <summary>What a new refund becomes at first.</summary>
    public string NewRefunds { get; set; } = "succeeded";

    /// <summary>A refusal that it answers to the next POST instead of working.</summary>
    public (int Status, string Type, string Code)? Refusal { get; set; }

    public IEnumerable<KeyValuePair<string, string?>> Settings => new Dictionary<string, string?>
    {
        ["Payments:Stripe:SecretKey"] = OldKey,
        ["Payments:Stripe:WebhookSecrets:0"] = OldSecret,
        ["Payments:Stripe:Methods:0"] = "card",
        ["Payments:Stripe:Methods:1"] = "alipay",
        ["Payments:Stripe:Methods:2"] = "wechat_pay",
        ["Payments:Stripe:LiveMode"] = "true",
        ["Payments:Stripe:ApiUrl"] = Address.AbsoluteUri,
    };

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

    public Notice Event(string type, object about, object? before = null, string? key = null, string? account = null, bool live = true)
    {
        var id = "evt_" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(type + JsonSerializer.Serialize(about))))[..24];
        return Sign(JsonSerializer.Serialize(new
        {
            id,
            @object = "event",
            account,
            api_version = "2026-07-29.dahlia",
            created = 1,
            livemode = live,
            pending_webhooks = 1,
            type,
            data = before is null ? (object)new { @object = about } : new { @object = about, previous_attributes = before },
            request = new { id = key is null ? null : "req_1", idempotency_key = key },
        }));
    }

    public Notice Sign(string text)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var time = Now().ToString(CultureInfo.InvariantCulture);
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes($"{time}.{text}")));
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Stripe-Signature"] = $"t={time},v1={new string('0', 64)},v1={signature},v0=old" };
        return new(body, headers, Clock.GetUtcNow().UtcDateTime);
    }

    protected override Answer Work(Call call)
    {
        try
        {
            var (path, query) = call.Target.Split('?', 2) is [var left, var right] ? (left, right) : (call.Target, "");
            if (!IsOurs(call.Headers)) return Refused(401, "invalid_request_error", "api_key_expired");
            Require(call.Headers["Stripe-Version"] == "2024-04-10", "version", call.Headers["Stripe-Version"].ToString());
            if (call.Method == "GET") return Read(path, Checked("GET", path, query));
            Require(query.Length == 0 && call.Headers.ContentType == "application/x-www-form-urlencoded; charset=utf-8", "content-type", call.Headers.ContentType.ToString());
            var form = Checked("POST", path, call.Body);
            var key = call.Headers["Idempotency-Key"].ToString();
            Require(key.Length is > 0 and <= 255 || path.EndsWith("/expire", StringComparison.Ordinal), "idempotency-key", path);
            return key.Length == 0 ? Change(path, form) : Once(key, path + "?" + call.Body, () => Change(path, form));
        }
        catch (Complaint complaint)
        {
            return Refused(400, "invalid_request_error", complaint.Code, complaint.Message);
        }
    }

    /// <summary>Its answers carry no signature; what it can be is another thing, nothing, or half.</summary>
    protected override Answer Spoil(Answer answer) => answer with
    {
        Body = Mood switch
        {
            Mood.WronglySigned => answer.Body.Replace("\"object\":\"", "\"object\":\"other.", StringComparison.Ordinal),
            Mood.NotSigned => "{}",
            _ => answer.Body[..(answer.Body.Length / 2)],
        },
    };

    private bool IsOurs(IHeaderDictionary headers)
    {
        var said = headers.Authorization.ToString();
        Require(said is $"Bearer {OldKey}" or $"Bearer {NextKey}", "authorization", said);
        return said == $"Bearer {ApiKey}";
    }

    private Dictionary<string, string> Checked(string method, string path, string encoded)
    {
        var form = StripeParameters.Read(encoded);
        var named = path == Sessions || path == Refunds ? path : path.EndsWith("/expire", StringComparison.Ordinal) ? Sessions + "/{session}/expire" : Sessions + "/{session}";
        var problem = _parameters.Problem($"{method} {named}", form);
        Require(problem is null, "parameter", problem ?? "");
        return form;
    }

    private Answer Once(string key, string asked, Func<Answer> work)
    {
        if (_kept.TryGetValue(key, out var before))
            return before.Asked == asked ? before.Answer with { Headers = new Dictionary<string, string> { ["Idempotent-Replayed"] = "true" } } : Refused(400, "idempotency_error", null);
        var fault = Next;
        Next = Fault.None;
        var answer = fault == Fault.Before ? null : work();
        if (fault != Fault.None) answer = Json(500, new { error = new { type = "api_error", message = "Something went wrong." } });
        _kept[key] = (asked, answer!);
        return answer!;
    }

    private Answer Change(string path, Dictionary<string, string> form)
    {
        if (Refusal is { } no)
        {
            Refusal = null;
            return Refused(no.Status, no.Type, no.Code);
        }
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

    private Answer Read(string path, Dictionary<string, string> form)
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
        var (limit, since) = (int.Parse(form.GetValueOrDefault("limit", "10"), CultureInfo.InvariantCulture), long.Parse(form.GetValueOrDefault("created[gte]", "0"), CultureInfo.InvariantCulture));
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

    private long Now() => Clock.GetUtcNow().ToUnixTimeSeconds();

    private static Answer Refused(int status, string type, string? code, string message = "No.") => Json(status, new { error = new { type, code, message } });

    private static Answer Json(int status, object body) => new(status, "application/json", JsonSerializer.Serialize(body), new Dictionary<string, string>());
}
