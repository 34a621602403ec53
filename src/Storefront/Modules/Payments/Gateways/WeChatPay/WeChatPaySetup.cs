using System.Text;
using System.Text.RegularExpressions;

namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary>The options, parsed and judged.</summary>
internal sealed partial class WeChatPaySetup
{
    public const string KeyIdPrefix = "PUB_KEY_ID_";
    private const string Section = "Payments:WeChatPay";
    private const int ApiV3KeyBytes = 32;

    private readonly RsaPrivateKey? _key;
    private readonly Dictionary<string, RsaPublicKey> _publicKeys = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _problems = [];

    public WeChatPaySetup(WeChatPayOptions options)
    {
        Options = options;
        ApiV3Key = Encoding.UTF8.GetBytes(options.ApiV3Key);
        Require(AppIdShape().IsMatch(options.AppId), "AppId must be wx and 16 letters or digits.");
        Require(MerchantIdShape().IsMatch(options.MerchantId), "MerchantId must be 8 to 10 digits.");
        Require(SerialShape().IsMatch(options.SerialNumber), "SerialNumber must be the 40 hexadecimal digits of the merchant certificate's serial number.");
        (_key, var problem) = options.ReadPrivateKey(Section);
        if (problem is not null) _problems.Add(problem);
        Require(ApiV3Key.Length == ApiV3KeyBytes, "ApiV3Key must be 32 characters.");
        foreach (var (id, text) in options.PublicKeys) Know(id, RsaPublicKey.Read(text), $"PublicKeys:{id}");
        foreach (var (at, text) in options.PlatformCertificates.Index())
        {
            using var certificate = RsaText.Certificate(text);
            Know(certificate?.SerialNumber ?? "", certificate is null ? null : RsaPublicKey.Of(certificate), $"PlatformCertificates:{at}");
        }
        Require(options.PublicKeys.Count + options.PlatformCertificates.Count > 0, "PublicKeys and PlatformCertificates are both missing.");
        Require(KeyedOptions.IsSafe(options.BaseUrl), "BaseUrl must be an https address.");
        Require(options.AppSecret.Length == 0 || KeyedOptions.IsSafe(options.AuthorizeUrl), "AuthorizeUrl must be an https address.");
        Require(options.AppSecret.Length == 0 || KeyedOptions.IsSafe(options.TokenUrl), "TokenUrl must be an https address.");
    }

    public WeChatPayOptions Options { get; }

    public byte[] ApiV3Key { get; }

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Payers inside the app can be told apart, so it can be paid there.</summary>
    public bool KnowsPayers => Options.AppSecret.Length > 0 && _problems.Count == 0;

    /// <summary>Which of its keys the vendor is asked to sign with: a public key that does not run out before a certificate that does. Null: as it likes.</summary>
    public string? Preferred => Options.PublicKeys.Keys.Where(id => id.StartsWith(KeyIdPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).LastOrDefault();

    public string Sign(string text) => (_key ?? throw new InvalidOperationException("There is no private key.")).Sign(text);

    /// <summary>Null: a key that is not known here.</summary>
    public RsaPublicKey? KeyOf(string serial) => _publicKeys.GetValueOrDefault(serial);

    private void Know(string id, RsaPublicKey? key, string setting)
    {
        Require(key is not null, $"{setting} is not an RSA public key or certificate of at least 2048 bits.");
        if (key is not null) _publicKeys[id] = key;
    }

    private void Require(bool holds, string sentence)
    {
        if (!holds) _problems.Add($"{Section}:{sentence}");
    }

    [GeneratedRegex("^wx[0-9A-Za-z]{16}$", RegexOptions.NonBacktracking)]
    private static partial Regex AppIdShape();

    [GeneratedRegex("^[0-9]{8,10}$", RegexOptions.NonBacktracking)]
    private static partial Regex MerchantIdShape();

    [GeneratedRegex("^[0-9A-Fa-f]{40}$", RegexOptions.NonBacktracking)]
    private static partial Regex SerialShape();
}
