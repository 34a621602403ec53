using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Storefront.Modules.Notifications.Channels.Push;

/// <summary>Encrypts a message for one browser, so that the push service in between cannot read it: RFC 8291 over RFC 8188 (aes128gcm), one record.</summary>
internal static class PushSeal
{
    public const int PointLength = 65;
    public const int AuthLength = 16;
    private const int SaltLength = 16;
    private const int KeyLength = 16;
    private const int NonceLength = 12;
    private const int TagLength = 16;
    private const int RecordSize = 4096;
    private const int HashLength = 32;
    private const byte LastRecord = 2;

    /// <summary>What fits into the record that every push service must take.</summary>
    public const int MaxPlain = RecordSize - SaltLength - sizeof(int) - 1 - PointLength - TagLength - 1;

    public static byte[] Seal(byte[] plain, byte[] browser, byte[] auth)
    {
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        return Seal(plain, browser, auth, own, RandomNumberGenerator.GetBytes(SaltLength));
    }

    /// <summary>With a given key and salt, for the standard's own example; both must be used once only.</summary>
    public static byte[] Seal(byte[] plain, byte[] browser, byte[] auth, ECDiffieHellman own, byte[] salt)
    {
        using var theirs = ECDiffieHellman.Create(Read(browser));
        var mine = PointOf(own.ExportParameters(includePrivateParameters: false));
        var shared = own.DeriveRawSecretAgreement(theirs.PublicKey);
        var input = HKDF.DeriveKey(HashAlgorithmName.SHA256, shared, HashLength, auth, [.. "WebPush: info\0"u8, .. browser, .. mine]);
        var key = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, KeyLength, salt, Encoding.ASCII.GetBytes("Content-Encoding: aes128gcm\0"));
        var nonce = HKDF.DeriveKey(HashAlgorithmName.SHA256, input, NonceLength, salt, Encoding.ASCII.GetBytes("Content-Encoding: nonce\0"));
        var sealedText = new byte[plain.Length + 1];
        var tag = new byte[TagLength];
        using var cipher = new AesGcm(key, TagLength);
        byte[] record = [.. plain, LastRecord];
        cipher.Encrypt(nonce, record, sealedText, tag);
        var size = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(size, RecordSize);
        return [.. salt, .. size, PointLength, .. mine, .. sealedText, .. tag];
    }

    /// <summary>True for an uncompressed point on the curve.</summary>
    public static bool IsPoint(byte[] bytes)
    {
        try
        {
            using var key = ECDiffieHellman.Create(Read(bytes));
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    public static byte[] PointOf(ECParameters key) => [4, .. key.Q.X!, .. key.Q.Y!];

    private static ECParameters Read(byte[] point) => point is [4, ..] && point.Length == PointLength
        ? new() { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..33], Y = point[33..] } }
        : throw new CryptographicException("A key for push is an uncompressed point.");
}
