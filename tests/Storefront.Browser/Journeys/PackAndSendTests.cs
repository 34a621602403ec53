using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Modules.Orders.Model;

namespace Storefront.Browser.Journeys;

/// <summary>
/// A new order is packed by its list, weighed, sent in two parcels, one of them by the camera and with its carrier guessed, and received.
/// In a market of its own: the seller's first page shows the five orders that wait longest, and other journeys place more.
/// </summary>
public sealed partial class PackAndSendTests(DemoMarket market) : IClassFixture<DemoMarket>
{
    private const string Scanned = "YT8800012345678";
    private const string Typed = "7712345678901";

    /// <summary>A phone that reads bar codes: this Chromium has neither a camera nor a reader, so both stand in the browser.</summary>
    private const string ScanningPhone = $$"""
        window.BarcodeDetector = class {
          static getSupportedFormats() { return Promise.resolve(["code_128", "ean_13"]); }
          async detect() { return [{ rawValue: "not a waybill!" }, { rawValue: "{{Scanned}}" }]; }
        };
        navigator.mediaDevices.getUserMedia = async () => { const sheet = document.createElement("canvas"); sheet.getContext("2d").fillRect(0, 0, 9, 9); return sheet.captureStream(); };
        """;

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task The_seller_packs_and_sends_and_the_buyer_receives(string language)
    {
        await using var buyer = await Person.WithPhoneAsync(market.App.Address, language, $"send/{language}/buyer");
        var number = await BuyAsync(buyer);
        await market.App.DeliverAsync();

        await using var seller = await Person.WithPhoneAsync(market.App.Address, language, $"send/{language}/seller");
        await seller.Page.AddInitScriptAsync(ScanningPhone);
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
        await seller.TapAsync(seller.Page.Locator(".slip", new() { HasText = number }).GetByRole(AriaRole.Checkbox).First);
        await seller.LookAsync("packing");
        await seller.PrintAsync("packing-on-paper");
        await seller.TapAsync(seller.Page.Locator(".slip", new() { HasText = number }).Locator($"a[href$='{number}']"));
        await seller.ExpectAsync("/sell/orders/*");
        await seller.LookAsync("order");
        await WeighAsync(seller, number);
        await EncloseAsync(seller, number);
        await SendAsync(seller, (await LinesAsync(number)).Count);

        await buyer.Page.ReloadAsync();
        await buyer.SeeAsync(Scanned);
        await buyer.SeeAsync(Typed);
        await buyer.SayingAsync("parcels.short", 60);
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
        await buyer.Page.Locator("#quantity").FillAsync("3");
        await buyer.PutInCartAsync();
        await buyer.FillInCheckoutAsync();
        await buyer.PayAsync();
        return Number().Match(await buyer.Page.Locator("h1").InnerTextAsync()).Value;
    }

    private async Task WeighAsync(Person seller, string number)
    {
        var ordered = (await LinesAsync(number))[0].OrderedGrams;
        await seller.TapAsync(seller.Link("parcels.weigh"));
        await seller.LookAsync("scale");
        await seller.Page.Locator("[name='Input.Grams[0]']").FillAsync((ordered - 60).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await seller.TapAsync("parcels.weigh.look");
        await seller.SayingAsync("parcels.weigh.sure");
        await seller.LookAsync("what-goes-back");
        await seller.TapAsync("parcels.weigh.do");
        await seller.SayingAsync("parcels.short", 60);
    }

    /// <summary>Two where the jars come from two batches.</summary>
    private Task<List<OrderLine>> LinesAsync(string number) =>
        market.App.ReadAsync(db => db.Orders.AsNoTracking().Where(order => order.Number == number).SelectMany(order => order.Lines).OrderBy(line => line.Id).ToListAsync());

    /// <summary>The slip for the box, and where its code leads.</summary>
    private static async Task EncloseAsync(Person seller, string number)
    {
        await seller.TapAsync(seller.Link("parcels.slip").First);
        await seller.SayingAsync("parcels.slip.thanks");
        await seller.LookAsync("slip");
        await seller.PrintAsync("slip-on-paper");
        await seller.TapAsync(seller.Page.Locator(".codes a").First);
        await seller.ExpectAsync("/b/*");
        await seller.LookAsync("batch");
        await seller.GoAsync($"/sell/orders/{number}");
    }

    private static async Task SendAsync(Person seller, int lines)
    {
        await seller.TapAsync("orders.pack");
        await seller.SayingAsync("orders.state.Packed");
        await seller.TapAsync("parcels.scan");
        await Assertions.Expect(seller.Field("orders.waybill")).ToHaveValueAsync(Scanned);
        await seller.TapAsync(seller.Page.GetByText(seller.Say("parcels.pieces"), new() { Exact = true }));
        await seller.ChooseAsync(seller.Page.Locator($"[name='Parcel.Pieces[{lines - 1}]']"), lines == 1 ? "1" : "0");
        await seller.LookAsync("first-parcel");
        await seller.TapAsync("orders.ship.do");
        await seller.SayingAsync("shipping.carrier.yuantong");
        await seller.TypeAsync("orders.waybill", Typed);
        await seller.ChooseAsync(seller.Field("orders.carrier"), "shentong");
        await seller.TapAsync("orders.ship.do");
        await seller.SeeAsync(Typed);
        await seller.SayingAsync("orders.state.Shipped");
        await seller.SayingAsync("parcels.of", 2, 2);
        await seller.LookAsync("sent");
    }

    [GeneratedRegex("[0-9A-Z-]{8,}")]
    private static partial Regex Number();
}
