using System.Text.Json;

namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>An answer whose body was read: yes with an object, or a refusal with its error.</summary>
internal sealed record StripeReply(int Status, JsonElement Body, bool Replayed)
{
    private const int FirstFault = 500;
    private static readonly JsonSerializerOptions Spelling = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public bool IsOk => Status == StatusCodes.Status200OK;

    public bool IsFault => Status >= FirstFault;

    /// <summary>The request itself was wrong, and nothing was done for it.</summary>
    public bool IsInvalid => Status == StatusCodes.Status400BadRequest && Error("type") == "invalid_request_error";

    /// <summary>The key was used before with other parameters.</summary>
    public bool IsKeyTaken => Status == StatusCodes.Status400BadRequest && Error("type") == "idempotency_error";

    /// <summary>For the log: what it said instead of yes.</summary>
    public string Why => $"{Status} {Error("type")} {Error("code") ?? Error("param")}".TrimEnd();

    public string? Error(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object
        && error.TryGetProperty(name, out var said) && said.ValueKind == JsonValueKind.String ? said.GetString() : null;

    /// <summary>Throws when it has not the shape.</summary>
    public T As<T>() => Read<T>(Body);

    public static T Read<T>(JsonElement body) => body.Deserialize<T>(Spelling) ?? throw new InvalidDataException("There is nothing in it.");
}

/// <summary>A checkout session as answers and notices write it.</summary>
/// <param name="AmountTotal">Fen.</param>
/// <param name="PaymentIntent">Its id, or all of it where it was asked for.</param>
internal sealed record StripeSession(
    string? Id, string? Object, string? Url, string? Status, string? PaymentStatus, long? AmountTotal, string? Currency, string? ClientReferenceId, bool? Livemode,
    JsonElement? PaymentIntent)
{
    public string? IntentId => PaymentIntent switch
    {
        { ValueKind: JsonValueKind.String } id => id.GetString(),
        { ValueKind: JsonValueKind.Object } whole => whole.GetProperty("id").GetString(),
        _ => null,
    };

    public string? IntentStatus => PaymentIntent is { ValueKind: JsonValueKind.Object } whole ? whole.GetProperty("status").GetString() : null;
}

/// <summary>One page of a list, the newest first.</summary>
internal sealed record StripePage<T>(string? Object, IReadOnlyList<T>? Data, bool? HasMore);

/// <param name="Amount">Fen.</param>
internal sealed record StripeRefund(string? Id, string? Object, long? Amount, string? Currency, string? Status, string? PaymentIntent, string? FailureReason, IReadOnlyDictionary<string, string>? Metadata);

/// <param name="AmountRefunded">Fen, all refunds together.</param>
internal sealed record StripeCharge(string? Id, string? Object, long? AmountRefunded, string? Currency, string? PaymentIntent, IReadOnlyDictionary<string, string>? Metadata);
