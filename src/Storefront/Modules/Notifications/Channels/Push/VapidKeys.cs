using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Storefront.Shared;

namespace Storefront.Modules.Notifications.Channels.Push;

/// <summary>
/// Says to push services who is sending (RFC 8292). The key is made at the first start and kept in the data folder; nodes that share no folder are given one by
/// Push:PrivateKey. With another key every browser has to be asked again.
/// </summary>
internal sealed class VapidKeys
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);
    private static readonly string Head = Encode(new { typ = "JWT", alg = "ES256" });
    private readonly ECParameters _key;
    private readonly string _subject;
    private readonly TimeProvider _clock;

    public VapidKeys(PushOptions options, DataFolder folder, SiteAddress site, TimeProvider clock)
    {
        _key = options.PrivateKey.Length > 0 ? Read(options.PrivateKey) : Read(Keep(Path.Combine(folder.Sub("push"), "vapid.pem")));
        _subject = options.Subject.Length > 0 ? options.Subject : site.Root.Scheme == Uri.UriSchemeHttps ? site.Root.ToString() : $"mailto:push@{site.Root.Host}";
        _clock = clock;
        PublicKey = Base64Url.EncodeToString(PushSeal.PointOf(_key));
    }

    public string PublicKey { get; }

    /// <summary>Value of the header Authorization, scheme left out.</summary>
    public string SignFor(Uri endpoint)
    {
        var claims = new { aud = endpoint.GetLeftPart(UriPartial.Authority), exp = (_clock.GetUtcNow() + Lifetime).ToUnixTimeSeconds(), sub = _subject };
        var words = $"{Head}.{Encode(claims)}";
        using var signer = ECDsa.Create(_key);
        var signature = signer.SignData(Encoding.ASCII.GetBytes(words), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"t={words}.{Base64Url.EncodeToString(signature)}, k={PublicKey}";
    }

    private static string Encode<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    private static ECParameters Read(string text)
    {
        try
        {
            using var key = ECDsa.Create();
            if (text.Contains("-----", StringComparison.Ordinal)) key.ImportFromPem(text);
            else key.ImportPkcs8PrivateKey(Convert.FromBase64String(text), out _);
            if (key.KeySize == 256) return key.ExportParameters(includePrivateParameters: true);
        }
        catch (Exception failure) when (failure is CryptographicException or FormatException or ArgumentException)
        {
            throw new ConfigurationException($"The private key for push cannot be read ({failure.Message}); it is a P-256 key in PEM, or the base64 inside it.");
        }
        throw new ConfigurationException("The private key for push must be of the curve P-256.");
    }

    private static string Keep(string path)
    {
        if (!File.Exists(path)) Make(path);
        return File.ReadAllText(path);
    }

    /// <summary>Two nodes may start at once on one folder: whoever is second takes the first one's key.</summary>
    private static void Make(string path)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var draft = $"{path}.{Code.NewPublic()}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(draft, options))
        {
            file.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
            file.Flush(flushToDisk: true);
        }
        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }
}

/// <summary>The key is there, or its fault is told, before the first request.</summary>
internal sealed class MakeVapidKeys(VapidKeys keys, ILogger<MakeVapidKeys> log) : IStartStep
{
    public Task RunAsync(CancellationToken cancel)
    {
        log.LogDebug("Push services know this shop by {Key}", keys.PublicKey);
        return Task.CompletedTask;
    }
}

internal sealed class PushOptions
{
    public string PrivateKey { get; set; } = "";

    /// <summary>https: or mailto: address by which a push service can reach whoever runs the shop.</summary>
    public string Subject { get; set; } = "";
}
