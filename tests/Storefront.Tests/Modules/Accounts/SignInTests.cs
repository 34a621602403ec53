using System.Net;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Accounts;

public sealed class SignInTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task A_known_person_gets_in()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync();
        Assert.Contains(visitor.Cookies.GetAllCookies(), cookie => cookie.Name.Contains("session", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_password_keeps_what_was_typed()
    {
        var visitor = shop.App.NewVisitor("en");
        var page = await visitor.GetAsync("/sign-in");
        var answer = await visitor.SubmitAsync(page, new { Input__Login = "13800000000", Input__Password = "nothing-like-it" });
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("13800000000", answer.Page.QuerySelector("[name='Input.Login']")!.GetAttribute("value"));
    }
}
