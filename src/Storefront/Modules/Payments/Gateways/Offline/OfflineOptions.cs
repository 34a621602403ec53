namespace Storefront.Modules.Payments.Gateways.Offline;

/// <summary><c>Payments:Offline</c>. Read anew when the configuration changes.</summary>
internal sealed class OfflineOptions
{
    /// <summary>By language: the account to send to or the place to bring it to. <c>{reference}</c> and <c>{amount}</c> are filled in; lines stay lines.</summary>
    public IDictionary<string, string?> Instructions { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long the money may take. Goods are held so long.</summary>
    public int Hours { get; set; } = 48;
}
