using System.Globalization;
using System.Net;

namespace Storefront.Modules.Payments.Gateways.WeChatPay;

/// <summary>The three ways to open a charge, by where the payer's page runs, and the step that each leads to.</summary>
internal sealed class WeChatPayCharge(WeChatPayClient client, TimeProvider clock)
{
    /// <summary>The vendor wants a minute; the way there takes a moment.</summary>
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(65);

    /// <summary>What native and in-app openings are good for.</summary>
    private static readonly TimeSpan LongFresh = TimeSpan.FromHours(2);

    /// <summary>The phone's link dies after five minutes; a little less, so that nobody is sent to a dead one.</summary>
    private static readonly TimeSpan LinkFresh = TimeSpan.FromSeconds(290);

    public async Task<StartVerdict> OpenAsync(StartRequest request, CancellationToken cancel)
    {
        var (setup, now) = (client.Setup, clock.GetUtcNow().UtcDateTime);
        var content = Content(setup.Options, request, now);
        var way = WayFor(request.Payer);
        if (way == "jsapi") content["payer"] = new { openid = request.Payer.VendorId };
        if (way == "h5") content["scene_info"] = new { payer_client_ip = Plain(request.Payer.Address!), h5_info = Site(setup.Options) };
        var answer = await client.CallAsync(HttpMethod.Post, $"/v3/pay/transactions/{way}", content, cancel);
        if (!answer.IsOk) return WeChatPayRefusals.EndsCharge(answer) ? new StartVerdict.Refused(answer.Why) : new StartVerdict.Unclear(answer.Why);
        return way switch
        {
            "jsapi" => new StartVerdict.Begun(new NextStep.ClientParameters(InApp(setup, Must(answer, "prepay_id"), now)), VendorReference: null, now + LongFresh),
            "h5" => new StartVerdict.Begun(new NextStep.Redirect(new($"{Must(answer, "h5_url")}&redirect_url={WebUtility.UrlEncode(request.ReturnUrl.AbsoluteUri)}")), VendorReference: null, now + LinkFresh),
            _ => new StartVerdict.Begun(new NextStep.QrCode(Must(answer, "code_url")), VendorReference: null, now + LongFresh),
        };
    }

    /// <summary>What the script of the app takes, signed with the time at which it was signed.</summary>
    public static Dictionary<string, string> InApp(WeChatPaySetup setup, string prepayId, DateTime now)
    {
        var seconds = new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return Sign(setup, seconds, WeChatPaySignature.NewNonce(), prepayId);
    }

    public static Dictionary<string, string> Sign(WeChatPaySetup setup, string seconds, string nonce, string prepayId) => new(StringComparer.Ordinal)
    {
        ["appId"] = setup.Options.AppId,
        ["timeStamp"] = seconds,
        ["nonceStr"] = nonce,
        ["package"] = $"prepay_id={prepayId}",
        ["signType"] = "RSA",
        ["paySign"] = setup.Sign($"{setup.Options.AppId}\n{seconds}\n{nonce}\nprepay_id={prepayId}\n"),
    };

    /// <summary>
    /// In the app its own way, when it is known who the payer is there. In a phone's browser the vendor's page, which must be told the payer's address.
    /// Else the code to be scanned, which works wherever there is a second screen.
    /// </summary>
    private static string WayFor(Payer payer) => payer switch
    {
        { Device: Device.InWeChat, VendorId.Length: > 0 } => "jsapi",
        { Device: not Device.Desktop, Address.Length: > 0 } => "h5",
        _ => "native",
    };

    private static Dictionary<string, object> Content(WeChatPayOptions options, StartRequest request, DateTime now)
    {
        var soonest = now + ShortestLife;
        var expires = request.ExpiresAt < soonest ? soonest : request.ExpiresAt;
        return new(StringComparer.Ordinal)
        {
            ["appid"] = options.AppId,
            ["mchid"] = options.MerchantId,
            ["description"] = request.Title,
            ["out_trade_no"] = request.Attempt,
            ["time_expire"] = expires.ToString("yyyy-MM-dd'T'HH:mm:ss+00:00", CultureInfo.InvariantCulture),
            ["notify_url"] = request.NoticeUrl.AbsoluteUri,
            ["amount"] = new { total = request.Sum.Amount.Fen, currency = request.Sum.Currency },
        };
    }

    private static Dictionary<string, string> Site(WeChatPayOptions options)
    {
        var site = new Dictionary<string, string>(StringComparer.Ordinal) { ["type"] = "Wap" };
        if (options.AppName.Length > 0) site["app_name"] = options.AppName;
        if (options.AppUrl is { } url) site["app_url"] = url.AbsoluteUri;
        return site;
    }

    /// <summary>As the payer's own network writes it, not as a socket for both versions does.</summary>
    private static string Plain(string address) => IPAddress.TryParse(address, out var parsed) && parsed.IsIPv4MappedToIPv6 ? parsed.MapToIPv4().ToString() : address;

    private static string Must(WeChatPayAnswer answer, string name) => answer.Text(name) ?? throw new InvalidDataException($"The answer has no {name}.");
}
