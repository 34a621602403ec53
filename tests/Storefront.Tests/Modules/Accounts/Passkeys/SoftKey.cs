using System.Buffers.Binary;
using System.Buffers.Text;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Storefront.Tests.Modules.Accounts.Passkeys;

/// <summary>What an attacker changes in an answer; null: as an honest device and browser write it.</summary>
internal sealed record Forgery(
    string? Origin = null, string? Domain = null, string? Challenge = null, string? Handle = null, string? Type = null, bool Verified = true, bool Present = true, uint? Count = null,
    bool CrossOrigin = false, bool OtherKey = false);

/// <summary>A device in software: one ES256 key, made for one account, that answers like a phone and the browser on it (WebAuthn level 3).</summary>
internal sealed class SoftKey(string origin) : IDisposable
{
    private const byte UserPresent = 1, UserVerified = 4, HasKey = 64;
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _id = RandomNumberGenerator.GetBytes(32);
    private string _handle = "";

    /// <summary>Zero for ever on phones that copy their keys to a cloud; others count.</summary>
    public uint Count { get; set; }

    /// <summary>Answers "make a passkey".</summary>
    public string Make(string options, Forgery? forged = null)
    {
        var asked = JsonNode.Parse(options)!;
        _handle = (string)asked["user"]!["id"]!;
        var data = DataFor(forged?.Domain ?? (string)asked["rp"]!["id"]!, forged, HasKey, [.. new byte[16], 0, (byte)_id.Length, .. _id, .. CosePublicKey()]);
        var cbor = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cbor.WriteStartMap(3);
        cbor.WriteTextString("fmt");
        cbor.WriteTextString("none");
        cbor.WriteTextString("attStmt");
        cbor.WriteStartMap(0);
        cbor.WriteEndMap();
        cbor.WriteTextString("authData");
        cbor.WriteByteString(data);
        cbor.WriteEndMap();
        return Write(new()
        {
            ["clientDataJSON"] = Text(ClientFor("webauthn.create", asked, forged)),
            ["attestationObject"] = Text(cbor.Encode()),
            ["transports"] = new JsonArray("internal"),
        });
    }

    /// <summary>Answers "who is there?".</summary>
    public string Answer(string options, Forgery? forged = null)
    {
        var asked = JsonNode.Parse(options)!;
        var data = DataFor(forged?.Domain ?? (string)asked["rpId"]!, forged, 0, []);
        var client = ClientFor("webauthn.get", asked, forged);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var signature = (forged?.OtherKey == true ? other : _key).SignData([.. data, .. SHA256.HashData(client)], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return Write(new()
        {
            ["clientDataJSON"] = Text(client),
            ["authenticatorData"] = Text(data),
            ["signature"] = Text(signature),
            ["userHandle"] = forged?.Handle is { } handle ? Text(Encoding.UTF8.GetBytes(handle)) : _handle,
        });
    }

    public void Dispose() => _key.Dispose();

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);

    private byte[] ClientFor(string type, JsonNode asked, Forgery? forged) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = forged?.Type ?? type,
        challenge = forged?.Challenge ?? (string)asked["challenge"]!,
        origin = forged?.Origin ?? origin,
        crossOrigin = forged?.CrossOrigin ?? false,
    });

    private byte[] DataFor(string domain, Forgery? forged, byte flags, byte[] more)
    {
        var count = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(count, forged?.Count ?? Count);
        if (forged?.Present ?? true) flags |= UserPresent;
        if (forged?.Verified ?? true) flags |= UserVerified;
        return [.. SHA256.HashData(Encoding.UTF8.GetBytes(domain)), flags, .. count, .. more];
    }

    private byte[] CosePublicKey()
    {
        var point = _key.ExportParameters(includePrivateParameters: false).Q;
        var cbor = new CborWriter(CborConformanceMode.Ctap2Canonical);
        cbor.WriteStartMap(5);
        foreach (var (name, value) in new[] { (1, 2), (3, -7), (-1, 1) })
        {
            cbor.WriteInt32(name);
            cbor.WriteInt32(value);
        }
        cbor.WriteInt32(-2);
        cbor.WriteByteString(point.X!);
        cbor.WriteInt32(-3);
        cbor.WriteByteString(point.Y!);
        cbor.WriteEndMap();
        return cbor.Encode();
    }

    private string Write(JsonObject response) => new JsonObject
    {
        ["id"] = Text(_id),
        ["rawId"] = Text(_id),
        ["type"] = "public-key",
        ["clientExtensionResults"] = new JsonObject(),
        ["response"] = response,
    }.ToJsonString();
}
