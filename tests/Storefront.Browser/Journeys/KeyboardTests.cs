using Microsoft.Playwright;
using Storefront.Browser.Steps;

namespace Storefront.Browser.Journeys;

/// <summary>Product, cart and checkout by Tab, Space and Enter; where the focus is can always be seen.</summary>
[Collection(DemoMarket.Name)]
public sealed class KeyboardTests(DemoMarket market)
{
    private const int MostTabs = 60;

    /// <summary>A card's link draws its outline around the whole card.</summary>
    private const string Outlined = "element => [null, '::after'].some(part => getComputedStyle(element, part).outlineStyle !== 'none')";

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task To_the_bank_without_a_pointer(string language)
    {
        await using var buyer = await Person.WithPhoneAsync(market.App.Address, language, $"keyboard/{language}", desktop: true);
        await buyer.GoAsync("/search?q=" + Uri.EscapeDataString(DemoMarket.Honey));
        await PressOnAsync(buyer, buyer.Page.GetByRole(AriaRole.Link, new() { Name = DemoMarket.Honey, Exact = true }), "Enter");
        await buyer.ExpectAsync("/p/*");
        await PressOnAsync(buyer, buyer.Page.Locator("input[name=VariantCode]").First, "Space");
        await PressOnAsync(buyer, buyer.Button("catalog.item.add"), "Enter");
        await buyer.ExpectAsync("/cart");
        await PressOnAsync(buyer, buyer.Link("cart.checkout"), "Enter");
        await buyer.ExpectAsync("/checkout");
        await ReachAsync(buyer, buyer.Field("checkout.paste"));
        await buyer.Page.Keyboard.InsertTextAsync(Shopping.WholeAddress);
        await PressOnAsync(buyer, buyer.Button("checkout.split"), "Space");
        await Assertions.Expect(buyer.Field("checkout.name")).ToHaveValueAsync("王小明");
        await PressOnAsync(buyer, buyer.Page.Locator("[data-pay] button"), "Enter");
        await buyer.ExpectAsync("/sandbox/*");
    }

    private static async Task PressOnAsync(Person person, ILocator target, string key)
    {
        await ReachAsync(person, target);
        await person.Page.Keyboard.PressAsync(key);
    }

    private static async Task ReachAsync(Person person, ILocator target)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            await person.Page.Keyboard.PressAsync("Tab");
            if (!await target.EvaluateAsync<bool>("element => element === document.activeElement")) continue;
            Assert.True(await target.EvaluateAsync<bool>(Outlined), $"The focus cannot be seen: {target}");
            return;
        }
        Assert.Fail($"{MostTabs} presses of Tab do not reach {target} on {person.Page.Url}.");
    }
}
