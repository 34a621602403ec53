using Storefront.Browser.Steps;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>A wide screen at night: buyer's, seller's and admin's pages.</summary>
[Collection(DemoMarket.Name)]
public sealed class DarkDesktopTests(DemoMarket market)
{
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_buyer_at_night(string language)
    {
        await using var buyer = await Person.WithDarkDesktopAsync(market.App.Address, language, $"dark/{language}/buyer");
        await buyer.GoAsync("/");
        await buyer.LookAsync("home");
        await buyer.GoAsync("/goods");
        await buyer.LookAsync("goods");
        await buyer.GoAsync("/videos");
        await buyer.LookAsync("videos");
        await buyer.FindAsync(DemoMarket.Honey);
        await buyer.LookAsync("product");
        await buyer.PutInCartAsync();
        await buyer.LookAsync("cart");
        await buyer.FillInCheckoutAsync();
        await buyer.LookAsync("checkout");
        await buyer.PayAsync();
        await buyer.LookAsync("order");
        await buyer.GoAsync("/me");
        await buyer.LookAsync("me");
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_seller_at_night(string language)
    {
        await using var seller = await Person.WithDarkDesktopAsync(market.App.Address, language, $"dark/{language}/seller");
        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        foreach (var page in new[] { "today", "orders", "orders/packing", "products", "products/new", "money", "me" })
        {
            await seller.GoAsync("/sell/" + page);
            await seller.LookAsync(page.Replace('/', '-'));
        }
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task An_admin_at_night(string language)
    {
        await using var admin = await Person.WithDarkDesktopAsync(market.App.Address, language, $"dark/{language}/admin");
        var (_, phone) = await market.App.NewPersonAsync(Policies.AdminRole);
        await admin.SignInAsync(market.App, phone, People.Password);
        await admin.GoAsync("/admin");
        await admin.LookAsync("queue");
        await admin.TapAsync(admin.Page.Locator("main a.list-item[href^='/admin/shops/']").First);
        await admin.ExpectAsync("/admin/shops/*");
        await admin.LookAsync("case");
        foreach (var page in new[] { "shops", "audit", "payments" })
        {
            await admin.GoAsync("/admin/" + page);
            await admin.LookAsync(page);
        }
    }
}
