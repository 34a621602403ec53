using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Storefront.Modules.Accounts;

/// <summary>
/// How many sign-in forms one address may send a minute (Accounts:TriesPerMinute). Generous by default: mobile networks put many people behind one address.
/// </summary>
internal sealed class SignInLimits(IConfiguration configuration) : IConfigureOptions<RateLimiterOptions>
{
    public const string Policy = "sign-in";
    private const int Usual = 60;
    private const int SubnetBytes = 8;

    public void Configure(RateLimiterOptions options)
    {
        var most = configuration.GetValue("Accounts:TriesPerMinute", Usual);
        options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(Sender(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
    }

    /// <summary>An IPv6 household owns 2^64 addresses: they count as one.</summary>
    private static string Sender(IPAddress? address) => address switch
    {
        null => "",
        { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, SubnetBytes)),
        _ => address.MapToIPv4().ToString(),
    };
}
