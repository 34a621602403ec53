using Microsoft.Extensions.Configuration;
using Storefront.Shared;

namespace Storefront.Tests.Shared;

/// <summary>Links in mails and messages lead to the address by which people know the shop.</summary>
public sealed class SiteAddressTests
{
    [Theory]
    [InlineData("https://farm.example/x", "a.example", "https://farm.example/")]
    [InlineData("", "localhost;farm.example", "https://farm.example/")]
    [InlineData("", "localhost;*", "http://localhost:5080/")]
    public void Who_reads_elsewhere_is_led_to_the_shop(string given, string hosts, string root)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Site:Address"] = given, ["AllowedHosts"] = hosts, ["Urls"] = "http://localhost:5080" }).Build();
        Assert.Equal(root, new SiteAddress(settings).Root.ToString());
    }

    [Fact]
    public void An_address_that_is_none_is_told() => Assert.Throws<ConfigurationException>(
        () => new SiteAddress(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal) { ["Site:Address"] = "farm" }).Build()));
}
