using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Storefront.Shared;

namespace Storefront.Tests.Shared;

/// <summary>In Production cookies are bound to HTTPS and to this very host; in Development a phone in the same network must keep them over plain HTTP.</summary>
public sealed class SafeCookieTests
{
    [Theory]
    [InlineData("Production", "__Host-session", CookieSecurePolicy.Always)]
    [InlineData("Development", "session", CookieSecurePolicy.SameAsRequest)]
    public void Names_suit_the_environment(string environment, string name, CookieSecurePolicy policy)
    {
        var cookie = new CookieBuilder().Harden("session", new Named { EnvironmentName = environment });
        Assert.Equal((name, policy), (cookie.Name, cookie.SecurePolicy));
        // Without these three a browser throws a __Host- cookie away.
        Assert.Equal(("/", null, true), (cookie.Path, cookie.Domain, cookie.HttpOnly));
        Assert.Equal(SameSiteMode.Lax, cookie.SameSite);
    }

    private sealed class Named : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = "";

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
