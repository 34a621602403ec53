using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using Storefront.Modules.Notifications.Channels;
using Storefront.Shared;

namespace Storefront.Tests.Seams.Channels;

/// <summary>A browser's half of web push: its keys, and how it opens what it receives (RFC 8291).</summary>
internal sealed class TestBrowser : IDisposable
{
    private readonly ECDiffieHellman _key = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _auth = RandomNumberGenerator.GetBytes(16);

    public string Path { get; } = "/send/" + Code.NewSecret();

    public string Endpoint => FarPush.Origin + Path;

    public PushKeys Keys => new(Base64Url.EncodeToString(PointOf(_key.ExportParameters(includePrivateParameters: false))), Base64Url.EncodeToString(_auth));

    public byte[] Open(byte[] body)
    {
        var (salt, size, length) = (body[..16], BinaryPrimitives.ReadInt32BigEndian(body.AsSpan(16)), body[20]);
        Assert.True(body.Length <= size + 21 + length, "one record");
        var sender = body[21..(21 + length)];
        using var theirs = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = sender[1..33], Y = sender[33..] } });
        byte[] mine = PointOf(_key.ExportParameters(includePrivateParameters: false));
        var input = HKDF.DeriveKey(HashAlgorithmName.SHA256, _key.DeriveRawSecretAgreement(theirs.PublicKey), 32, _auth, [.. "WebPush: info\0"u8, .. mine, .. sender]);
        using var cipher = new AesGcm(HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 16, salt, "Content-Encoding: aes128gcm\0"u8.ToArray()), 16);
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, 12, salt, "Content-Encoding: nonce\0"u8.ToArray());
        var record = body[(21 + length)..];
        var plain = new byte[record.Length - 16];
        cipher.Decrypt(nonce, record.AsSpan(0, plain.Length), record.AsSpan(plain.Length), plain);
        var end = Array.FindLastIndex(plain, octet => octet != 0);
        Assert.Equal(2, plain[end]);
        return plain[..end];
    }

    public void Dispose() => _key.Dispose();

    private static byte[] PointOf(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];
}
