using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storefront.Browser.Steps;

namespace Storefront.Browser.Journeys;

/// <summary>
/// A new order is packed by its list, sent by a number whose carrier is guessed, and received.
/// In a market of its own: the seller's first page shows the five orders that wait longest, and other journeys place more.
/// </summary>
public sealed partial class PackAndSendTests(DemoMarket market) : IClassFixture<DemoMarket>
{
    private const string Waybill = "YT8800012345678";

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_seller_packs_and_sends_and_the_buyer_receives(string language)
    {
        await using var buyer = await Person.WithPhoneAsync(market.App.Address, language, $"send/{language}/buyer");
        var number = await BuyAsync(buyer);
        await market.App.DeliverAsync();

        await using var seller = await Person.WithPhoneAsync(market.App.Address, language, $"send/{language}/seller");
        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell");
        await seller.ExpectAsync("/sell/today");
        await seller.SeeAsync(number);
        await seller.LookAsync("today");
        await seller.TapAsync(seller.Page.Locator("nav.nav a[href='/sell/orders']"));
        await seller.SeeAsync(number);
        await seller.LookAsync("orders");
        await seller.TapAsync(seller.Link("orders.packing"));
        await seller.SeeAsync(number);
        await seller.LookAsync("packing");
        await seller.PrintAsync("packing-on-paper");
        await SendAsync(seller, number);

        await buyer.Page.ReloadAsync();
        await buyer.SeeAsync(Waybill);
        await buyer.SayingAsync("orders.said.Shipped");
        await buyer.LookAsync("on-its-way");
        await buyer.TapAsync("orders.received");
        await buyer.SayingAsync("orders.said.Completed");
        await buyer.LookAsync("received");
    }

    private static async Task<string> BuyAsync(Person buyer)
    {
        await buyer.GoAsync("/");
        await buyer.FindAsync(DemoMarket.Honey);
        await buyer.PutInCartAsync();
        await buyer.FillInCheckoutAsync();
        await buyer.PayAsync();
        return Number().Match(await buyer.Page.Locator("h1").InnerTextAsync()).Value;
    }

    private static async Task SendAsync(Person seller, string number)
    {
        await seller.TapAsync(seller.Page.Locator(".slip", new() { HasText = number }).GetByRole(AriaRole.Link));
        await seller.LookAsync("order");
        await seller.TapAsync("orders.pack");
        await seller.TypeAsync("orders.waybill", Waybill);
        await seller.TapAsync("orders.ship.do");
        await seller.SeeAsync(Waybill);
        await seller.SayingAsync("shipping.carrier.yuantong");
        await seller.LookAsync("sent");
    }

    [GeneratedRegex("[0-9A-Z-]{8,}")]
    private static partial Regex Number();
}
