using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

/// <summary>How many pictures of transfers one sender may upload a minute: each costs a decoder's work. Generous, because mobile networks put many people behind one address.</summary>
internal sealed class ProofLimits : IConfigureOptions<RateLimiterOptions>
{
    public const string Policy = "payer-proofs";
    public const int AMinute = 20;

    public void Configure(RateLimiterOptions options) => options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
        ? RateLimitPartition.GetFixedWindowLimiter(Sender.Of(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = AMinute, Window = TimeSpan.FromMinutes(1) })
        : RateLimitPartition.GetNoLimiter(""));
}
