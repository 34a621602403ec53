using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Storefront.Modules.Payments.Gateways;

/// <summary>SHA-256 with RSA, PKCS#1 v1.5: how vendors of this market sign.</summary>
/// <remarks>A key is imported for each use: an <see cref="RSA"/> object is not promised to bear two threads at once.</remarks>
internal sealed class RsaPrivateKey
{
    private readonly RSAParameters _key;

    private RsaPrivateKey(RSAParameters key) => _key = key;

    /// <summary>Null when it is no private key, or one too short to be safe.</summary>
    public static RsaPrivateKey? Read(string text) =>
        RsaText.Import(text, (rsa, bytes) => RsaText.Accepts(() => rsa.ImportPkcs8PrivateKey(bytes, out _)) || RsaText.Accepts(() => rsa.ImportRSAPrivateKey(bytes, out _)), isPrivate: true) is { } key
            ? new(key)
            : null;

    /// <summary>Base64.</summary>
    public string Sign(string text)
    {
        using var rsa = RSA.Create(_key);
        return Convert.ToBase64String(rsa.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}

internal sealed class RsaPublicKey
{
    private readonly RSAParameters _key;

    private RsaPublicKey(RSAParameters key) => _key = key;

    /// <summary>Null when it is no public key (PEM, the base64 inside it) and no certificate, or too short to be safe.</summary>
    public static RsaPublicKey? Read(string? text)
    {
        if (text is null) return null;
        if (text.Contains("BEGIN CERTIFICATE", StringComparison.Ordinal)) return RsaText.Certificate(text) is { } certificate ? Of(certificate) : null;
        return RsaText.Import(text, (rsa, bytes) => RsaText.Accepts(() => rsa.ImportSubjectPublicKeyInfo(bytes, out _)) || RsaText.Accepts(() => rsa.ImportRSAPublicKey(bytes, out _)), isPrivate: false) is { } key
            ? new(key)
            : null;
    }

    public static RsaPublicKey? Of(X509Certificate2 certificate)
    {
        using var rsa = certificate.GetRSAPublicKey();
        return rsa?.KeySize >= RsaText.ShortestBits ? new(rsa.ExportParameters(includePrivateParameters: false)) : null;
    }

    /// <param name="signature">Base64 as it came; anything else is a wrong signature.</param>
    public bool Verifies(ReadOnlySpan<byte> signed, string signature)
    {
        var bytes = new byte[signature.Length];
        if (!Convert.TryFromBase64String(signature, bytes, out var length)) return false;
        using var rsa = RSA.Create(_key);
        return rsa.VerifyData(signed, bytes.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}

/// <summary>Keys as vendors' desks and people's settings write them.</summary>
internal static class RsaText
{
    public const int ShortestBits = 2048;

    public static RSAParameters? Import(string text, Func<RSA, byte[], bool> bare, bool isPrivate)
    {
        // An environment variable cannot hold a line break, so people write it as \n.
        text = text.Replace("\\n", "\n", StringComparison.Ordinal).Trim();
        using var rsa = RSA.Create();
        var read = text.Contains("-----BEGIN", StringComparison.Ordinal)
            ? Accepts(() => rsa.ImportFromPem(text))
            : Bytes(text) is { Length: > 0 } bytes && bare(rsa, bytes);
        if (!read || rsa.KeySize < ShortestBits) return null;
        try
        {
            return rsa.ExportParameters(isPrivate);
        }
        catch (CryptographicException)
        {
            // A public key where the private one belongs.
            return null;
        }
    }

    public static X509Certificate2? Certificate(string? text)
    {
        if (text is null) return null;
        try
        {
            return X509Certificate2.CreateFromPem(text.Replace("\\n", "\n", StringComparison.Ordinal));
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    public static bool Accepts(Action import)
    {
        try
        {
            import();
            return true;
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            return false;
        }
    }

    private static byte[] Bytes(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? bytes[..length] : [];
    }
}
