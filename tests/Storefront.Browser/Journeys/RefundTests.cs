using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>
/// Paid by a code on another device: declined, tried again, and the page notices both by itself. Then a lid was cracked, and a part of the money goes back before
/// everybody's eyes. In a market of its own, whose bank shows codes.
/// </summary>
public sealed partial class RefundTests
{
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Declined_then_paid_then_partly_given_back(string language)
    {
        await using var app = await StoreApp.StartAsync(change: null, "Demo:Enabled=true", "Payments:Sandbox:ShowsCode=true");
        await using var buyer = await Person.WithPhoneAsync(app.Address, language, $"refund/{language}/buyer");
        await buyer.GoAsync("/");
        await buyer.FindAsync(DemoMarket.Honey);
        await buyer.PutInCartAsync();
        await buyer.FillInCheckoutAsync();
        await buyer.LookAsync("ways-to-pay");
        await buyer.TapAsync(buyer.Page.Locator("[data-pay] button"));
        await AtTheBankAsync(app, buyer, language, "payments.sandbox.decline");
        await buyer.ExpectAsync("/pay/*/return");
        await buyer.SayingAsync("payments.state.failed.title");
        await buyer.LookAsync("declined");
        await buyer.TapAsync(buyer.Link("payments.another.again"));
        await buyer.SayingAsync("payments.state.failed.what");
        await buyer.LookAsync("another-way");
        await buyer.TapAsync("payments.another.again");
        await AtTheBankAsync(app, buyer, language, "payments.sandbox.pay");
        await buyer.ExpectAsync("/orders/*");
        await app.DeliverAsync();
        await buyer.Page.ReloadAsync();
        await buyer.SayingAsync("orders.said.Paid");

        var number = Number().Match(await buyer.Page.Locator("h1").InnerTextAsync()).Value;
        await GiveBackAsync(app, number, language);
        await buyer.Page.ReloadAsync();
        await buyer.SayingAsync("orders.return.Asked");
        await buyer.LookAsync("asked");
        await app.SettleAsync();
        await buyer.Page.ReloadAsync();
        await buyer.SayingAsync("orders.return.Done");
        await buyer.LookAsync("paid-back");
        await LookAfterAsync(app, number, language);
    }

    /// <summary>The buyer's other device scans the code.</summary>
    private static async Task AtTheBankAsync(StoreApp app, Person buyer, string language, string act)
    {
        await Assertions.Expect(buyer.Page.Locator("main img")).ToBeVisibleAsync();
        await buyer.LookAsync("code");
        var attempt = new Uri(buyer.Page.Url).Segments[^1];
        var charge = await app.RunAsync<SandboxBank, Charge?>(bank => bank.FindAsync(attempt, default));
        await using var phone = await Person.WithPhoneAsync(app.Address, language, $"refund/{language}/bank");
        await phone.GoAsync($"/sandbox/{charge!.Code}");
        await phone.TapAsync(act);
        await phone.Page.WaitForURLAsync(url => !url.Contains("/sandbox/", StringComparison.Ordinal));
    }

    private static async Task GiveBackAsync(StoreApp app, string number, string language)
    {
        await using var seller = await Person.WithPhoneAsync(app.Address, language, $"refund/{language}/seller");
        await seller.SignInAsync(app, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync($"/sell/orders/{number}");
        await seller.TapAsync(seller.Page.Locator("summary", new() { HasText = seller.Say("orders.refund") }));
        await seller.TypeAsync("orders.refund.reason", language == "en" ? "The lid was cracked" : "盖子裂了");
        await seller.LookAsync("give-back");
        await seller.TapAsync("orders.refund.do");
        await seller.SayingAsync("orders.refund.nothing");
        await seller.LookAsync("refused", "400 (Bad Request)");
        await seller.Page.GetByLabel(seller.Say("orders.refund.sum")).First.FillAsync("12.50");
        await seller.TapAsync("orders.refund.do");
        await seller.SayingAsync("orders.return.Asked");
        await seller.LookAsync("given-back");
    }

    private static async Task LookAfterAsync(StoreApp app, string number, string language)
    {
        var (_, phone) = await app.NewPersonAsync(Policies.FinanceRole);
        await using var finance = await Person.WithPhoneAsync(app.Address, language, $"refund/{language}/finance");
        await finance.SignInAsync(app, phone, People.Password);
        await finance.GoAsync("/admin/orders");
        await finance.LookAsync("orders");
        await finance.GoAsync($"/admin/orders/{number}");
        await finance.SayingAsync("orders.return.Done");
        await finance.LookAsync("order");
    }

    [GeneratedRegex("[0-9A-Z-]{8,}")]
    private static partial Regex Number();
}
