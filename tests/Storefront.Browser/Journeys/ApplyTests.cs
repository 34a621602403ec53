using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Shared;
using Storefront.Tests.Modules.Media;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>A farmer applies with a phone number; the reviewer asks for a better photo; the message leads to the very field; approved.</summary>
[Collection(DemoMarket.Name)]
public sealed class ApplyTests(DemoMarket market)
{
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Apply_and_be_reviewed(string language)
    {
        var name = "大岭脚老陈 " + language;
        await using var farmer = await Person.WithPhoneAsync(market.App.Address, language, $"apply/{language}/farmer");
        await SignUpAsync(farmer);
        await TellAsync(farmer, name);
        await ShowPaperAsync(farmer);
        await HandInAsync(farmer);

        await using var reviewer = await Person.WithPhoneAsync(market.App.Address, language, $"apply/{language}/reviewer");
        var (_, phone) = await market.App.NewPersonAsync(Policies.ReviewerRole);
        await reviewer.SignInAsync(market.App, phone, People.Password);
        await AskForBetterPhotoAsync(reviewer, name);
        await market.App.DeliverAsync();

        await AnswerAsync(farmer);
        await ApproveAsync(reviewer, name);
        await market.App.DeliverAsync();
        await farmer.GoAsync("/me/notices");
        await farmer.SayingAsync("sellers.notice.Approve", name);
        await farmer.GoAsync("/sell");
        await farmer.ExpectAsync("/sell/today");
        await farmer.LookAsync("open");
    }

    private async Task SignUpAsync(Person farmer)
    {
        var phone = People.NewPhone();
        await farmer.GoAsync("/sell");
        await farmer.ExpectAsync("/sign-in");
        await farmer.LookAsync("sign-in");
        await farmer.TypeAsync("accounts.phone", phone);
        await farmer.TapAsync("accounts.code.send");
        await farmer.ExpectAsync("/sign-in/code");
        await farmer.LookAsync("code");
        await farmer.EnterCodeAsync(market.App, phone);
        await farmer.ExpectAsync("/sell");
        await farmer.LookAsync("start");
        await farmer.TapAsync(farmer.Link("sellers.start.go"));
    }

    private static async Task TellAsync(Person farmer, string name)
    {
        await farmer.ExpectAsync("/sell/apply/shop");
        await farmer.TypeAsync("sellers.name", name);
        await farmer.TypeAsync("sellers.story", "在松阳大岭脚养了三十年蜂，冬蜜一年只割一次。");
        await farmer.LookAsync("shop");
        await farmer.TapAsync("sellers.save_on");
        await farmer.ExpectAsync("/sell/apply/place");
        foreach (var (part, code) in new[] { ("p", "33"), ("c", "3311"), ("a", "331124"), ("t", "331124102") })
            await farmer.ChooseAsync(farmer.Page.Locator($"#Input_RegionCode_{part}"), code);
        await farmer.TypeAsync("sellers.village", "大岭脚村");
        await farmer.LookAsync("place");
        await farmer.TapAsync("sellers.save_on");
    }

    private async Task ShowPaperAsync(Person farmer)
    {
        await farmer.ExpectAsync("/sell/apply/licence");
        await farmer.Page.GetByLabel(farmer.Say("sellers.kind.Workshop")).CheckAsync();
        await farmer.Page.GetByLabel(farmer.Say("sellers.goods.honey"), new() { Exact = true }).CheckAsync();
        await farmer.Page.Locator("#Input_Number").FillAsync("浙坊33112400099");
        await farmer.TypeAsync("sellers.issuer", "松阳县市场监督管理局");
        await farmer.TypeDayAsync("sellers.expires", market.Today.AddDays(500));
        await farmer.LookAsync("licence");
        await farmer.TapAsync("sellers.save_on");
        await farmer.SayingAsync("sellers.document.missing");
        await farmer.LookAsync("licence-without-photo", "status of 400");
        await farmer.AddPhotosAsync(farmer.Page.Locator("#Input_Document"), SamplePictures.Jpeg());
        await farmer.TapAsync("sellers.save_on");
    }

    private static async Task HandInAsync(Person farmer)
    {
        await farmer.ExpectAsync("/sell/apply/payout");
        await farmer.Page.GetByLabel(farmer.Say("sellers.payout.Alipay"), new() { Exact = true }).CheckAsync();
        await farmer.TypeAsync("sellers.payout.holder", "陈阿根");
        await farmer.TypeAsync("sellers.payout.number", "13957801234");
        await farmer.LookAsync("payout");
        await farmer.TapAsync("sellers.save_on");
        await farmer.ExpectAsync("/sell/apply/check");
        await farmer.LookAsync("check");
        await farmer.TapAsync("sellers.submit");
        await farmer.SayingAsync("sellers.waiting.title");
        await farmer.LookAsync("waiting");
    }

    private static async Task AskForBetterPhotoAsync(Person reviewer, string name)
    {
        await reviewer.GoAsync("/admin");
        await reviewer.LookAsync("queue");
        await reviewer.TapAsync(reviewer.Page.Locator("main .list-item", new() { HasText = name }));
        await reviewer.LookAsync("case");
        await reviewer.ChooseAsync(reviewer.Page.Locator("#Input_Field"), "document");
        await reviewer.TypeAsync("sellers.case.words", "照片太暗，看不清编号，请在窗边再拍一张。");
        await reviewer.TapAsync(reviewer.Page.Locator("button[value=Ask]"));
        await reviewer.SayingAsync("sellers.state.ChangesRequested");
    }

    private static async Task AnswerAsync(Person farmer)
    {
        await farmer.GoAsync("/me/notices");
        await farmer.LookAsync("notices");
        await farmer.TapAsync(farmer.Page.Locator("main .list-item a").First);
        await farmer.ExpectAsync("/sell/apply/licence");
        await farmer.SeeAsync("请在窗边再拍一张");
        await farmer.LookAsync("asked");
        await farmer.AddPhotosAsync(farmer.Page.Locator("#Input_Document"), SamplePictures.Jpeg(orientation: 6));
        await farmer.TapAsync("sellers.save_on");
        await farmer.ExpectAsync("/sell/apply/check");
        await farmer.TapAsync("sellers.submit_again");
        await farmer.SayingAsync("sellers.waiting.title");
    }

    private static async Task ApproveAsync(Person reviewer, string name)
    {
        await reviewer.GoAsync("/admin");
        await reviewer.TapAsync(reviewer.Page.Locator("main .list-item", new() { HasText = name }));
        await reviewer.SayingAsync("sellers.case.answered");
        await reviewer.TapAsync(reviewer.Page.Locator("button[value=Approve]"));
        await reviewer.SayingAsync("sellers.state.Approved");
    }
}
