using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Alipay;
using Storefront.Tests.Seams.Payments;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>Paid on a page of the vendor, which checks what leads there, tells the shop with its signature and sends the buyer back.</summary>
public sealed class CashierTests
{
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Declined_by_one_then_paid_with_another(string language)
    {
        await using var vendor = new AlipayFarSide(new TestClock());
        await vendor.StartAsync();
        await using var app = await OpenAsync(vendor, change: null);
        await using var buyer = await Person.WithPhoneAsync(app.Address, language, $"cashier/{language}/another", desktop: true);
        buyer.Trust(vendor.Address);
        await buyer.CheckOutAsync(DemoMarket.Honey, "sandbox");
        await buyer.LookAsync("ways");
        await buyer.TapAsync(buyer.Page.Locator("[data-pay] button"));
        await buyer.ExpectAsync("/sandbox/*");
        await buyer.TapAsync("payments.sandbox.decline");
        await buyer.ExpectAsync("/pay/*/return");
        await buyer.SayingAsync("payments.state.failed.title");
        await buyer.LookAsync("declined");
        await buyer.TapAsync(buyer.Link("payments.another.again"));
        await buyer.ChooseWayAsync(AlipayGateway.Name);
        await buyer.LookAsync("another");
        await buyer.TapAsync("payments.another.again");
        await PayAsync(buyer, vendor);
        await buyer.SeePaidAsync(app);
        await buyer.LookAsync("paid");
        Assert.Empty(vendor.Complaints);
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Led_there_by_a_form(string language)
    {
        await using var vendor = new AlipayFarSide(new TestClock());
        await vendor.StartAsync();
        await using var app = await OpenAsync(vendor, services =>
        {
            services.Remove(services.Single(service => service.ServiceType == typeof(IPaymentGateway) && service.ImplementationType == typeof(AlipayGateway)));
            services.TryAddSingleton<AlipayGateway>();
            services.AddSingleton<IPaymentGateway, FormAlipay>();
        });
        await using var buyer = await Person.WithPhoneAsync(app.Address, language, $"cashier/{language}/form");
        buyer.Trust(vendor.Address);
        await buyer.CheckOutAsync(DemoMarket.Honey, AlipayGateway.Name);
        await buyer.TapAsync(buyer.Page.Locator("[data-pay] button"));
        await buyer.ExpectAsync("/pay/*");
        await buyer.LookAsync("form");
        await buyer.TapAsync("payments.step.go", buyer.Say("payments.gateway.alipay"));
        await PayAsync(buyer, vendor);
        await buyer.SeePaidAsync(app);
        await buyer.LookAsync("paid");
        Assert.Empty(vendor.Complaints);
    }

    private static async Task<StoreApp> OpenAsync(AlipayFarSide vendor, Action<IServiceCollection>? change)
    {
        var app = await StoreApp.StartAsync(change, ["Demo:Enabled=true", .. vendor.Settings.Select(setting => $"{setting.Key}={setting.Value}")]);
        vendor.Clock = app.Clock;
        return app;
    }

    private static async Task PayAsync(Person buyer, AlipayFarSide vendor)
    {
        await buyer.Page.WaitForURLAsync(new Uri(vendor.Address, "/gateway.do") + "**");
        await Assertions.Expect(buyer.Page.Locator("h1")).ToBeVisibleAsync();
        await buyer.TapAsync(buyer.Page.Locator("button"));
    }
}
