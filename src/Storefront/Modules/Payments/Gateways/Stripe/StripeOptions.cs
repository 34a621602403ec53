namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary><c>Payments:Stripe</c>. Read anew when the configuration changes.</summary>
internal sealed class StripeOptions
{
    /// <summary>sk_… or, with the rights to checkout sessions, refunds and, for Connect, accounts and transfers, rk_….</summary>
    public string SecretKey { get; set => field = value ?? ""; } = "";

    /// <summary>Of the notices' end point: whsec_…. Several at once while one replaces another.</summary>
    public IList<string?> WebhookSecrets { get; } = [];

    /// <summary>card, alipay, wechat_pay; card when empty.</summary>
    public IList<string?> Methods { get; } = [];

    /// <summary>Real money. Keys and notices of the other mode are refused.</summary>
    public bool LiveMode { get; set; }

    /// <summary>Sellers can be paid by transfer to accounts of their own at the vendor; their events need an end point of their own there, with a secret of its own.</summary>
    public bool Connect { get; set; }

    /// <summary>Where the sellers' accounts are: ISO 3166, two capital letters.</summary>
    public string ConnectCountry { get; set => field = value ?? ""; } = "";

    public Uri? ApiUrl { get; set; } = new("https://api.stripe.com");
}
