using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Seams.Payments;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Checkout;

/// <summary>Where nothing fits the page says what helps: another browser, or another time.</summary>
public sealed class NoWayToPayTests
{
    private const string InWeChat = "Mozilla/5.0 (Linux; Android 13) Mobile MicroMessenger/8.0.40";
    private const string Phone = "Mozilla/5.0 (Linux; Android 13) Mobile";
    private const string Elsewhere = "your phone’s browser";
    private const string Later = "come back in a while";

    [Theory]
    [InlineData(true, InWeChat, Elsewhere)]
    [InlineData(true, Phone, null)]
    [InlineData(false, InWeChat, Later)]
    [InlineData(false, Phone, Later)]
    public async Task It_says_what_helps(bool alipay, string agent, string? says)
    {
        await using var vendor = new AlipayFarSide(new TestClock());
        await vendor.StartAsync();
        var market = new Stalls(alipay ? vendor.Settings.Select(setting => $"{setting.Key}={setting.Value}") : [], WithoutSandbox);
        await market.InitializeAsync();
        var buyer = market.App.NewVisitor("en", agent);
        await Stalls.AddAsync(buyer, await market.OfferAsync(9));
        var page = await buyer.GetAsync("/checkout");
        Assert.Equal(says, new[] { Elsewhere, Later }.SingleOrDefault(words => page.Page.QuerySelector("main .notice.bad")?.TextContent.Contains(words, StringComparison.Ordinal) == true));
        await market.DisposeAsync();
    }

    private static void WithoutSandbox(IServiceCollection services) =>
        services.Remove(services.Single(service => service.ServiceType == typeof(IPaymentGateway) && service.ImplementationType == typeof(SandboxGateway)));
}
