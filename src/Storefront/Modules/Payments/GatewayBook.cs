using Storefront.Modules.Payments.Gateways;

namespace Storefront.Modules.Payments;

/// <summary>The gateways found in the assembly: those that may be offered, and all of them by key for attempts begun earlier.</summary>
internal sealed class GatewayBook(IEnumerable<IPaymentGateway> all)
{
    private readonly Dictionary<string, IPaymentGateway> _byKey = all.ToDictionary(gateway => gateway.Key);

    public IPaymentGateway? Find(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>Keys of the gateways whose options validate and that fit this device.</summary>
    public IReadOnlyList<string> Offered(Device device) =>
        [.. _byKey.Values.Where(gateway => gateway.Problems.Count == 0 && gateway.Fits(device)).Select(gateway => gateway.Key).Order(StringComparer.Ordinal)];

    public WayToPay WayOf(string key, Device device) => _byKey[key].Way(device);

    public bool IsReady(string key) => Find(key) is { Problems.Count: 0 };
}
