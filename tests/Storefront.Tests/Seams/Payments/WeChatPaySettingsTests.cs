using Storefront.Modules.Payments.Gateways.WeChatPay;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>What is wrong with its settings is said, and keeps it from being offered.</summary>
public sealed class WeChatPaySettingsTests : IAsyncLifetime
{
    private readonly WeChatFarSide _vendor = new(new TestClock());
    private VendorDesk<WeChatPayGateway, WeChatPayModule> _desk = null!;

    public async Task InitializeAsync()
    {
        await _vendor.StartAsync();
        _desk = new(_vendor.Settings, new TestClock());
    }

    public async Task DisposeAsync()
    {
        _desk.Dispose();
        await _vendor.DisposeAsync();
    }

    [Theory]
    [InlineData("AppId", "2021004100000001")]
    [InlineData("MerchantId", "no merchant")]
    [InlineData("SerialNumber", "a serial")]
    [InlineData("PrivateKey", "rubbish")]
    [InlineData("ApiV3Key", "too short")]
    [InlineData("PublicKeys:" + WeChatFarSide.KeyId, "rubbish")]
    [InlineData("BaseUrl", "http://market.example")]
    [InlineData("AuthorizeUrl", "http://market.example")]
    [InlineData("TokenUrl", "http://market.example")]
    public void What_is_wrong_is_said_without_the_value(string key, string value)
    {
        Configure(key, value);
        var problem = Assert.Single(_desk.Gateway.Problems);
        Assert.StartsWith($"Payments:WeChatPay:{key}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(value, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_public_key_is_no_private_key_and_a_short_one_is_none()
    {
        Configure("PrivateKey", TestKeys.Ours.PublicPem);
        Assert.Single(_desk.Gateway.Problems);
        using var rsa = System.Security.Cryptography.RSA.Create(1024);
        Configure("PrivateKey", rsa.ExportPkcs8PrivateKeyPem());
        Assert.Single(_desk.Gateway.Problems);
    }

    [Fact]
    public void Without_settings_it_is_not_offered()
    {
        using var bare = new VendorDesk<WeChatPayGateway, WeChatPayModule>([], new TestClock());
        Assert.Equal(6, bare.Gateway.Problems.Count);
    }

    private void Configure(string key, string value) => _desk.Set(($"Payments:WeChatPay:{key}", value));
}
