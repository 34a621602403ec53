using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Sellers;

/// <summary>How often one sender may ask for pages that a secret address opens: plenty for a village behind one address, nothing for guessing.</summary>
internal sealed class PrivateLinkLimits(IConfiguration configuration) : IConfigureOptions<RateLimiterOptions>
{
    private const int Usual = 60;

    public void Configure(RateLimiterOptions options)
    {
        var most = configuration.GetValue("Sellers:PrivateLooksPerMinute", Usual);
        options.AddPolicy(IStatementLinks.Limit, context =>
            RateLimitPartition.GetFixedWindowLimiter(Sender.Of(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) }));
    }
}
