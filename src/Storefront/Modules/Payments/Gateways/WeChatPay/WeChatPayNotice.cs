using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary>A signed envelope around an encrypted letter.</summary>
internal static class WeChatPayNotice
{
    private const int TagBytes = 16;
    private static readonly Reply Accepted = new(StatusCodes.Status204NoContent, "application/json", "");
    private static readonly Reply Refused = new(StatusCodes.Status401Unauthorized, "application/json", """{"code":"FAIL","message":"refused"}""");

    private sealed record Letter(string EventType, JsonElement Body);

    public static Received Read(Notice notice, WeChatPaySetup setup)
    {
        if (WeChatPaySignature.Problem(setup, notice.Headers.GetValueOrDefault, notice.Body.Span, notice.At) is { } problem) return new Received.Rejected(problem, Refused);
        try
        {
            var envelope = JsonElement.Parse(notice.Body.Span);
            if (envelope.GetProperty("id").GetString() is not { Length: > 0 and <= 100 } id) return new Received.Ignored("without its number", Accepted);
            return Judge(id, Open(envelope, setup), setup);
        }
        catch (Exception failure) when (failure is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or InvalidDataException)
        {
            return new Received.Rejected("not the vendor's shape", Refused);
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            return new Received.Rejected("cannot be opened with the configured ApiV3Key", Refused);
        }
    }

    private static Received Judge(string id, Letter letter, WeChatPaySetup setup) => letter.EventType switch
    {
        "TRANSACTION.SUCCESS" => Payment(id, letter, WeChatPayAnswer.Read<WeChatPayTransaction>(letter.Body), setup),
        "REFUND.SUCCESS" or "REFUND.ABNORMAL" or "REFUND.CLOSED" => Refund(id, letter, WeChatPayAnswer.Read<WeChatPayRefund>(letter.Body), setup),
        _ => new Received.Ignored(letter.EventType, Accepted),
    };

    private static Received Payment(string id, Letter letter, WeChatPayTransaction said, WeChatPaySetup setup)
    {
        if (said.Mchid != setup.Options.MerchantId) return new Received.Rejected("another merchant", Refused);
        if (said.Appid != setup.Options.AppId) return new Received.Rejected("another application", Refused);
        if (string.IsNullOrEmpty(said.OutTradeNo)) return new Received.Ignored("without its numbers", Accepted);
        var redacted = JsonSerializer.Serialize(new { letter.EventType, said });
        return new Received.Events([new(id, WeChatPayWords.Seen(said.OutTradeNo, said))], redacted, Accepted);
    }

    private static Received Refund(string id, Letter letter, WeChatPayRefund said, WeChatPaySetup setup)
    {
        if (said.Mchid != setup.Options.MerchantId) return new Received.Rejected("another merchant", Refused);
        if (string.IsNullOrEmpty(said.OutTradeNo)) return new Received.Ignored("without its numbers", Accepted);
        var redacted = JsonSerializer.Serialize(new { letter.EventType, said });
        return new Received.Events([new(id, WeChatPayWords.Seen(said.OutTradeNo, said.OutRefundNo, said))], redacted, Accepted);
    }

    private static Letter Open(JsonElement envelope, WeChatPaySetup setup)
    {
        var resource = envelope.GetProperty("resource");
        if (resource.GetProperty("algorithm").GetString() != "AEAD_AES_256_GCM") throw new InvalidDataException("Sealed otherwise.");
        var plain = Decrypt(setup.ApiV3Key, Text(resource, "nonce"), Text(resource, "ciphertext"), Text(resource, "associated_data"));
        return new(envelope.GetProperty("event_type").GetString() ?? "", JsonElement.Parse(plain));
    }

    /// <param name="sealedText">Base64; its last 16 bytes are the tag.</param>
    public static byte[] Decrypt(byte[] key, string nonce, string sealedText, string associated)
    {
        var bytes = Convert.FromBase64String(sealedText);
        if (bytes.Length < TagBytes) throw new InvalidDataException("Shorter than its seal.");
        var plain = new byte[bytes.Length - TagBytes];
        using var aes = new AesGcm(key, TagBytes);
        aes.Decrypt(Encoding.UTF8.GetBytes(nonce), bytes.AsSpan(0, plain.Length), bytes.AsSpan(plain.Length), plain, Encoding.UTF8.GetBytes(associated));
        return plain;
    }

    private static string Text(JsonElement from, string name) => from.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";
}
