using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>Password, second factor of admins, and that nobody learns who has an account.</summary>
public sealed partial class PasswordSignInTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    [Theory]
    [InlineData("phone")]
    [InlineData("spaced")]
    [InlineData("email")]
    public async Task Phone_or_mailbox_and_password_get_in(string by)
    {
        var (_, phone) = await shop.App.NewPersonAsync();
        var login = by switch { "phone" => phone, "spaced" => "+86 " + phone, _ => " " + People.MailboxOf(phone).ToUpperInvariant() };
        Assert.Equal("/me", (await TryAsync(shop.App.NewVisitor(), login, People.Password)).Location);
    }

    [Fact]
    public async Task A_wrong_password_keeps_the_login_and_not_the_password()
    {
        var (_, phone) = await shop.App.NewPersonAsync();
        var answer = await TryAsync(shop.App.NewVisitor("en"), phone, "nothing-like-it");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(phone, answer.Page.QuerySelector("[name='Input.Login']")!.GetAttribute("value"));
        Assert.DoesNotContain("nothing-like-it", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Known_unknown_locked_and_closed_accounts_answer_alike()
    {
        var (_, known) = await shop.App.NewPersonAsync();
        var (locked, closed) = ((await shop.App.NewPersonAsync()).Phone, (await shop.App.NewPersonAsync()).Phone);
        await shop.App.WriteAsync(async db => (await db.Accounts.SingleAsync(account => account.PhoneNumber == closed)).DisabledAt = DateTime.UnixEpoch);
        for (var tries = 0; tries < CheckPassword.MostTries; tries++) await TryAsync(shop.App.NewVisitor(), locked, "wrong-" + tries);

        var answers = new[]
        {
            await TryAsync(shop.App.NewVisitor(), known, "nothing-like-it"),
            await TryAsync(shop.App.NewVisitor(), People.NewPhone(), "nothing-like-it"),
            await TryAsync(shop.App.NewVisitor(), locked, People.Password),
            await TryAsync(shop.App.NewVisitor(), closed, People.Password),
        };

        Assert.Single(answers.Select(Shape).Distinct());
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.BadRequest, answer.Status));
    }

    [Fact]
    public async Task Sending_a_code_answers_alike_for_known_and_unknown_addresses()
    {
        var (_, phone) = await shop.App.NewPersonAsync();
        foreach (var (page, known, unknown) in new[] { ("/sign-in", phone, People.NewPhone()), ("/sign-in/email", People.MailboxOf(phone), "nobody@example.com"), ("/sign-up", People.MailboxOf(phone), "newcomer@example.com") })
        {
            var (first, second) = (await AskAsync(page, known), await AskAsync(page, unknown));
            Assert.Equal((first.Sent.Status, first.Sent.Location), (second.Sent.Status, second.Sent.Location));
            Assert.Equal(MaskedAddress.Replace(Shape(first.Code), "*"), MaskedAddress.Replace(Shape(second.Code), "*"));
        }
    }

    [Fact]
    public async Task Guesses_side_by_side_lock_the_account_as_well()
    {
        var (_, phone) = await shop.App.NewPersonAsync();
        await Task.WhenAll(Enumerable.Range(0, CheckPassword.MostTries).Select(guess => TryAsync(shop.App.NewVisitor(), phone, "guess-number-" + guess)));
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(shop.App.NewVisitor(), phone, People.Password)).Status);
    }

    [Fact]
    public async Task A_locked_account_opens_again_after_ten_minutes()
    {
        await using var app = await StoreApp.StartAsync();
        var (_, phone) = await app.NewPersonAsync();
        for (var tries = 0; tries < CheckPassword.MostTries; tries++) await TryAsync(app.NewVisitor(), phone, "wrong-" + tries);
        Assert.Equal(HttpStatusCode.BadRequest, (await TryAsync(app.NewVisitor(), phone, People.Password)).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal("/me", (await TryAsync(app.NewVisitor(), phone, People.Password)).Location);
    }

    [Fact]
    public async Task An_admin_needs_password_and_code()
    {
        var (_, phone) = await shop.App.NewPersonAsync(Policies.FinanceRole);
        var visitor = shop.App.NewVisitor();
        var half = await TryAsync(visitor, phone, People.Password);
        Assert.Equal("/sign-in/code", half.Location);
        Assert.Null(visitor.Cookies.GetAllCookies()["session"]);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync("/admin/audit")).Status);
        var done = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/code"), new { Input__Code = await shop.App.CodeSentToAsync(phone) });
        Assert.Equal("/me", done.Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin/audit")).Status);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/sign-in/email")]
    public async Task A_code_alone_never_lets_an_admin_in(string page)
    {
        var (_, phone) = await shop.App.NewPersonAsync(Policies.ReviewerRole);
        var address = page == "/sign-in" ? phone : People.MailboxOf(phone);
        var visitor = shop.App.NewVisitor("en");
        await visitor.SubmitAsync(await visitor.GetAsync(page), new { Input__Phone = address, Input__Email = address });
        var done = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/code"), new { Input__Code = await shop.App.CodeSentToAsync(address) });
        Assert.StartsWith("/sign-in/password", done.Location, StringComparison.Ordinal);
        Assert.Null(visitor.Cookies.GetAllCookies()["session"]);
        Assert.Contains("password first", (await visitor.GetAsync(done.Location!)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_cannot_use_up_the_codes_of_an_admin()
    {
        await using var app = await StoreApp.StartAsync();
        var (_, phone) = await app.NewPersonAsync(Policies.AdminRole);
        for (var sent = 0; sent < 6; sent++)
        {
            var stranger = app.NewVisitor();
            await stranger.SubmitAsync(await stranger.GetAsync("/sign-in"), new { Input__Phone = phone });
            app.Clock.Advance(TimeSpan.FromSeconds(61));
        }
        await app.SignInAsync(app.NewVisitor(), phone);
    }

    private static async Task<Answer> TryAsync(Visitor visitor, string login, string password) =>
        await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in/password"), new { Input__Login = login, Input__Password = password });

    private async Task<(Answer Sent, Answer Code)> AskAsync(string page, string address)
    {
        var visitor = shop.App.NewVisitor("en");
        var form = await visitor.GetAsync(page);
        var sent = await visitor.SubmitAsync(form, new { Input__Name = "Lin", Input__Phone = address, Input__Email = address, Input__Password = "a quiet valley" });
        return (sent, await visitor.FollowAsync(sent));
    }

    /// <summary>A page without what is random, or was typed.</summary>
    private static string Shape(Answer answer) => $"{answer.Status} {string.Join(' ', answer.Raw.Headers.Select(header => header.Key).Order(StringComparer.Ordinal))} {Random.Replace(answer.Text, "")}";

    [GeneratedRegex("value=\"[^\"]*\"")]
    private static partial Regex Random { get; }

    [GeneratedRegex(@"\S+\*{3,4}\S+")]
    private static partial Regex MaskedAddress { get; }
}
