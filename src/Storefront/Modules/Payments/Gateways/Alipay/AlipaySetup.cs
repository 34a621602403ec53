using System.Text.RegularExpressions;

namespace Storefront.Modules.Payments.Gateways.Alipay;

/// <summary>The options, parsed and judged.</summary>
internal sealed partial class AlipaySetup
{
    private const string Section = "Payments:Alipay";
    private readonly RsaPrivateKey? _key;
    private readonly List<RsaPublicKey> _publicKeys = [];
    private readonly List<string> _problems = [];

    public AlipaySetup(AlipayOptions options)
    {
        (AppId, SellerId, GatewayUrl) = (options.AppId, options.SellerId, options.GatewayUrl!);
        if (!Digits().IsMatch(AppId)) _problems.Add($"{Section}:AppId must be 16 digits.");
        if (!Digits().IsMatch(SellerId) || !SellerId.StartsWith("2088", StringComparison.Ordinal)) _problems.Add($"{Section}:SellerId must be 16 digits that begin with 2088.");
        (_key, var problem) = options.ReadPrivateKey(Section);
        if (problem is not null) _problems.Add(problem);
        if (options.AlipayPublicKeys.Count == 0) _problems.Add($"{Section}:AlipayPublicKeys is missing.");
        foreach (var (at, text) in options.AlipayPublicKeys.Index())
        {
            if (RsaPublicKey.Read(text) is { } read) _publicKeys.Add(read);
            else _problems.Add($"{Section}:AlipayPublicKeys:{at} is not an RSA public key of at least 2048 bits (PEM, base64 or certificate).");
        }
        if (!KeyedOptions.IsSafe(options.GatewayUrl)) _problems.Add($"{Section}:GatewayUrl must be an https address.");
    }

    public string AppId { get; }

    public string SellerId { get; }

    public Uri GatewayUrl { get; }

    public IReadOnlyList<string> Problems => _problems;

    public string Sign(string text) => (_key ?? throw new InvalidOperationException("There is no private key.")).Sign(text);

    public bool Verifies(ReadOnlySpan<byte> signed, string signature)
    {
        foreach (var key in _publicKeys)
        {
            if (key.Verifies(signed, signature)) return true;
        }
        return false;
    }

    [GeneratedRegex("^[0-9]{16}$", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();
}
