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
        await seller.TypeAsync("listing.share.text", ShareOf(language));
        await seller.TapAsync("catalog.form.read");
        await seller.SayingAsync("catalog.form.read_done", seller.Say("videos.platform.douyin"));
        await TheGuessesAreRightAsync(seller);
        await seller.LookAsync("guessed");

        await seller.AddPhotosAsync(seller.Page.Locator(".photo-add input"), SamplePictures.Jpeg(), SamplePictures.Jpeg(orientation: 6));
        await Assertions.Expect(seller.Page.Locator(".photo-tiles input[name='Input.Photos']")).ToHaveCountAsync(2);
        await seller.Page.Locator("#Input_Sizes_0__Quantity").FillAsync("20");
        await seller.TypeDayAsync("catalog.form.harvested", market.Today.AddDays(-3));
        await seller.LookAsync("filled-in");
        await seller.TapAsync("catalog.sell.publish");
        await seller.SayingAsync("listing.ask.title");
        await seller.LookAsync("asked");
        await seller.TapAsync("listing.ask.publish");
        await seller.SayingAsync("catalog.form.done_published");
        Assert.InRange(seller.Taps - before, 1, MostTaps);
        await seller.LookAsync("published");

        await TheBuyerSeesItAsync(language);
    }

    /// <summary>The phone's share sheet asks for the page by the share target's address; the product is found, and the list has its short ways.</summary>
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task From_the_share_sheet_to_a_product_that_is_there(string language)
    {
        await using var seller = await Person.WithPhoneAsync(market.App.Address, language, $"share/{language}/seller");
        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell/today");
        await seller.LookAsync("today");
        await seller.TapAsync(seller.Page.Locator("a[data-paste]"));
        await seller.ExpectAsync("/sell/share");
        await seller.LookAsync("asked-for-a-text");
        await seller.TypeAsync("listing.share.text", $"蜂巢怎么割 https://v.douyin.com/iShr{language[..2]}12/");
        await seller.TapAsync("listing.share.go");
        await seller.SayingAsync("videos.platform.douyin");
        await seller.LookAsync("which-product");
        await seller.TapAsync(seller.Page.Locator(".share-list button", new() { HasText = DemoMarket.Honey }));
        await seller.SayingAsync("listing.share.attached");
        await Assertions.Expect(seller.Page.Locator($"a[href='https://v.douyin.com/iShr{language[..2]}12/']")).ToBeVisibleAsync();
        await seller.LookAsync("attached");

        await seller.GoAsync("/sell/products");
        var row = seller.Page.Locator(".goods-row", new() { HasText = DemoMarket.Honey });
        await seller.TapAsync(row.Locator("summary").First);
        await seller.LookAsync("restock");
        await row.Locator("input[name=quantity]").First.FillAsync("3");
        await seller.TapAsync(row.Locator("form[action*=Restock] button").First);
        await seller.SayingAsync("listing.done.stocked");
        await seller.LookAsync("restocked");
    }

    private static string ShareOf(string language) => $"7.43 复制打开抖音，看看【山里老陈的作品】今年的冬蜜 3斤装 99元 # 蜂蜜  https://v.douyin.com/iAbCd{language[..2]}9xYz/ 07/21 Etr:/";

    private static async Task TheGuessesAreRightAsync(Person seller)
    {
        await Assertions.Expect(seller.Page.Locator("#Input_Name")).ToHaveValueAsync("冬蜜");
        await Assertions.Expect(seller.Page.Locator("#Input_Category")).ToHaveValueAsync("honey");
        await Assertions.Expect(seller.Page.Locator("#Input_Sizes_0__Label")).ToHaveValueAsync("3斤装");
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
