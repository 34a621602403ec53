using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Payments;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>
/// Money sent by bank: a guest shows it by a picture, finance finds it and writes it down, the guest's page notices. Then the seller has none left, and the money
/// cannot be sent back.
/// </summary>
public sealed class ByHandTests
{
    /// <summary>As a phone's camera makes it: the page sends a smaller one.</summary>
    private const string LargePicture = """
        (() => {
          const canvas = Object.assign(document.createElement("canvas"), { width: 1800, height: 900 });
          const brush = canvas.getContext("2d"), grain = brush.createImageData(1800, 900);
          for (let at = 0; at < grain.data.length; at++) grain.data[at] = at % 4 === 3 ? 255 : Math.random() * 256;
          brush.putImageData(grain, 0, 0);
          return canvas.toDataURL("image/jpeg", 1);
        })()
        """;

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Shown_by_a_guest_found_by_finance_and_not_to_be_sent_back(string language)
    {
        await using var app = await StoreApp.StartAsync(change: null, ["Demo:Enabled=true", .. Transfers.Settings]);
        await using var guest = await Person.WithPhoneAsync(app.Address, language, $"by-hand/{language}/guest");
        await guest.CheckOutAsync(DemoMarket.Honey, "offline");
        await guest.LookAsync("ways");
        await guest.TapAsync(guest.Page.Locator("[data-pay] button"));
        await guest.ExpectAsync("/pay/*");
        await guest.SayingAsync("payments.step.wait");
        await guest.LookAsync("where-to");
        await ShowAsync(guest);

        await using var finance = await FinanceAsync(app, language);
        var transfer = await app.ReadAsync(db => db.Transfers.AsNoTracking().SingleAsync());
        await WriteDownAsync(finance, transfer);
        // No tap: the page that waits asks by itself.
        await guest.SeePaidAsync(app);
        await guest.LookAsync("paid");

        await CallOffAsync(app, language);
        await app.SettleAsync();
        await GiveUpAsync(finance, transfer, language == "en" ? "the account is closed" : "账户已注销");
        await guest.Page.ReloadAsync();
        await guest.SayingAsync("orders.return.Stuck");
        await guest.SeeAsync(language == "en" ? "the account is closed" : "账户已注销");
        await guest.LookAsync("kept-for-the-buyer");
    }

    private static async Task ShowAsync(Person guest)
    {
        await guest.TypeAsync("payments.proof.note", guest.Language == "en" ? "from my mother's account" : "从我妈的账户转的");
        await guest.TapAsync("payments.proof.send");
        await guest.SayingAsync("payments.proof.missing");
        await Assertions.Expect(guest.Field("payments.proof.note")).Not.ToHaveValueAsync("");
        await guest.LookAsync("no-picture", "400 (Bad Request)");
        await guest.AddPhotosAsync(guest.Page.Locator("input[type=file]"), Convert.FromBase64String((await guest.Page.EvaluateAsync<string>(LargePicture)).Split(',')[1]));
        await Assertions.Expect(guest.Page.Locator("input[type=file]")).ToHaveValueAsync(@"C:\fakepath\photo");
        Assert.InRange(await guest.Page.EvaluateAsync<int>("createImageBitmap(document.querySelector('input[type=file]').files[0]).then(picture => picture.width)"), 1_000, 1_600);
        await guest.TapAsync("payments.proof.send");
        await guest.ExpectAsync("/pay/*/return");
        await guest.SayingAsync("payments.proof.sent", 1);
        await guest.LookAsync("shown");
    }

    private static async Task<Person> FinanceAsync(StoreApp app, string language)
    {
        var (_, phone) = await app.NewPersonAsync(Policies.FinanceRole);
        var finance = await Person.WithPhoneAsync(app.Address, language, $"by-hand/{language}/finance");
        await finance.SignInAsync(app, phone, People.Password);
        return finance;
    }

    private static async Task WriteDownAsync(Person finance, Transfer transfer)
    {
        await finance.GoAsync("/admin/payments/offline");
        await finance.SayingAsync("payments.transfers.shown.badge", 1);
        await finance.LookAsync("waiting");
        await finance.TapAsync(finance.Page.GetByRole(AriaRole.Link, new() { Name = transfer.Code }));
        await finance.SayingAsync("payments.transfers.shown");
        await finance.LookAsync("one-transfer");
        var picture = await finance.Page.Locator("a[href*='/proofs/']").GetAttributeAsync("href");
        var seen = await finance.Page.Context.APIRequest.GetAsync(picture!);
        Assert.StartsWith("image/", seen.Headers["content-type"], StringComparison.Ordinal);
        await finance.TypeAsync("payments.transfers.amount", transfer.Amount.ToYuan());
        await finance.AddPhotosAsync(finance.Page.Locator("input[type=file]"), Applicant.Picture);
        await finance.TapAsync("payments.transfers.do.Receipt.button");
        await finance.SayingAsync("payments.transfers.state.Received");
        await finance.LookAsync("received");
    }

    private static async Task CallOffAsync(StoreApp app, string language)
    {
        var number = await app.ReadAsync(db => (
            from order in db.Set<Storefront.Modules.Orders.Model.Order>()
            join payment in db.Payments on order.CheckoutCode equals payment.Code
            where payment.Attempts.Any(attempt => attempt.Gateway == "offline")
            select order.Number).SingleAsync());
        await using var seller = await Person.WithPhoneAsync(app.Address, language, $"by-hand/{language}/seller");
        await seller.SignInAsync(app, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync($"/sell/orders/{number}");
        await seller.TapAsync(seller.Page.Locator("summary", new() { HasText = seller.Say("orders.cancel") }));
        await seller.Page.Locator("#Why_Reason").FillAsync(language == "en" ? "no honey left" : "蜜卖完了");
        await seller.TapAsync(seller.Page.Locator("form[action*=Cancel] button"));
        await seller.SayingAsync("orders.state.Cancelled");
        await app.DeliverAsync();
    }

    private static async Task GiveUpAsync(Person finance, Transfer transfer, string why)
    {
        await finance.GoAsync("/admin/payments/offline?show=back");
        await finance.LookAsync("to-send-back");
        await finance.TapAsync(finance.Page.GetByRole(AriaRole.Link, new() { Name = transfer.Code }));
        await finance.TapAsync("payments.transfers.unsendable.button");
        await finance.SayingAsync("payments.transfers.error.reason", PaymentAttempt.WhyLength);
        await finance.LookAsync("no-reason", "400 (Bad Request)");
        await finance.TypeAsync("payments.transfers.reason", why);
        await finance.TapAsync("payments.transfers.unsendable.button");
        await finance.SayingAsync("payments.transfers.move.refused", transfer.Amount, why);
        await finance.LookAsync("given-up");
        await finance.TapAsync(finance.Link("payments.transfers.retry"));
        await finance.SeeAsync(why);
        await finance.LookAsync("to-retry");
    }
}
