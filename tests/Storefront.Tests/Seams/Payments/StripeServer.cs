using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Storefront.Modules.Payments.Gateways;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>What all of Stripe does alike: forms in, JSON out, every parameter held against the published list, and whatever a key was answered is answered again, faults too.</summary>
internal abstract class StripeServer(TestClock clock) : VendorFarSide(clock)
{
    public const string OldKey = "sk_live_0123456789abcdefghijABCD";
    public const string NextKey = "sk_live_zyxwvutsrqponmlkjihgfedc";
    public const string OldSecret = "whsec_0123456789abcdefghijklmn";
    public const string NextSecret = "whsec_nmlkjihgfedcba9876543210";
    private readonly StripeParameters _parameters = new();
    private readonly Dictionary<string, (string Asked, Answer Answer, DateTime At)> _kept = [];

    /// <summary>How the next request that changes something ends in a fault, which is kept under its key.</summary>
    public enum Fault { None, Before, After }

    public string ApiKey { get; set; } = OldKey;

    public string Secret { get; set; } = OldSecret;

    public Fault Next { get; set; }

    public string Currency { get; set; } = "cny";

    /// <summary>A refusal that it answers to the next POST instead of working.</summary>
    public (int Status, string Type, string Code)? Refusal { get; set; }

    public virtual Dictionary<string, string?> Settings => new(StringComparer.Ordinal)
    {
        ["Payments:Stripe:SecretKey"] = OldKey,
        ["Payments:Stripe:WebhookSecrets:0"] = OldSecret,
        ["Payments:Stripe:Methods:0"] = "card",
        ["Payments:Stripe:Methods:1"] = "alipay",
        ["Payments:Stripe:Methods:2"] = "wechat_pay",
        ["Payments:Stripe:LiveMode"] = "true",
        ["Payments:Stripe:ApiUrl"] = Address.AbsoluteUri,
    };

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
            Require(key.Length is > 0 and <= 255 || MayRepeat(path), "idempotency-key", path);
            return key.Length == 0 ? ChangeOrRefuse(path, form) : Once(key, path + "?" + call.Body, () => ChangeOrRefuse(path, form));
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

    /// <summary>What may be asked for twice, because nothing is moved by it.</summary>
    protected abstract bool MayRepeat(string path);

    protected abstract Answer Change(string path, Dictionary<string, string> form);

    protected abstract Answer Read(string path, Dictionary<string, string> form);

    protected long Now() => Clock.GetUtcNow().ToUnixTimeSeconds();

    protected static int LimitOf(Dictionary<string, string> form) => int.Parse(form.GetValueOrDefault("limit", "10"), CultureInfo.InvariantCulture);

    protected static Answer Refused(int status, string type, string? code, string message = "No.") => Json(status, new { error = new { type, code, message } });

    protected static Answer Json(int status, object body) => new(status, "application/json", JsonSerializer.Serialize(body), new Dictionary<string, string>());

    private bool IsOurs(IHeaderDictionary headers)
    {
        var said = headers.Authorization.ToString();
        Require(said is $"Bearer {OldKey}" or $"Bearer {NextKey}", "authorization", said);
        return said == $"Bearer {ApiKey}";
    }

    private Dictionary<string, string> Checked(string method, string path, string encoded)
    {
        var form = StripeParameters.Read(encoded);
        var problem = _parameters.Problem(method, path, form);
        Require(problem is null, "parameter", problem ?? "");
        return form;
    }

    /// <summary>Keys are kept for a day.</summary>
    private Answer Once(string key, string asked, Func<Answer> work)
    {
        var now = Clock.GetUtcNow().UtcDateTime;
        if (_kept.TryGetValue(key, out var before) && before.At > now.AddDays(-1))
            return before.Asked == asked ? before.Answer with { Headers = new Dictionary<string, string> { ["Idempotent-Replayed"] = "true" } } : Refused(400, "idempotency_error", null);
        var fault = Next;
        Next = Fault.None;
        var answer = fault == Fault.Before ? null : work();
        if (fault != Fault.None) answer = Json(500, new { error = new { type = "api_error", message = "Something went wrong." } });
        _kept[key] = (asked, answer!, now);
        return answer!;
    }

    private Answer ChangeOrRefuse(string path, Dictionary<string, string> form)
    {
        if (Refusal is not { } no) return Change(path, form);
        Refusal = null;
        return Refused(no.Status, no.Type, no.Code);
    }
}
