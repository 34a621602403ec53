using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Modules.Catalog.Model;
using Storefront.Tests.Modules.Media;

namespace Storefront.Browser.Journeys;

/// <summary>What a video app copies becomes goods on sale, in twelve taps besides typing.</summary>
[Collection(DemoMarket.Name)]
public sealed class ListingTests(DemoMarket market)
{
    private const int MostTaps = 12;

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task From_share_text_to_shop(string language)
    {
        await using var seller = await Person.WithPhoneAsync(market.App.Address, language, $"listing/{language}/seller");
        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell/products");
        await seller.LookAsync("products");
        var before = seller.Taps;
        await seller.TapAsync(seller.Page.Locator("nav a.add"));
        await seller.ExpectAsync("/sell/products/new");
        await seller.LookAsync("empty");
        await seller.TypeAsync("catalog.form.share", $"7.43 复制打开抖音，看看【山里老陈的作品】今年的冬蜜 3斤装 99元 # 蜂蜜  https://v.douyin.com/iAbCd{language[..2]}9xYz/ 07/21 Etr:/");
        await seller.TapAsync("catalog.form.read");
        await seller.SayingAsync("catalog.form.read_done", seller.Say("videos.platform.douyin"));
        await TheGuessesAreRightAsync(seller);

        await seller.AddPhotosAsync(seller.Page.Locator(".photo-add input"), SamplePictures.Jpeg(), SamplePictures.Jpeg(orientation: 6));
        await Assertions.Expect(seller.Page.Locator(".photo-tiles input[name='Input.Photos']")).ToHaveCountAsync(2);
        await seller.Page.Locator("#Input_Sizes_0__Quantity").FillAsync("20");
        await seller.TypeDayAsync("catalog.form.harvested", market.Today.AddDays(-3));
        await seller.TypeDayAsync("catalog.form.best_before", market.Today.AddDays(700));
        await seller.LookAsync("filled-in");
        await seller.TapAsync("catalog.sell.publish");
        await seller.SayingAsync("catalog.form.done_published");
        Assert.InRange(seller.Taps - before, 1, MostTaps);
        await seller.LookAsync("published");

        await TheBuyerSeesItAsync(language);
    }

    private static async Task TheGuessesAreRightAsync(Person seller)
    {
        await Assertions.Expect(seller.Page.Locator("#Input_Name")).ToHaveValueAsync("今年的冬蜜");
        await Assertions.Expect(seller.Page.Locator("#Input_Category")).ToHaveValueAsync("honey");
        await Assertions.Expect(seller.Page.Locator("#Input_Sizes_0__Label")).ToHaveValueAsync("3斤");
        await Assertions.Expect(seller.Page.Locator("#Input_Sizes_0__Grams")).ToHaveValueAsync("1500");
        await Assertions.Expect(seller.Page.Locator("#Input_Sizes_0__Price")).ToHaveValueAsync("99");
    }

    private async Task TheBuyerSeesItAsync(string language)
    {
        var code = await market.App.ReadAsync(db => db.Products.OrderByDescending(product => product.Id).Select(product => product.Code).FirstAsync());
        await using var buyer = await Person.WithPhoneAsync(market.App.Address, language, $"listing/{language}/buyer");
        await buyer.GoAsync($"/p/{code}");
        await Assertions.Expect(buyer.Page.Locator(".gallery img")).ToHaveCountAsync(2);
        await Assertions.Expect(buyer.Button("catalog.item.add")).ToBeVisibleAsync();
        await Assertions.Expect(buyer.Page.Locator("a.video-poster")).ToHaveAttributeAsync("href", $"https://v.douyin.com/iAbCd{language[..2]}9xYz/");
        await buyer.LookAsync("product");
    }
}
