using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>Account and privacy: what stands there, and that nothing of it changes without the person.</summary>
public sealed class MyAccountTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private const string Path = "/me/account";
    private const string SendButton = "?handler=Send";

    [Theory]
    [InlineData(Path)]
    [InlineData(Path + "/password")]
    [InlineData(Path + "/phone")]
    [InlineData(Path + "/email")]
    [InlineData(Path + "/code")]
    [InlineData(Path + "/erase")]
    [InlineData(Path + "/export")]
    public async Task A_guest_is_sent_to_sign_in(string path)
    {
        var answer = await shop.App.NewVisitor().GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        Assert.Contains("/sign-in?ReturnUrl=", answer.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_who_and_how_without_the_whole_number()
    {
        var (visitor, _, phone) = await shop.App.SignedInAsync("en");
        var page = await visitor.GetAsync(Path);
        Assert.Contains(Phone.Masked(phone), page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(phone, page.Text, StringComparison.Ordinal);
        Assert.Contains("code to the phone, code to the e-mail, password", page.Text, StringComparison.Ordinal);
        foreach (var way in new[] { "/me/profile", "/me/account/phone", "/me/account/email", "/me/account/password", "/me/sessions", "/me/account/erase" })
            Assert.NotNull(page.Page.QuerySelector($"main [href='{way}']"));
        Assert.NotNull((await visitor.GetAsync("/me")).Page.QuerySelector($"main [href='{Path}']"));
    }

    [Fact]
    public async Task A_password_is_changed_with_the_old_one_and_ends_other_sessions()
    {
        var (visitor, _, phone) = await shop.App.SignedInAsync("en");
        var other = shop.App.NewVisitor("en");
        await shop.App.SignInAsync(other, phone);

        var wrong = await SubmitAsync(visitor, Path + "/password", new { Input__Password = "a quiet valley", Proof__Password = "not it at all" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("The password is wrong", wrong.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await SubmitAsync(visitor, Path + "/password", new { Input__Password = "a quiet valley" })).Status);
        var weak = await SubmitAsync(visitor, Path + "/password", new { Input__Password = "short", Proof__Password = People.Password });
        Assert.Contains("Too short", weak.Text, StringComparison.Ordinal);

        Assert.Equal(Path, (await SubmitAsync(visitor, Path + "/password", new { Input__Password = "a quiet valley", Proof__Password = People.Password })).Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(Path)).Status);
        await shop.App.SignInAsync(shop.App.NewVisitor(), phone, "a quiet valley");
    }

    [Fact]
    public async Task Who_has_no_password_sets_one_by_code()
    {
        var (visitor, phone) = (shop.App.NewVisitor("en"), People.NewPhone());
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in"), new { Input__Phone = phone });
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/code"), new { Input__Code = await shop.App.CodeSentToAsync(phone) });
        var page = await visitor.GetAsync(Path + "/password");
        Assert.Null(page.Page.QuerySelector("[name='Proof.Password']"));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(page, new { Input__Password = "a quiet valley", Proof__Code = "123456" })).Status);

        var sent = await SendAsync(visitor, await visitor.GetAsync(Path + "/password"), new { });
        Assert.Equal(HttpStatusCode.OK, sent.Status);
        Assert.Contains("Sent to " + Phone.Masked(phone), sent.Text, StringComparison.Ordinal);
        var code = await shop.App.CodeSentToAsync(phone);
        Assert.Equal(Path, (await visitor.SubmitAsync(sent, new { Input__Password = "a quiet valley", Proof__Code = code })).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await SubmitAsync(visitor, Path + "/password", new { Input__Password = "another valley", Proof__Code = code })).Status);
        await shop.App.SignInAsync(shop.App.NewVisitor(), phone, "a quiet valley");
    }

    [Fact]
    public async Task A_new_number_counts_once_its_code_is_typed_and_the_old_one_is_told()
    {
        var (visitor, id, old) = await shop.App.SignedInAsync("en");
        var phone = People.NewPhone();
        var bad = await SubmitAsync(visitor, Path + "/phone", new { Input__Phone = "12800000000", Proof__Password = People.Password });
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.Equal("12800000000", bad.Page.QuerySelector("[name='Input.Phone']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, (await SubmitAsync(visitor, Path + "/phone", new { Input__Phone = phone, Proof__Password = "not it at all" })).Status);
        Assert.Empty(await shop.App.SentToAsync(phone));

        var asked = await SubmitAsync(visitor, Path + "/phone", new { Input__Phone = phone, Proof__Password = People.Password });
        Assert.Equal(Path + "/code", asked.Location);
        Assert.Equal(old, await PhoneOfAsync(id));
        var page = await visitor.GetAsync(Path + "/code");
        Assert.Contains(Phone.Masked(phone), page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(page, new { Input__Code = "" })).Status);
        Assert.Equal(Path, (await SubmitAsync(visitor, Path + "/code", new { Input__Code = await shop.App.CodeSentToAsync(phone) })).Location);
        Assert.Equal(phone, await PhoneOfAsync(id));
        Assert.Contains("改用别的号码", (await shop.App.SentToAsync(old))[0], StringComparison.Ordinal);
        Assert.Equal(Path, (await visitor.GetAsync(Path + "/code")).Location);
    }

    [Fact]
    public async Task Somebody_elses_mailbox_is_refused_after_its_code()
    {
        var (_, others) = await shop.App.NewPersonAsync();
        var (visitor, id, _) = await shop.App.SignedInAsync("en");
        var taken = People.MailboxOf(others);
        await SubmitAsync(visitor, Path + "/email", new { Input__Email = taken, Proof__Password = People.Password });
        var refused = await SubmitAsync(visitor, Path + "/code", new { Input__Code = await shop.App.CodeSentToAsync(taken) });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Another account has this", refused.Text, StringComparison.Ordinal);
        Assert.NotEqual(taken, (await AccountAsync(id)).Email);
    }

    [Fact]
    public async Task A_code_for_one_thing_opens_nothing_else()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync("en");
        var phone = People.NewPhone();
        await SubmitAsync(visitor, Path + "/phone", new { Input__Phone = phone, Proof__Password = People.Password });
        var code = await shop.App.CodeSentToAsync(phone);
        await visitor.SubmitAsync(await visitor.GetAsync("/me"), form: "form[action='/sign-out']");
        var page = await visitor.GetAsync("/sign-in/code");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(page, new { Input__Code = code })).Status);
        Assert.False(await shop.App.ReadAsync(db => db.Accounts.AnyAsync(account => account.PhoneNumber == phone)));
    }

    [Fact]
    public async Task The_file_holds_ones_own_and_no_secret()
    {
        var (visitor, id, phone) = await shop.App.SignedInAsync("en");
        var (_, stranger) = await shop.App.NewPersonAsync();
        var file = await visitor.SubmitAsync(await visitor.GetAsync(Path), form: "form[action$=export]");
        Assert.Equal(HttpStatusCode.OK, file.Status);
        Assert.Equal("application/json", file.Raw.Content.Headers.ContentType!.MediaType);
        Assert.EndsWith(".json", file.Raw.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(file.Text);
        var account = json.RootElement.GetProperty("account");
        Assert.Equal((phone, true), (account.GetProperty("phone").GetString(), account.GetProperty("has password").GetBoolean()));
        Assert.Equal(1, account.GetProperty("signed in on").GetArrayLength());
        Assert.DoesNotContain(stranger, file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain((await AccountAsync(id)).PasswordHash!, file.Text, StringComparison.Ordinal);
    }

    private static async Task<Answer> SubmitAsync(Visitor visitor, string path, object values) => await visitor.SubmitAsync(await visitor.GetAsync(path), values);

    private static Task<Answer> SendAsync(Visitor visitor, Answer page, object values) =>
        visitor.PostAsync(page.Raw.RequestMessage!.RequestUri!.AbsolutePath + SendButton, Visitor.FieldsOf(page, values, "main form[method=post]"));

    private Task<Account> AccountAsync(long id) => shop.App.ReadAsync(db => db.Accounts.AsNoTracking().SingleAsync(account => account.Id == id));

    private async Task<string?> PhoneOfAsync(long id) => (await shop.App.RunAsync<IAccounts, AccountCard?>(accounts => accounts.FindAsync(id, default)))!.Phone;
}
