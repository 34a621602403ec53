using System.Net;
using System.Net.Sockets;

namespace Storefront.Shared;

/// <summary>Whom a rate limit counts.</summary>
internal static class Sender
{
    private const int SubnetBytes = 8;

    /// <summary>An IPv6 household owns 2^64 addresses: they count as one.</summary>
    public static string Of(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, SubnetBytes)),
        _ => address.MapToIPv4().ToString(),
    };
}
