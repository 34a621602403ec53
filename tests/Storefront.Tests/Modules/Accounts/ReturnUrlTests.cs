using System.Net;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>The way back is kept over every step, and leads to us only.</summary>
public sealed class ReturnUrlTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    [Theory]
    [InlineData("/me/sessions", "/me/sessions")]
    [InlineData("/cart?from=a&b=c", "/cart?from=a&b=c")]
    [InlineData("https://evil.example/", "/me")]
    [InlineData("//evil.example", "/me")]
    [InlineData("/\\evil.example", "/me")]
    [InlineData("\\\\evil.example", "/me")]
    [InlineData("https:evil.example", "/me")]
    [InlineData("javascript:alert(1)", "/me")]
    [InlineData(" //evil.example", "/me")]
    [InlineData("/\t/evil.example", "/me")]
    [InlineData("~//evil.example", "/me")]
    public async Task Leads_back_to_us_only(string asked, string expected)
    {
        var start = "/sign-in?ReturnUrl=" + Uri.EscapeDataString(asked);
        var phone = People.NewPhone();
        var visitor = shop.App.NewVisitor();
        await visitor.SubmitAsync(await visitor.GetAsync(start), new { Input__Phone = phone });
        var done = await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in/code"), new { Input__Code = await shop.App.CodeSentToAsync(phone) });
        Assert.Equal(expected, done.Location);
    }

    [Fact]
    public async Task Survives_a_wrong_password_and_a_tampered_hidden_field()
    {
        var (_, phone) = await shop.App.NewPersonAsync();
        var visitor = shop.App.NewVisitor();
        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/password?ReturnUrl=/cart"), new { Input__Login = phone, Input__Password = "nothing-like-it" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("/cart", refused.Page.QuerySelector("[name='ReturnUrl']")!.GetAttribute("value"));
        var done = await visitor.SubmitAsync(refused, new { Input__Login = phone, Input__Password = People.Password, ReturnUrl = "//evil.example" });
        Assert.Equal("/me", done.Location);
    }

    [Fact]
    public async Task A_private_page_asks_to_sign_in_and_comes_back()
    {
        var visitor = shop.App.NewVisitor();
        var (_, phone) = await shop.App.NewPersonAsync();
        var asked = await visitor.GetAsync("/me/sessions");
        Assert.Equal(HttpStatusCode.Redirect, asked.Status);
        var page = await visitor.OpenAsync("/me/sessions");
        await visitor.SubmitAsync(page, new { Input__Phone = phone });
        var done = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/code"), new { Input__Code = await shop.App.CodeSentToAsync(phone) });
        Assert.Equal("/me/sessions", done.Location);
    }
}
