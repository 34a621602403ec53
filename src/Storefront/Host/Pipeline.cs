using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.HttpOverrides;
using Storefront.Host.PublicPages;
using Storefront.Shared;

namespace Storefront.Host;

/// <summary>The way of every request. The order matters: headers and errors first, the page cache before anything that costs.</summary>
internal static class Pipeline
{
    public static void Use(WebApplication app, IReadOnlyList<IModule> modules)
    {
        if (app.Configuration.GetValue("Proxy:Trusted", defaultValue: false)) app.UseForwardedHeaders(BehindProxy());
        app.UseMiddleware<SecurityHeaders>();
        if (app.Environment.IsProduction())
        {
            app.UseHsts();
            app.UseHttpsRedirection();
        }
        app.UseMiddleware<GiveKeptPages>();
        app.UseExceptionHandler("/error/500");
        app.UseStatusCodePagesWithReExecute("/error/{0}");
        app.UseMiddleware<Culture>();
        app.UseMiddleware<GiveScripts>();
        app.UseRouting();
        app.UseMiddleware<SameOrigin>();
        app.UseMiddleware<KeepPublicPages>();
        app.UseResponseCompression();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapRazorPages().WithStaticAssets();
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") });
        foreach (var module in modules) module.MapEndpoints(app);
    }

    private static ForwardedHeadersOptions BehindProxy()
    {
        // Proxy:Trusted says that only the proxy can reach this port, so its word is taken from any address.
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = 1 };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        return options;
    }
}
