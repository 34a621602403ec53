using Microsoft.Playwright;
using Storefront.Browser.Steps;

namespace Storefront.Browser.Journeys;

/// <summary>From a video to paid: the goods of two farms, bought by a guest in one payment.</summary>
[Collection(DemoMarket.Name)]
public sealed class SaleTests(DemoMarket market)
{
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Two_sellers_goods_to_one_guest(string language)
    {
        await using var guest = await Person.WithPhoneAsync(market.App.Address, language, $"sale/{language}");
        await guest.GoAsync("/v/" + await market.VideoOfAsync(DemoMarket.Honey));
        await Assertions.Expect(guest.Page.Locator("a.video-poster img")).ToBeVisibleAsync();
        await Assertions.Expect(guest.Page.Locator("iframe")).ToHaveCountAsync(0);
        await guest.LookAsync("video");

        await guest.TapAsync(guest.Page.GetByRole(AriaRole.Link, new() { Name = DemoMarket.Honey, Exact = true }));
        await guest.ExpectAsync("/p/*");
        await guest.LookAsync("product");
        await guest.PutInCartAsync();

        await guest.GoAsync("/");
        await Assertions.Expect(guest.Page.Locator("nav [data-cart]")).ToHaveTextAsync("1");
        await guest.LookAsync("home");
        await guest.FindAsync(DemoMarket.Tea);
        await guest.PutInCartAsync();
        await Assertions.Expect(guest.Page.Locator(".cart-line")).ToHaveCountAsync(2);
        await guest.LookAsync("cart");

        await guest.FillInCheckoutAsync();
        await TheAddressIsSplitAsync(guest);
        await guest.LookAsync("checkout");
        await guest.PayAsync();

        await guest.ExpectAsync("/orders/of/*");
        await market.App.DeliverAsync();
        await guest.Page.ReloadAsync();
        await guest.SayingAsync("orders.said.Paid");
        await Assertions.Expect(guest.Page.Locator("main .list > li")).ToHaveCountAsync(2);
        await guest.LookAsync("orders");
        await guest.TapAsync(guest.Page.Locator("main .list > li a").First);
        await guest.SeeAsync("大岭脚村8号");
        await guest.LookAsync("order");
    }

    private static async Task TheAddressIsSplitAsync(Person guest)
    {
        await Assertions.Expect(guest.Field("checkout.phone")).ToHaveValueAsync("13812345678");
        foreach (var (part, name) in new[] { ("p", "浙江省"), ("c", "丽水市"), ("a", "松阳县"), ("t", "玉岩镇") })
            await Assertions.Expect(guest.Page.Locator($"#Input_RegionCode_{part} option:checked")).ToHaveTextAsync(name);
        await Assertions.Expect(guest.Page.Locator("#Input_Street")).ToHaveValueAsync("大岭脚村8号");
    }
}
