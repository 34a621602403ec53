using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Storefront.Tests.Seams.Payments;

/// <summary>How WeChat Pay signs what it says, and seals what notices carry.</summary>
internal static class WeChatSeal
{
    public const string ApiV3Key = "0123456789abcdef0123456789ABCDEF";

    public static Dictionary<string, string> Sign(string body, (string Id, TestKey Key) signer, DateTimeOffset now)
    {
        var (time, nonce) = (now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), RandomNumberGenerator.GetHexString(32));
        return new(StringComparer.OrdinalIgnoreCase)
        {
            ["Wechatpay-Timestamp"] = time,
            ["Wechatpay-Nonce"] = nonce,
            ["Wechatpay-Serial"] = signer.Id,
            ["Wechatpay-Signature"] = signer.Key.Sign($"{time}\n{nonce}\n{body}\n"),
        };
    }

    /// <summary>The envelope around a letter.</summary>
    /// <param name="associated">May be empty.</param>
    public static string Seal(string id, string kind, string associated, object said)
    {
        var nonce = RandomNumberGenerator.GetHexString(12, lowercase: true);
        var plain = JsonSerializer.SerializeToUtf8Bytes(said);
        var (cipher, tag) = (new byte[plain.Length], new byte[16]);
        using (var aes = new AesGcm(Encoding.ASCII.GetBytes(ApiV3Key), 16)) aes.Encrypt(Encoding.ASCII.GetBytes(nonce), plain, cipher, tag, Encoding.ASCII.GetBytes(associated));
        var ciphertext = Convert.ToBase64String([.. cipher, .. tag]);
        return JsonSerializer.Serialize(new
        {
            id,
            create_time = "2026-11-22T09:00:00+08:00",
            resource_type = "encrypt-resource",
            event_type = kind,
            summary = "支付成功",
            resource = new { algorithm = "AEAD_AES_256_GCM", original_type = associated, ciphertext, associated_data = associated, nonce },
        });
    }
}
