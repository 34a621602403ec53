using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Throw-away keys, made once a run.</summary>
internal static class TestKeys
{
    public static TestKey Ours { get; } = new();

    public static TestKey Vendor { get; } = new();

    public static TestKey VendorNext { get; } = new();

    public static TestKey Stranger { get; } = new();
}

internal sealed class TestKey
{
    private readonly string _pem;
    private readonly RSAParameters _public;

    public TestKey()
    {
        using var rsa = RSA.Create(2048);
        (_pem, PublicPem, _public) = (rsa.ExportPkcs8PrivateKeyPem(), rsa.ExportSubjectPublicKeyInfoPem(), rsa.ExportParameters(includePrivateParameters: false));
        Pkcs1 = Convert.ToBase64String(rsa.ExportRSAPrivateKey());
        var request = new CertificateRequest("CN=vendor", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2099, 1, 1, 0, 0, 0, TimeSpan.Zero));
        (CertificatePem, Serial) = (certificate.ExportCertificatePem(), certificate.SerialNumber);
    }

    public string PrivatePem => _pem;

    public string PublicPem { get; }

    /// <summary>Base64 of the older form, without a frame.</summary>
    public string Pkcs1 { get; }

    public string CertificatePem { get; }

    public string Serial { get; }

    public string Sign(string text)
    {
        using var rsa = RSA.Create();
        rsa.ImportFromPem(_pem);
        return Convert.ToBase64String(rsa.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    public bool Verifies(string text, string signature)
    {
        using var rsa = RSA.Create(_public);
        var bytes = new byte[signature.Length];
        return Convert.TryFromBase64String(signature, bytes, out var length)
            && rsa.VerifyData(Encoding.UTF8.GetBytes(text), bytes.AsSpan(0, length), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
    }
}
