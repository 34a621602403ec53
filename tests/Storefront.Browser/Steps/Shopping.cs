using Microsoft.Playwright;
using Storefront.Tests.Support;

namespace Storefront.Browser.Steps;

/// <summary>What a buyer does, in the words of the shop's pages.</summary>
internal static class Shopping
{
    public const string WholeAddress = "王小明 13812345678 浙江省丽水市松阳县玉岩镇大岭脚村8号";

    public static async Task FindAsync(this Person buyer, string product)
    {
        var search = buyer.Page.GetByRole(AriaRole.Searchbox);
        await search.FillAsync(product);
        await search.PressAsync("Enter");
        await buyer.ExpectAsync("/search");
        await buyer.TapAsync(buyer.Page.GetByRole(AriaRole.Link, new() { Name = product, Exact = true }));
        await buyer.ExpectAsync("/p/*");
    }

    public static async Task PutInCartAsync(this Person buyer)
    {
        await buyer.TapAsync("catalog.item.add");
        await buyer.ExpectAsync("/cart");
    }

    /// <summary>From the cart to a checkout that knows where to send the goods.</summary>
    public static async Task FillInCheckoutAsync(this Person buyer)
    {
        await buyer.TapAsync(buyer.Link("cart.checkout"));
        await buyer.ExpectAsync("/checkout");
        await buyer.TypeAsync("checkout.paste", WholeAddress);
        await buyer.TapAsync("checkout.split");
        await Assertions.Expect(buyer.Field("checkout.name")).ToHaveValueAsync("王小明");
    }

    /// <summary>From the shop's door to the checkout of one product, to be paid this way.</summary>
    public static async Task CheckOutAsync(this Person buyer, string product, string gateway)
    {
        await buyer.GoAsync("/");
        await buyer.FindAsync(product);
        await buyer.PutInCartAsync();
        await buyer.FillInCheckoutAsync();
        await buyer.ChooseWayAsync(gateway);
    }

    public static async Task ChooseWayAsync(this Person buyer, string gateway) =>
        await buyer.TapAsync(buyer.Page.Locator($".choices label:has(input[value={gateway}])"));

    /// <summary>The order's page, once everybody has heard that it is paid.</summary>
    public static async Task SeePaidAsync(this Person buyer, StoreApp app)
    {
        await buyer.ExpectAsync("/orders/*");
        await app.DeliverAsync();
        await buyer.Page.ReloadAsync();
        await buyer.SayingAsync("orders.said.Paid");
    }

    /// <summary>From a filled in checkout over the imaginary bank to the page of the order, or of the orders.</summary>
    public static async Task PayAsync(this Person buyer)
    {
        await buyer.TapAsync(buyer.Page.Locator("[data-pay] button"));
        await buyer.ExpectAsync("/sandbox/*");
        await buyer.TapAsync("payments.sandbox.pay");
        await buyer.ExpectAsync("/orders/");
    }
}
