using System.Globalization;
using System.Net;

namespace Storefront.Modules.Payments.Gateways.Stripe;

/// <summary>Parameters as the vendor reads them: names with brackets, in the order they were put in.</summary>
internal sealed class StripeForm
{
    private readonly List<string> _pairs = [];

    public string this[string name]
    {
        set => _pairs.Add($"{WebUtility.UrlEncode(name)}={WebUtility.UrlEncode(value)}");
    }

    public static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    public override string ToString() => string.Join('&', _pairs);
}
