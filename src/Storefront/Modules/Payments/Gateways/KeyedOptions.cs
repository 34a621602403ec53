namespace Storefront.Modules.Payments.Gateways;

/// <summary>What every vendor that wants our RSA signature is configured with.</summary>
internal abstract class KeyedOptions
{
    public string AppId { get; set => field = value ?? ""; } = "";

    /// <summary>PEM, or the base64 inside it (PKCS#8 or PKCS#1).</summary>
    public string PrivateKey { get; set => field = value ?? ""; } = "";

    /// <summary>A file with the same, for secrets that are mounted. Counts when <see cref="PrivateKey"/> is empty.</summary>
    public string PrivateKeyFile { get; set => field = value ?? ""; } = "";

    /// <summary>The key as it was read, or the sentence that says what is wrong.</summary>
    public (RsaPrivateKey? Key, string? Problem) ReadPrivateKey(string section)
    {
        if (PrivateKey.Length == 0 && PrivateKeyFile.Length == 0) return (null, $"{section}:PrivateKey or {section}:PrivateKeyFile is missing.");
        if (PrivateKey.Length > 0)
            return RsaPrivateKey.Read(PrivateKey) is { } key ? (key, null) : (null, $"{section}:PrivateKey is not an RSA private key of at least 2048 bits (PEM or base64).");
        try
        {
            return RsaPrivateKey.Read(File.ReadAllText(PrivateKeyFile)) is { } key
                ? (key, null)
                : (null, $"{section}:PrivateKeyFile holds no RSA private key of at least 2048 bits (PEM or base64).");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, $"{section}:PrivateKeyFile cannot be read.");
        }
    }

    /// <summary>Secrets go there: encrypted, or not farther than this machine.</summary>
    public static bool IsSafe(Uri? address) => address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
