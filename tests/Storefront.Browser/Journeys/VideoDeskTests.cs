using System.Globalization;
using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Modules.Videos;

namespace Storefront.Browser.Journeys;

/// <summary>A seller pastes a video, puts its address on a jar, announces a live show, and sees what the video brought.</summary>
[Collection(DemoMarket.Name)]
public sealed class VideoDeskTests(DemoMarket market)
{
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task From_a_pasted_video_to_what_it_brought(string language)
    {
        await using var seller = await Person.WithPhoneAsync(market.App.Address, language, $"videos/{language}/seller");
        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell/videos");
        await seller.LookAsync("desk");
        await seller.TypeAsync("sellvideos.paste", $"3.21 复制打开抖音，看看【远山蜂园的作品】蜂王出房了 https://v.douyin.com/iDesk{language[..2]}9xYz/ 07/21");
        await seller.TapAsync("sellvideos.add");
        await seller.SayingAsync("sellvideos.done.added");
        await seller.TapAsync(seller.Page.GetByRole(AriaRole.Checkbox, new() { Name = DemoMarket.Honey }));
        await seller.TapAsync("sellvideos.tie");
        await seller.SayingAsync("sellvideos.done.tied");
        await seller.TypeAsync("sellvideos.caption_says", "蜂王今早出房了");
        await seller.TapAsync("sellvideos.caption_save");
        await seller.SayingAsync("sellvideos.done.said");
        await seller.LookAsync("one");
        var code = new Uri(seller.Page.Url).Segments[^1];
        await seller.TapAsync(seller.Link("sellvideos.label"));
        await seller.SayingAsync("sellvideos.scan");
        await seller.LookAsync("label");
        await seller.PrintAsync("label-on-paper");

        await ABuyerComesByItAsync(language, code);

        await seller.GoAsync($"/sell/videos/brought/{code}");
        await Assertions.Expect(seller.Page.Locator(".summary dd").First).ToHaveTextAsync("1");
        await Assertions.Expect(seller.Page.Locator(".summary dd").Nth(2)).ToHaveTextAsync("1");
        await seller.LookAsync("brought");
        await TheShowIsAnnouncedAsync(seller, language);
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Lessons_and_next_steps(string language)
    {
        await using var seller = await Person.WithPhoneAsync(market.App.Address, language, $"learn/{language}");
        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell/today");
        await seller.LookAsync("today");
        await seller.TapAsync(seller.Link("learn.title"));
        await seller.ExpectAsync("/sell/learn");
        await seller.LookAsync("lessons");
        await seller.GoAsync("/sell/learn/light");
        await seller.LookAsync("light");
        await seller.GoAsync("/sell/learn/honey");
        await seller.LookAsync("honey");
    }

    private async Task ABuyerComesByItAsync(string language, string code)
    {
        await using var guest = await Person.WithPhoneAsync(market.App.Address, language, $"videos/{language}/guest");
        await guest.GoAsync($"/v/{code}");
        await guest.LookAsync("video");
        await guest.TapAsync(guest.Page.GetByRole(AriaRole.Link, new() { Name = DemoMarket.Honey, Exact = true }));
        await guest.ExpectAsync("/p/*");
        await guest.PutInCartAsync();
        await guest.FillInCheckoutAsync();
        await guest.PayAsync();
        await market.App.DeliverAsync();
        await market.App.RunAsync<WriteDownVisits, bool>(async work =>
        {
            await work.RunAsync(default);
            return true;
        });
    }

    private async Task TheShowIsAnnouncedAsync(Person seller, string language)
    {
        await seller.GoAsync("/sell/live");
        await seller.TypeAsync("sellvideos.live_about", "教你看冬蜜结晶");
        await seller.Page.Locator("#Input_Day").FillAsync(market.Today.AddDays(3).ToString("O", CultureInfo.InvariantCulture));
        await seller.Page.Locator("#Input_Time").FillAsync("19:00");
        await seller.TapAsync("sellvideos.live_announce");
        await seller.SayingAsync("sellvideos.live_done.announced");
        await seller.LookAsync("live");

        await using var buyer = await Person.WithPhoneAsync(market.App.Address, language, $"videos/{language}/buyer");
        await buyer.SignInAsync(market.App, "13800000008", DemoMarket.Password);
        await buyer.GoAsync("/v/" + await market.VideoOfAsync(DemoMarket.Honey));
        await buyer.TapAsync(buyer.Page.Locator("main a[href^='/s/']"));
        await buyer.ExpectAsync("/s/*");
        await buyer.LookAsync("shop");
        await buyer.TapAsync(buyer.Page.Locator("main a[href^='/live/']").First);
        await buyer.ExpectAsync("/live/*");
        await buyer.LookAsync("show");
        if (await buyer.Button("sellvideos.remind").CountAsync() > 0) await buyer.TapAsync("sellvideos.remind");
        await buyer.SayingAsync("sellvideos.reminded");
        await buyer.LookAsync("reminded");
    }
}
