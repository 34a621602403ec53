using System.Text.RegularExpressions;

namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>The options, parsed and judged.</summary>
internal sealed partial class StripeSetup
{
    private const string Section = "Payments:Stripe";
    private const string Card = "card";
    private const string Alipay = "alipay";
    private const string WeChatPay = "wechat_pay";
    private readonly List<string> _methods = [];
    private readonly List<string> _problems = [];

    public StripeSetup(StripeOptions options)
    {
        (SecretKey, Server, IsLive) = (options.SecretKey, options.ApiUrl!, options.LiveMode);
        WebhookSecrets = [.. options.WebhookSecrets.OfType<string>()];
        var key = KeyShape().Match(SecretKey);
        Require(key.Success, "SecretKey must begin with sk_live_, sk_test_, rk_live_ or rk_test_.");
        if (key.Success) Require(key.Groups["mode"].ValueSpan is "live" == IsLive, "LiveMode must be true with a live key and false with a test key.");
        Require(options.WebhookSecrets.Count > 0, "WebhookSecrets is missing.");
        foreach (var (at, secret) in options.WebhookSecrets.Index()) Require(SecretShape().IsMatch(secret ?? ""), $"WebhookSecrets:{at} must begin with whsec_.");
        foreach (var (at, method) in options.Methods.Index())
        {
            Require(method is Card or Alipay or WeChatPay, $"Methods:{at} must be card, alipay or wechat_pay.");
            if (method is not null && !_methods.Contains(method)) _methods.Add(method);
        }
        if (_methods.Count == 0) _methods.Add(Card);
        Require(KeyedOptions.IsSafe(options.ApiUrl), "ApiUrl must be an https address.");
        (IsConnectWanted, ConnectCountry) = (options.Connect, options.ConnectCountry);
    }

    public string SecretKey { get; }

    public IReadOnlyList<string> WebhookSecrets { get; }

    public bool IsLive { get; }

    public Uri Server { get; }

    public IReadOnlyList<string> Problems => _problems;

    public bool IsConnectWanted { get; }

    public string ConnectCountry { get; }

    /// <summary>Paying out needs everything that taking money needs.</summary>
    public IReadOnlyList<string> ConnectProblems =>
        CountryShape().IsMatch(ConnectCountry) ? _problems : [.. _problems, $"{Section}:ConnectCountry must be a country's two capital letters."];

    /// <summary>WeChat Pay here is a code to be scanned with another device, and inside WeChat Alipay's pages do not open.</summary>
    public IReadOnlyList<string> MethodsFor(Device device) =>
        [.. _methods.Where(method => method == Card || device == Device.Desktop || (method == Alipay && device == Device.Phone))];

    private void Require(bool holds, string sentence)
    {
        if (!holds) _problems.Add($"{Section}:{sentence}");
    }

    [GeneratedRegex("^(sk|rk)_(?<mode>live|test)_[0-9A-Za-z]{10,}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex KeyShape();

    [GeneratedRegex("^[A-Z]{2}$", RegexOptions.NonBacktracking)]
    private static partial Regex CountryShape();

    [GeneratedRegex("^whsec_[!-~]{10,}$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex SecretShape();
}
