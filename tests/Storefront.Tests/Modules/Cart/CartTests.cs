using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Cart.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Cart;

public sealed class CartTests(Stalls market) : IClassFixture<Stalls>
{
    private static string? CookieOf(Visitor visitor, string name) => visitor.Cookies.GetAllCookies().FirstOrDefault(cookie => cookie.Name == name)?.Value;

    [Fact]
    public async Task Looking_makes_no_cart()
    {
        var before = await market.App.ReadAsync(db => db.Carts.CountAsync());
        var guest = market.App.NewVisitor("en");
        var page = await guest.GetAsync("/cart");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Your cart is empty", page.Text, StringComparison.Ordinal);
        Assert.Null(CookieOf(guest, "cart"));
        Assert.Null(CookieOf(guest, "ui"));
        Assert.Equal(before, await market.App.ReadAsync(db => db.Carts.CountAsync()));
    }

    [Fact]
    public async Task Adding_twice_is_adding_once_and_never_more_than_there_is()
    {
        var variant = await market.OfferAsync(quantity: 5);
        var guest = market.App.NewVisitor("en");
        Assert.Equal("/cart", (await Stalls.AddAsync(guest, variant, 2)).Location);
        Assert.Equal("2.0", CookieOf(guest, "ui"));
        await Stalls.AddAsync(guest, variant, 2);
        Assert.Equal("2.0", CookieOf(guest, "ui"));
        Assert.Equal("/cart?said=Lowered", (await Stalls.AddAsync(guest, variant, 99)).Location);
        var page = await guest.GetAsync("/cart");
        Assert.Equal("5", page.Page.QuerySelector("[name='Input.Quantity']")!.GetAttribute("value"));
        Assert.Equal("/checkout", (await Stalls.AddAsync(guest, variant, 1, then: "checkout")).Location);
    }

    [Fact]
    public async Task A_cart_can_be_changed_without_scripts()
    {
        var variant = await market.OfferAsync(quantity: 5);
        var guest = market.App.NewVisitor("en");
        await Stalls.AddAsync(guest, variant, 2);
        var page = await guest.GetAsync("/cart");
        await guest.SubmitAsync(page, new { Input__Step = 1 }, "form[action*=Set]");
        page = await guest.GetAsync("/cart");
        Assert.Equal("3", page.Page.QuerySelector("[name='Input.Quantity']")!.GetAttribute("value"));
        var refused = await guest.SubmitAsync(page, new { Input__Quantity = "1o" }, "form[action*=Set]");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("1o", refused.Page.QuerySelector("[name='Input.Quantity']")!.GetAttribute("value"));
        Assert.Contains("whole number from 1 to 99", refused.Text, StringComparison.Ordinal);
        await guest.SubmitAsync(await guest.GetAsync("/cart"), form: "form[action*=Remove]");
        Assert.Contains("Your cart is empty", (await guest.GetAsync("/cart")).Text, StringComparison.Ordinal);
        Assert.Equal("0.0", CookieOf(guest, "ui"));
    }

    [Fact]
    public async Task What_changed_since_is_said_and_tidied_up_on_the_way_to_the_checkout()
    {
        var (_, shop) = await market.OpenShopAsync();
        var (dearer, scarce, gone) = (await market.OfferAsync(shop, 9), await market.OfferAsync(shop, 9), await market.OfferAsync(shop, 9));
        var guest = market.App.NewVisitor("en");
        foreach (var variant in new[] { dearer, scarce, gone }) await Stalls.AddAsync(guest, variant, 4);
        await market.RepriceAsync(dearer, 4_990);
        await market.SoldAsync(market.App.NewVisitor("en"), scarce, 7);
        await market.SoldAsync(market.App.NewVisitor("en"), gone, 9);
        var page = await guest.GetAsync("/cart");
        Assert.Contains("it was ¥39.90 when you added it", page.Text, StringComparison.Ordinal);
        Assert.Contains("Only 2 left", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sold out", page.Text, StringComparison.Ordinal);
        Assert.Equal("/cart", (await guest.GetAsync("/checkout")).Location);
        Assert.Equal("/checkout", (await guest.SubmitAsync(page, form: "form[action*=Tidy]")).Location);
        Assert.Equal(["4", "2"], (await guest.GetAsync("/cart")).Page.QuerySelectorAll("[name='Input.Quantity']").Select(field => field.GetAttribute("value")));
    }

    [Fact]
    public async Task Signing_in_brings_the_guests_cart_along()
    {
        var (mine, other) = (await market.OfferAsync(quantity: 9), await market.OfferAsync(quantity: 9));
        var (_, phone) = await market.App.NewPersonAsync();
        var first = market.App.NewVisitor("en");
        await market.App.SignInAsync(first, phone);
        await Stalls.AddAsync(first, mine, 3);
        var second = market.App.NewVisitor("en");
        await Stalls.AddAsync(second, mine, 1);
        await Stalls.AddAsync(second, other, 2);
        await market.App.SignInAsync(second, phone);
        Assert.Equal("5.1", CookieOf(second, "ui"));
        Assert.Equal(["3", "2"], (await second.GetAsync("/cart")).Page.QuerySelectorAll("[name='Input.Quantity']").Select(field => field.GetAttribute("value")));
        Assert.Null(CookieOf(second, "cart"));
        Assert.Equal(2, (await first.GetAsync("/cart")).Page.QuerySelectorAll("[name='Input.Quantity']").Length);
    }

    [Fact]
    public async Task A_cart_holds_fifty_kinds_and_no_more()
    {
        var cart = new VisitorCart { Key = Storefront.Shared.Code.NewSecret() };
        for (var kind = 0; kind < VisitorCart.MostLines; kind++) cart.Set($"kind{kind}", 1, new(100), DateTime.UnixEpoch);
        await market.App.WriteAsync(db => Task.FromResult(db.Add(cart)));
        var guest = market.App.NewVisitor("en");
        guest.Cookies.Add(market.App.Address, new Cookie("cart", cart.Key));
        Assert.Equal("/cart?said=Full", (await Stalls.AddAsync(guest, await market.OfferAsync(quantity: 1))).Location);
    }

    [Fact]
    public async Task Another_site_cannot_fill_a_cart()
    {
        using var http = new HttpClient { BaseAddress = market.App.Address };
        using var post = new HttpRequestMessage(HttpMethod.Post, "/cart/add") { Content = new FormUrlEncodedContent([new("VariantCode", "x")]) };
        post.Headers.Add("Origin", "https://elsewhere.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(post)).StatusCode);
    }
}
