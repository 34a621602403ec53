namespace Storefront.Shared;

/// <summary>
/// Where the shop is for people who read of it elsewhere, in an e-mail or an SMS: Site:Address, else https and the first of AllowedHosts that is not this machine,
/// else where it listens.
/// </summary>
internal sealed class SiteAddress(IConfiguration configuration)
{
    private static readonly string[] Here = ["localhost", "127.0.0.1", "[::1]", "*"];

    public Uri Root { get; } = Find(configuration);

    public Uri Of(string path) => new(Root, path);

    private static Uri Find(IConfiguration configuration)
    {
        var given = configuration["Site:Address"] ?? "";
        if (given.Length > 0)
        {
            return Uri.TryCreate(given, UriKind.Absolute, out var own) && own.Scheme is "https" or "http"
                ? new(own.GetLeftPart(UriPartial.Authority))
                : throw new ConfigurationException($"Site:Address is {given}; it must be the address of the shop, such as https://example.org.");
        }
        var host = (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .FirstOrDefault(name => !Here.Contains(name) && name[0] != '*' && Uri.CheckHostName(name) != UriHostNameType.Unknown);
        if (host is not null) return new($"https://{host}");
        var listens = (configuration["Urls"] ?? "").Split(';')[0].Replace("*", "localhost", StringComparison.Ordinal).Replace("+", "localhost", StringComparison.Ordinal);
        return Uri.TryCreate(listens, UriKind.Absolute, out var local) ? local : new("http://localhost");
    }
}
