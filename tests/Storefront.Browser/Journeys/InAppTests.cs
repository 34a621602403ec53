using System.Text.Json;
using Storefront.Browser.Steps;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.WeChatPay;
using Storefront.Tests.Seams.Payments;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>Inside WeChat: the vendor says whose app it is, and the app takes the signed parameters. Its bridge is played in the page.</summary>
public sealed class InAppTests
{
    private const string Agent = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0 Mobile Safari/537.36 MicroMessenger/8.0.40";

    private const string Bridge = """
        window.WeixinJSBridge = {
          invoke: (name, parameters, done) => window.vendorIsAsked(name, JSON.stringify(parameters)).then(said => done({ err_msg: said })),
        };
        """;

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Asked_who_pays_given_up_once_and_paid_in_the_app(string language)
    {
        await using var vendor = new WeChatFarSide(new TestClock()) { TakesPlainAddresses = true };
        await vendor.StartAsync();
        await using var app = await StoreApp.StartAsync(change: null, ["Demo:Enabled=true", .. vendor.Settings.Select(setting => $"{setting.Key}={setting.Value}")]);
        vendor.Clock = app.Clock;
        await using var buyer = await Person.WithPhoneAsync(app.Address, language, $"in-app/{language}", agent: Agent);
        buyer.Trust(vendor.Address);
        var answers = new Queue<string>(["cancel", "ok"]);
        await buyer.Page.ExposeFunctionAsync("vendorIsAsked", async (string name, string parameters) =>
        {
            var answer = answers.Dequeue();
            if (answer == "ok") await PayAsync(app, vendor, AttemptOf(buyer), name, parameters);
            return $"get_brand_wcpay_request:{answer}";
        });
        await buyer.Page.AddInitScriptAsync(Bridge);

        await buyer.CheckOutAsync(DemoMarket.Honey, WeChatPayGateway.Name);
        await buyer.LookAsync("ways");
        await buyer.TapAsync(buyer.Page.Locator("[data-pay] button"));
        await buyer.ExpectAsync("/pay/*");
        var pay = buyer.Button("payments.step.go", buyer.Say("payments.gateway.wechatpay"));
        await pay.WaitForAsync();
        await buyer.LookAsync("to-be-paid");
        await buyer.TapAsync(pay);
        await Microsoft.Playwright.Assertions.Expect(pay).ToBeEnabledAsync();
        Assert.Equal("NOTPAY", vendor[AttemptOf(buyer)].State);
        await buyer.TapAsync(pay);
        await buyer.SeePaidAsync(app);
        await buyer.LookAsync("paid");
        Assert.Empty(vendor.Complaints);
    }

    private static string AttemptOf(Person buyer) => new Uri(buyer.Page.Url).Segments[^1];

    /// <summary>The app takes exactly what the vendor has described, signed by the merchant; then the vendor tells the shop.</summary>
    private static async Task PayAsync(StoreApp app, WeChatFarSide vendor, string attempt, string name, string parameters)
    {
        var said = JsonSerializer.Deserialize<Dictionary<string, string>>(parameters)!;
        Assert.Equal("getBrandWCPayRequest", name);
        Assert.Equal(["appId", "nonceStr", "package", "paySign", "signType", "timeStamp"], said.Keys.Order(StringComparer.Ordinal));
        Assert.Equal((WeChatTrades.AppId, "RSA"), (said["appId"], said["signType"]));
        Assert.StartsWith("prepay_id=", said["package"], StringComparison.Ordinal);
        Assert.True(TestKeys.Ours.Verifies($"{said["appId"]}\n{said["timeStamp"]}\n{said["nonceStr"]}\n{said["package"]}\n", said["paySign"]));
        Assert.Equal("jsapi", vendor[attempt].Way);
        vendor.Become(attempt, "SUCCESS");
        await TellAsync(app, vendor.Notice(attempt));
    }

    private static async Task TellAsync(StoreApp app, Notice notice)
    {
        using var wire = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Address, "/pay/notices/wechatpay")) { Content = new ByteArrayContent(notice.Body.ToArray()) };
        foreach (var (header, value) in notice.Headers) request.Headers.Add(header, value);
        using var heard = await wire.SendAsync(request);
        heard.EnsureSuccessStatusCode();
    }
}
