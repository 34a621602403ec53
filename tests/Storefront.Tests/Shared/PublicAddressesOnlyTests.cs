using System.Net;
using Microsoft.Extensions.Configuration;
using Storefront.Modules.Notifications.Channels.Push;
using Storefront.Shared;
using Storefront.Tests.Seams.Channels;
using Storefront.Tests.Support;
using Answer = Storefront.Modules.Notifications.Channels.Answer;

namespace Storefront.Tests.Shared;

/// <summary>A call whose address somebody else chose never reaches this machine or its neighbours.</summary>
public sealed class PublicAddressesOnlyTests
{
    [Theory]
    [InlineData("1.1.1.1", true)]
    [InlineData("114.114.114.114", true)]
    [InlineData("2606:4700:4700::1111", true)]
    [InlineData("0.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::1", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:127.0.0.1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("fe80::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("ff02::1", false)]
    public void Only_what_is_public_is(string address, bool isPublic) => Assert.Equal(isPublic, PublicAddressesOnly.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    public async Task A_name_that_leads_inward_is_not_called(string host)
    {
        await using var far = await FarGateway.StartAsync();
        using var http = new HttpClient(PublicAddressesOnly.Handler(TimeSpan.FromSeconds(5)));
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://{host}:{far.Hook.Port}/")));
        Assert.IsType<PrivateAddressException>(refused.InnerException);
        Assert.Equal(0, far.Calls);
    }

    [Fact]
    public async Task The_shop_as_it_is_set_up_pushes_to_no_neighbour()
    {
        await using var app = await StoreApp.StartAsync();
        using var browser = new TestBrowser();
        var verdict = await app.RunAsync<PushChannel, Storefront.Modules.Notifications.Channels.Verdict>(
            channel => channel.SendAsync(new(Storefront.Modules.Notifications.Channels.Way.Push, "https://localhost/send", "{}") { Keys = browser.Keys }, default));
        Assert.Equal(new(Answer.Refused, "private address"), verdict);
    }

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
