using Microsoft.Playwright;
using Storefront.Browser.Steps;

namespace Storefront.Browser.Journeys;

/// <summary>A browser that runs no scripts buys all the same.</summary>
[Collection(DemoMarket.Name)]
public sealed class NoScriptTests(DemoMarket market)
{
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_sale_without_scripts(string language)
    {
        await using var buyer = await Person.WithPhoneAsync(market.App.Address, language, $"noscript/{language}", scripts: false);
        await buyer.GoAsync("/v/" + await market.VideoOfAsync(DemoMarket.Honey));
        await buyer.TapAsync(buyer.Page.GetByRole(AriaRole.Link, new() { Name = DemoMarket.Honey, Exact = true }));
        await buyer.ExpectAsync("/p/*");
        await buyer.LookAsync("product");
        await buyer.PutInCartAsync();
        await buyer.LookAsync("cart");
        await buyer.FillInCheckoutAsync();
        await buyer.LookAsync("checkout");
        await buyer.PayAsync();
        await market.App.DeliverAsync();
        await buyer.Page.ReloadAsync();
        await buyer.SayingAsync("orders.said.Paid");
        await buyer.LookAsync("order");
    }
}
