using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>Phone and code: the first way in.</summary>
public sealed class CodeSignInTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    [Fact]
    public async Task An_unknown_number_becomes_an_account_named_by_its_masked_number()
    {
        var (visitor, phone) = (shop.App.NewVisitor("en"), People.NewPhone());
        var sent = await AskAsync(visitor, phone[..3] + " " + phone[3..7] + "-" + phone[7..]);
        Assert.Equal("/sign-in/code", sent.Location);
        var page = await visitor.OpenAsync("/sign-in/code");
        Assert.Equal("one-time-code", page.Page.QuerySelector("[name='Input.Code']")!.GetAttribute("autocomplete"));
        Assert.Contains($"{phone[..3]}****{phone[^4..]}", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(phone, page.Text, StringComparison.Ordinal);

        var done = await visitor.SubmitAsync(page, new { Input__Code = await shop.App.CodeSentToAsync(phone) });

        Assert.Equal("/me", done.Location);
        var card = await shop.App.RunAsync<IAccounts, AccountCard?>(accounts => accounts.FindByLoginAsync(phone, default));
        Assert.Equal(($"{phone[..3]}****{phone[^4..]}", "en"), (card!.Name, card.Language));
    }

    [Fact]
    public async Task A_known_number_opens_its_own_account()
    {
        var (id, phone) = await shop.App.NewPersonAsync();
        var visitor = shop.App.NewVisitor();
        await AskAsync(visitor, phone);
        await TypeAsync(visitor, await shop.App.CodeSentToAsync(phone));
        Assert.Equal(id, await shop.App.ReadAsync(db => db.Sessions.OrderByDescending(session => session.Id).Select(session => session.AccountId).FirstAsync()));
        Assert.Contains("0.1", visitor.Cookies.GetAllCookies()["ui"]!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_number_is_explained_and_kept()
    {
        var visitor = shop.App.NewVisitor("en");
        var answer = await AskAsync(visitor, "12800000000");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("12800000000", answer.Page.QuerySelector("[name='Input.Phone']")!.GetAttribute("value"));
        Assert.Contains("not a mobile number", answer.Page.QuerySelector("#Input_Phone-error, .error")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_works_once()
    {
        var (visitor, phone) = (shop.App.NewVisitor(), People.NewPhone());
        await AskAsync(visitor, phone);
        var page = await visitor.OpenAsync("/sign-in/code");
        var copied = visitor.Cookies.GetAllCookies()["sign-in"]!.Value;
        var code = await shop.App.CodeSentToAsync(phone);
        Assert.Equal("/me", (await visitor.SubmitAsync(page, new { Input__Code = code })).Location);

        var thief = shop.App.NewVisitor();
        thief.Cookies.Add(shop.App.Address, new Cookie("sign-in", copied, "/"));
        Assert.Equal(HttpStatusCode.BadRequest, (await TypeAsync(thief, code)).Status);
        Assert.Null(thief.Cookies.GetAllCookies()["session"]);
    }

    [Fact]
    public async Task A_code_works_only_in_the_browser_that_asked()
    {
        var phone = People.NewPhone();
        var (owner, stranger) = (shop.App.NewVisitor(), shop.App.NewVisitor());
        await AskAsync(owner, phone);
        var code = await shop.App.CodeSentToAsync(phone);
        Assert.Equal("/sign-in", (await stranger.GetAsync("/sign-in/code")).Location);
        await AskAsync(stranger, People.NewPhone());
        Assert.Equal(HttpStatusCode.BadRequest, (await TypeAsync(stranger, code)).Status);
    }

    [Fact]
    public async Task Five_wrong_tries_kill_the_code()
    {
        var (visitor, phone) = (shop.App.NewVisitor("en"), People.NewPhone());
        await AskAsync(visitor, phone);
        var code = await shop.App.CodeSentToAsync(phone);
        var wrong = code == "111111" ? "222222" : "111111";
        var page = await visitor.OpenAsync("/sign-in/code");
        for (var tries = 0; tries < 5; tries++) page = await visitor.SubmitAsync(page, new { Input__Code = wrong });
        var right = await visitor.SubmitAsync(page, new { Input__Code = code });
        Assert.Equal(HttpStatusCode.BadRequest, right.Status);
        Assert.Contains("does not work any more", right.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Wrong_tries_side_by_side_all_count()
    {
        var (visitor, phone) = (shop.App.NewVisitor(), People.NewPhone());
        await AskAsync(visitor, phone);
        var code = await shop.App.CodeSentToAsync(phone);
        var pages = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => visitor.OpenAsync("/sign-in/code")));
        await Task.WhenAll(pages.Select(page => visitor.SubmitAsync(page, new { Input__Code = code == "111111" ? "222222" : "111111" })));
        Assert.Equal(HttpStatusCode.BadRequest, (await TypeAsync(visitor, code)).Status);
        Assert.Equal(SignInCode.MostTries, await shop.App.ReadAsync(db => db.SignInCodes.Where(sent => sent.Address == phone).Select(sent => sent.Tries).SingleAsync()));
    }

    [Fact]
    public async Task The_code_itself_is_not_in_the_table()
    {
        var (visitor, phone) = (shop.App.NewVisitor(), People.NewPhone());
        await AskAsync(visitor, phone);
        var code = await shop.App.CodeSentToAsync(phone);
        var row = await shop.App.ReadAsync(db => db.SignInCodes.SingleAsync(sent => sent.Address == phone));
        Assert.DoesNotContain(code, row.CodeHash, StringComparison.Ordinal);
        Assert.NotEqual(Secrets.HashOf(code), row.CodeHash);
        Assert.DoesNotContain(code, System.Text.Encoding.UTF8.GetString(row.Sealed), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_number_gets_one_code_a_minute_and_five_an_hour()
    {
        await using var app = await StoreApp.StartAsync();
        var (phone, other) = (People.NewPhone(), People.NewPhone());
        Assert.Equal("/sign-in/code", (await AskAsync(app.NewVisitor(), phone)).Location);
        Assert.Contains("wait 60 seconds", (await AskAsync(app.NewVisitor("en"), phone)).Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in/code", (await AskAsync(app.NewVisitor(), other)).Location);
        for (var sent = 1; sent < 5; sent++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(61));
            Assert.Equal("/sign-in/code", (await AskAsync(app.NewVisitor(), phone)).Location);
        }
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.Contains("within an hour", (await AskAsync(app.NewVisitor("en"), phone)).Text, StringComparison.Ordinal);
        Assert.Equal(5, (await app.SentToAsync(phone)).Count);
        app.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal("/sign-in/code", (await AskAsync(app.NewVisitor(), phone)).Location);
    }

    [Fact]
    public async Task Codes_asked_for_side_by_side_are_one()
    {
        var phone = People.NewPhone();
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => AskAsync(shop.App.NewVisitor(), phone)));
        Assert.Single(answers, answer => answer.Location == "/sign-in/code");
        Assert.Single(await shop.App.SentToAsync(phone));
    }

    [Fact]
    public async Task An_old_code_is_dead_and_a_new_one_can_be_sent()
    {
        await using var app = await StoreApp.StartAsync();
        var (visitor, phone) = (app.NewVisitor(), People.NewPhone());
        await AskAsync(visitor, phone);
        var old = await app.CodeSentToAsync(phone);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        var refused = await TypeAsync(visitor, old);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var again = await visitor.SubmitAsync(refused, null, "form[action*=Again]");
        Assert.Equal("/sign-in/code", again.Location);
        Assert.Equal("/me", (await TypeAsync(visitor, await app.CodeSentToAsync(phone))).Location);
    }

    [Fact]
    public async Task What_was_typed_goes_along_to_the_password()
    {
        var visitor = shop.App.NewVisitor();
        var page = await visitor.GetAsync("/sign-in?ReturnUrl=%2Fcart");
        var fields = Storefront.Tests.Support.Visitor.FieldsOf(page, new { Input__Phone = "13800138000" }, "main form");
        var changed = await visitor.PostAsync("/sign-in?handler=Password", fields);
        Assert.DoesNotContain("138", changed.Location, StringComparison.Ordinal);
        var password = await visitor.GetAsync(changed.Location!);
        Assert.Equal("13800138000", password.Page.QuerySelector("[name='Input.Login']")!.GetAttribute("value"));
        Assert.Equal("/cart", password.Page.QuerySelector("[name='ReturnUrl']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Too_many_forms_from_one_address_are_slowed_down()
    {
        await using var app = await StoreApp.StartAsync(null, "Accounts:TriesPerMinute=3");
        var visitor = app.NewVisitor("en");
        for (var sent = 0; sent < 3; sent++) Assert.Equal("/sign-in/code", (await AskAsync(visitor, People.NewPhone())).Location);
        var slowed = await AskAsync(visitor, People.NewPhone());
        Assert.Equal(HttpStatusCode.TooManyRequests, slowed.Status);
        Assert.Contains("A little slower", slowed.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/sign-in")).Status);
    }

    private static async Task<Answer> AskAsync(Visitor visitor, string phone) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in"), new { Input__Phone = phone });

    private static async Task<Answer> TypeAsync(Visitor visitor, string code) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in/code"), new { Input__Code = code });
}
