using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary>The signature scheme of both directions: lines, each with its line feed.</summary>
internal static class WeChatPaySignature
{
    private const string Scheme = "WECHATPAY2-SHA256-RSA2048";
    private const string Probe = "WECHATPAY/SIGNTEST/";
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    public static string NewNonce() => RandomNumberGenerator.GetHexString(32);

    /// <summary>The words of our request's Authorization header.</summary>
    public static string Authorization(WeChatPaySetup setup, HttpMethod method, string pathAndQuery, string body, long seconds, string nonce)
    {
        var signature = setup.Sign(string.Create(CultureInfo.InvariantCulture, $"{method.Method}\n{pathAndQuery}\n{seconds}\n{nonce}\n{body}\n"));
        return string.Create(CultureInfo.InvariantCulture,
            $"{Scheme} mchid=\"{setup.Options.MerchantId}\",serial_no=\"{setup.Options.SerialNumber}\",timestamp=\"{seconds}\",nonce_str=\"{nonce}\",signature=\"{signature}\"");
    }

    /// <summary>Null: it is the vendor's, and fresh. The sentence else.</summary>
    /// <param name="header">A header by name; null where there is none.</param>
    public static string? Problem(WeChatPaySetup setup, Func<string, string?> header, ReadOnlySpan<byte> body, DateTime at)
    {
        if (header("Wechatpay-Timestamp") is not { } time || header("Wechatpay-Nonce") is not { } nonce
            || header("Wechatpay-Signature") is not { } signature || header("Wechatpay-Serial") is not { } serial) return "not signed";
        // The vendor tries now and then whether signatures are looked at.
        if (signature.StartsWith(Probe, StringComparison.Ordinal)) return "a probe";
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)) return "no time";
        if (setup.KeyOf(serial) is not { } key) return "signed with a key that is not known here";
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{time}\n{nonce}\n"), .. body, (byte)'\n'];
        if (!key.Verifies(signed, signature)) return "wrong signature";
        var now = new DateTimeOffset(at, TimeSpan.Zero).ToUnixTimeSeconds();
        return Int128.Abs((Int128)now - seconds) > (Int128)Tolerance.TotalSeconds ? "too old or too new" : null;
    }
}
