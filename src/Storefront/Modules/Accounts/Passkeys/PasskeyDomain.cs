using System.Globalization;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Passkeys;

/// <summary>The domain that passkeys are made for (their "relying party id"). Null: the host of each request.</summary>
internal sealed record PasskeyDomain(string? Name)
{
    private const string Setting = "Accounts:Passkeys:Domain";

    public static PasskeyDomain Read(IConfiguration configuration)
    {
        var given = configuration[Setting];
        return string.IsNullOrWhiteSpace(given) ? new((string?)null) : new(Canonical(given.Trim()) ?? throw new ConfigurationException(
            $"{Setting} is '{given}', and passkeys need a plain domain such as market.example: no scheme, port, path or IP address; leave it empty to take the host of each request."));
    }

    /// <summary>As browsers spell it, or null when it is no domain.</summary>
    private static string? Canonical(string given)
    {
        if (Uri.CheckHostName(given) != UriHostNameType.Dns) return null;
        try
        {
            var name = new IdnMapping { UseStd3AsciiRules = true }.GetAscii(given).ToLowerInvariant();
            var labels = name.Split('.');
            return name == "localhost" || (labels.Length > 1 && labels.All(label => label.Length > 0) && labels[^1].Any(char.IsAsciiLetter)) ? name : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
