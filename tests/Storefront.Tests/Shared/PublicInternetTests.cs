using System.Net;
using System.Net.Sockets;
using Storefront.Shared;

namespace Storefront.Tests.Shared;

/// <summary>Which addresses the shop opens a connection to when a stranger chose the name.</summary>
public sealed class PublicInternetTests
{
    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("100.63.255.255")]
    [InlineData("172.32.0.1")]
    [InlineData("192.169.0.1")]
    [InlineData("223.255.255.254")]
    [InlineData("2606:4700::1111")]
    [InlineData("240e:0:1::1")]
    [InlineData("::ffff:8.8.8.8")]
    public async Task A_public_address_is_called(string address) =>
        Assert.Equal([IPAddress.Parse(address)], await CallAsync("https://v.douyin.com/x", address));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("100.64.0.1")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.0.0.8")]
    [InlineData("192.0.2.1")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("198.51.100.1")]
    [InlineData("203.0.113.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("100::1")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("3fff::1")]
    [InlineData("fc00::1")]
    [InlineData("fe80::1")]
    [InlineData("ff02::1")]
    public async Task Any_other_address_is_not_called(string address)
    {
        Assert.Empty(await CallAsync("https://v.douyin.com/x", address));
        Assert.Empty(await CallAsync("https://v.douyin.com/x", "8.8.8.8", address));
    }

    [Fact]
    public async Task A_name_without_an_address_is_not_called() => Assert.Empty(await CallAsync("https://v.douyin.com/x"));

    [Theory]
    [InlineData("http://v.douyin.com/x")]
    [InlineData("http://v.douyin.com:443/x")]
    [InlineData("https://v.douyin.com:8443/x")]
    public async Task Only_tls_on_its_own_port_is_called(string address) => Assert.Empty(await CallAsync(address, "8.8.8.8"));

    [Fact]
    public async Task The_next_address_is_called_when_one_is_dead() =>
        Assert.Equal(2, (await CallAsync("https://v.douyin.com/x", "8.8.8.8", "9.9.9.9")).Count);

    /// <summary>Calls with nobody at the other end. Returns the addresses that were dialled.</summary>
    private static async Task<IReadOnlyList<IPAddress>> CallAsync(string address, params string[] resolved)
    {
        var dialled = new List<IPAddress>();
        var internet = new PublicInternet((_, _) => Task.FromResult(resolved.Select(IPAddress.Parse).ToArray()), (end, _) =>
        {
            dialled.Add(end.Address);
            throw new SocketException((int)SocketError.ConnectionRefused);
        });
        using var http = new HttpClient(internet.CreateHandler());
        var failure = await Assert.ThrowsAnyAsync<HttpRequestException>(() => http.GetAsync(new Uri(address)));
        Assert.Equal(dialled.Count == 0, failure is NotPublicException || failure.InnerException is NotPublicException);
        return dialled;
    }
}
