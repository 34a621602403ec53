using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Moderation.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Moderation;

/// <summary>Closing and reopening somebody's account.</summary>
public sealed class AccountsTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private const string Path = "/admin/accounts";

    [Fact]
    public async Task It_is_for_admins_and_moderators()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await shop.App.NewVisitor().GetAsync(Path)).Status);
        foreach (var (role, status) in new[] { (Policies.ReviewerRole, HttpStatusCode.Forbidden), (Policies.FinanceRole, HttpStatusCode.Forbidden), (Policies.ModeratorRole, HttpStatusCode.OK), (Policies.AdminRole, HttpStatusCode.OK) })
            Assert.Equal(status, (await (await shop.App.SignedInAsync("en", role)).Visitor.GetAsync(Path)).Status);
    }

    [Fact]
    public async Task A_closed_account_is_out_at_once_and_comes_back_when_reopened()
    {
        var (moderator, _, _) = await shop.App.SignedInAsync("en", Policies.ModeratorRole);
        var (person, id, phone) = await shop.App.SignedInAsync("en");
        var page = await FindAsync(moderator, phone);
        Assert.DoesNotContain(phone, page.Raw.RequestMessage!.RequestUri!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await moderator.SubmitAsync(page, new { Input__Reason = " " })).Status);

        await moderator.SubmitAsync(page, new { Input__Reason = "sells what is not his" });
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/me/account")).Status);
        var refused = await person.SubmitAsync(await person.OpenAsync("/sign-in/password"), new { Input__Login = phone, Input__Password = People.Password });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        var entry = await shop.App.ReadAsync(db => db.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync());
        Assert.Equal(("account-closed", "sells what is not his"), (entry.Act, entry.Detail));
        Assert.Equal("account/" + await CodeOfAsync(id), entry.Subject);

        await moderator.SubmitAsync(await FindAsync(moderator, People.MailboxOf(phone)), new { Input__Reason = "it was a mistake" });
        Assert.Equal(HttpStatusCode.Redirect, (await person.GetAsync("/me/account")).Status);
        await shop.App.SignInAsync(person, phone);
    }

    [Fact]
    public async Task The_log_takes_no_name()
    {
        var (moderator, _, _) = await shop.App.SignedInAsync("en", Policies.ModeratorRole);
        var (id, phone) = await shop.App.NewPersonAsync();
        var name = "测试" + phone[^4..];
        foreach (var named in new[] { $"{name} was rude", $"call {phone}", $"write to {People.MailboxOf(phone).ToUpperInvariant()}" })
        {
            var refused = await moderator.SubmitAsync(await FindAsync(moderator, phone), new { Input__Reason = named });
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Equal(named, refused.Page.QuerySelector("textarea")!.TextContent.Trim());
        }
        Assert.Null((await shop.App.ReadAsync(db => db.Accounts.SingleAsync(account => account.Id == id))).DisabledAt);
        Assert.DoesNotContain(await shop.App.FindAsync(phone), found => found.StartsWith("AuditEntries", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ring 138 1234 5678 first", "ring **** first")]
    [InlineData("wrote to Lin@Example.com, twice", "wrote to ****, twice")]
    [InlineData("order 261322-1234-5678 is paid ¥1,399.00", "order 261322-1234-5678 is paid ¥1,399.00")]
    public async Task Numbers_and_mailboxes_in_admins_words_are_masked(string words, string logged)
    {
        await shop.App.RunAsync<IServiceProvider, bool>(async services =>
        {
            ((IAudit)services.GetService(typeof(IAudit))!).Stage("shop-closed", "shop/x", words);
            await ((Storefront.Data.StoreDb)services.GetService(typeof(Storefront.Data.StoreDb))!).SaveChangesAsync();
            return true;
        });
        Assert.True(await shop.App.ReadAsync(db => db.AuditEntries.AnyAsync(entry => entry.Detail == logged)));
    }

    [Fact]
    public async Task Nobody_closes_the_own_account_and_a_moderator_no_admins()
    {
        var (admin, _, adminPhone) = await shop.App.SignedInAsync("en", Policies.AdminRole);
        var own = await admin.SubmitAsync(await FindAsync(admin, adminPhone), new { Input__Reason = "tired" });
        Assert.Contains("cannot close your own", own.Text, StringComparison.Ordinal);
        var (moderator, _, moderatorPhone) = await shop.App.SignedInAsync("en", Policies.ModeratorRole);
        var above = await moderator.SubmitAsync(await FindAsync(moderator, adminPhone), new { Input__Reason = "tired" });
        Assert.Contains("only an admin may close it", above.Text, StringComparison.Ordinal);
        Assert.NotNull((await admin.SubmitAsync(await FindAsync(admin, moderatorPhone), new { Input__Reason = "left us" })).Location);
    }

    [Fact]
    public async Task Who_is_not_there_is_not_found()
    {
        var (admin, _, _) = await shop.App.SignedInAsync("en", Policies.AdminRole);
        var nobody = await admin.SubmitAsync(await admin.GetAsync(Path), new { Input__Login = "13999999999" });
        Assert.Equal(HttpStatusCode.BadRequest, nobody.Status);
        Assert.Equal("13999999999", nobody.Page.QuerySelector("[name='Input.Login']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync($"{Path}/{Code.NewSecret()}")).Status);
    }

    private static async Task<Answer> FindAsync(Visitor admin, string login) => await admin.OpenAsync((await admin.SubmitAsync(await admin.GetAsync(Path), new { Input__Login = login })).Location!);

    private Task<string?> CodeOfAsync(long id) => shop.App.ReadAsync(db => db.Accounts.Where(account => account.Id == id).Select(account => account.UserName).SingleAsync());
}
