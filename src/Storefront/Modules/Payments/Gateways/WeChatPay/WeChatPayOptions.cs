namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary><c>Payments:WeChatPay</c>. Read anew when the configuration changes.</summary>
internal sealed class WeChatPayOptions : KeyedOptions
{
    public string MerchantId { get; set => field = value ?? ""; } = "";

    /// <summary>Serial number of the merchant's certificate, whose private key signs.</summary>
    public string SerialNumber { get; set => field = value ?? ""; } = "";

    /// <summary>Opens what notices carry: 32 characters.</summary>
    public string ApiV3Key { get; set => field = value ?? ""; } = "";

    /// <summary>The vendor's keys by the id that its signatures name (PUB_KEY_ID_…, or a certificate's serial number). Several at once while one replaces another.</summary>
    public IDictionary<string, string?> PublicKeys { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The older way: certificates, which carry their serial numbers themselves.</summary>
    public IList<string?> PlatformCertificates { get; } = [];

    /// <summary>Of the application (not of Pay): asks whose WeChat shows our page. Without it nothing is paid inside the app.</summary>
    public string AppSecret { get; set => field = value ?? ""; } = "";

    /// <summary>Where a browser is sent to be told apart, and where the code it brings back is changed into the payer's id.</summary>
    public Uri? AuthorizeUrl { get; set; } = new("https://open.weixin.qq.com/connect/oauth2/authorize");

    public Uri? TokenUrl { get; set; } = new("https://api.weixin.qq.com/sns/oauth2/access_token");

    public Uri? BaseUrl { get; set; } = new("https://api.mch.weixin.qq.com");

    /// <summary>What the vendor is told of the site that opens its page on a phone.</summary>
    public string AppName { get; set => field = value ?? ""; } = "";

    public Uri? AppUrl { get; set; }
}
