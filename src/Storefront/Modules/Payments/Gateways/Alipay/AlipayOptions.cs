namespace Storefront.Modules.Payments.Gateways.Alipay;

/// <summary><c>Payments:Alipay</c>. Read anew when the configuration changes.</summary>
internal sealed class AlipayOptions : KeyedOptions
{
    /// <summary>The seller's account number, 16 digits that begin with 2088.</summary>
    public string SellerId { get; set => field = value ?? ""; } = "";

    /// <summary>Alipay's own keys (not the application's). Several at once while one replaces another.</summary>
    public IList<string?> AlipayPublicKeys { get; } = [];

    public Uri? GatewayUrl { get; set; } = new("https://openapi.alipay.com/gateway.do");
}
