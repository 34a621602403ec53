using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>
/// How many sign-in forms one address may send a minute (Accounts:TriesPerMinute). Generous by default: mobile networks put many people behind one address.
/// </summary>
internal sealed class SignInLimits(IConfiguration configuration) : IConfigureOptions<RateLimiterOptions>
{
    public const string Policy = "sign-in";
    private const int Usual = 60;

    public void Configure(RateLimiterOptions options)
    {
        var most = configuration.GetValue("Accounts:TriesPerMinute", Usual);
        options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(Sender.Of(context.Connection.RemoteIpAddress), _ => new() { PermitLimit = most, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
    }
}
