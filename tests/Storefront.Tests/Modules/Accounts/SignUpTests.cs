using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>Accounts by mailbox, and which passwords are taken.</summary>
public sealed class SignUpTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private static int _next;

    [Fact]
    public async Task The_account_exists_once_the_mailbox_is_proven()
    {
        var (visitor, email) = (shop.App.NewVisitor("en"), NewMailbox());
        Assert.Equal("/sign-in/code", (await SignUpAsync(visitor, email, "a quiet valley")).Location);
        Assert.False(await ExistsAsync(email));
        await TypeAsync(visitor, email);
        Assert.True(await ExistsAsync(email));
        Assert.Contains("Lin of the hill", (await visitor.GetAsync("/me")).Text, StringComparison.Ordinal);
        Assert.Equal("/me", (await PasswordAsync(email, "a quiet valley")).Location);
    }

    [Fact]
    public async Task An_owner_is_told_when_somebody_signs_up_again()
    {
        var (_, phone) = await shop.App.NewPersonAsync();
        var email = People.MailboxOf(phone);
        Assert.Equal("/sign-in/code", (await SignUpAsync(shop.App.NewVisitor("en"), email, "a quiet valley")).Location);
        var message = Assert.Single(await shop.App.SentToAsync(email));
        Assert.Contains("already have an account", message, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{6}", message);
        Assert.Equal(HttpStatusCode.BadRequest, (await PasswordAsync(email, "a quiet valley")).Status);
    }

    [Fact]
    public async Task A_resent_code_still_knows_name_and_password()
    {
        await using var app = await StoreApp.StartAsync();
        var (visitor, email) = (app.NewVisitor("en"), NewMailbox());
        await SignUpAsync(visitor, email, "a quiet valley");
        app.Clock.Advance(TimeSpan.FromSeconds(61));
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/code"), null, "form[action*=Again]");
        Assert.Equal(2, (await app.SentToAsync(email)).Count);
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/code"), new { Input__Code = await app.CodeSentToAsync(email) });
        Assert.Contains("Lin of the hill", (await visitor.GetAsync("/me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_and_mailbox_are_kept_when_something_is_wrong()
    {
        var answer = await SignUpAsync(shop.App.NewVisitor("en"), "lin@hill", "short");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("Lin of the hill", answer.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal("lin@hill", answer.Page.QuerySelector("[name='Input.Email']")!.GetAttribute("value"));
        Assert.Equal(2, answer.Page.QuerySelectorAll("[aria-invalid=true]").Length);
    }

    [Theory]
    [InlineData("7seven7", "at least 8")]
    [InlineData("Password1", "Many people use this one")]
    [InlineData("woaini1314", "Many people use this one")]
    [InlineData("qwertyuiop", "Many people use this one")]
    public async Task Short_and_common_passwords_are_refused(string password, string why) =>
        Assert.Contains(why, (await SignUpAsync(shop.App.NewVisitor("en"), NewMailbox(), password)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("lin@hill.example, eve@evil.example")]
    [InlineData("lin@hill.example\r\nBcc: eve@evil.example")]
    [InlineData("\"Lin\" <lin@hill.example>")]
    public async Task A_mailbox_is_one_mailbox(string email) => Assert.Equal(HttpStatusCode.BadRequest, (await SignUpAsync(shop.App.NewVisitor(), email, "a quiet valley")).Status);

    [Fact]
    public async Task Passwords_may_be_long_plain_or_odd_and_every_character_counts()
    {
        foreach (var password in new[] { new string('蜂', 63) + "蜜", new string('x', 127) + "y", "correct horse battery staple", " leading and trailing ", "emoji 🐝🐝🐝 fine" })
        {
            var (visitor, email) = (shop.App.NewVisitor(), NewMailbox());
            await SignUpAsync(visitor, email, password);
            await TypeAsync(visitor, email);
            Assert.Equal(HttpStatusCode.BadRequest, (await PasswordAsync(email, password[..^1])).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await PasswordAsync(email, password[..^1] + "#")).Status);
            Assert.Equal(HttpStatusCode.BadRequest, (await PasswordAsync(email, password.ToUpperInvariant() is var upper && upper != password ? upper : password + " ")).Status);
            Assert.Equal("/me", (await PasswordAsync(email, password)).Location);
        }
    }

    [Fact]
    public async Task More_than_128_characters_are_refused_not_cut() =>
        Assert.Contains("at most 128", (await SignUpAsync(shop.App.NewVisitor("en"), NewMailbox(), new string('x', 129))).Text, StringComparison.Ordinal);

    private static string NewMailbox() => $"lin{Interlocked.Increment(ref _next)}@hill.example";

    private static async Task<Answer> SignUpAsync(Visitor visitor, string email, string password) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-up"), new { Input__Name = "Lin of the hill", Input__Email = email, Input__Password = password });

    private async Task<Answer> TypeAsync(Visitor visitor, string email) =>
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/code"), new { Input__Code = await shop.App.CodeSentToAsync(email) });

    private async Task<Answer> PasswordAsync(string login, string password)
    {
        var visitor = shop.App.NewVisitor();
        return await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/password"), new { Input__Login = login, Input__Password = password });
    }

    private Task<bool> ExistsAsync(string email) => shop.App.ReadAsync(db => db.Accounts.AnyAsync(account => account.Email == email));
}
