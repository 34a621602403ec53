using System.Net;
using System.Text.Json;

namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary>A synchronous answer: yes with a body, or a refusal with its code.</summary>
internal sealed record WeChatPayAnswer(HttpStatusCode Status, JsonElement? Body)
{
    private static readonly JsonSerializerOptions Spelling = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public bool IsOk => Status is HttpStatusCode.OK or HttpStatusCode.NoContent;

    /// <summary>For the log: what it said instead of yes.</summary>
    public string Why => $"{(int)Status} {Text("code")}";

    public bool Says(params ReadOnlySpan<string> codes) => !IsOk && Text("code") is { } said && codes.Contains(said);

    public string? Text(string name) =>
        Body is { ValueKind: JsonValueKind.Object } body && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>Throws when it has not the shape.</summary>
    public T As<T>() => Read<T>(Body ?? throw new InvalidDataException("The answer has no body."));

    public static T Read<T>(JsonElement body) => body.Deserialize<T>(Spelling) ?? throw new InvalidDataException("There is nothing in it.");
}

/// <summary>A transaction as answers and notices write it.</summary>
internal sealed record WeChatPayTransaction(string? Appid, string? Mchid, string? OutTradeNo, string? TransactionId, string? TradeState, WeChatPayAmount? Amount);

/// <summary>A refund: answers name its state <c>status</c>, notices <c>refund_status</c>.</summary>
internal sealed record WeChatPayRefund(string? Mchid, string? OutTradeNo, string? OutRefundNo, string? RefundId, string? Status, string? RefundStatus, WeChatPayAmount? Amount);

/// <summary>Fen.</summary>
internal sealed record WeChatPayAmount(long? Total, long? Refund, string? Currency);
