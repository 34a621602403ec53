using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Accounts.Sessions;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>Sessions live on the server: what ends there is over, whoever kept a copy of the cookie.</summary>
public sealed class SessionTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private const string Private = "/me/sessions";

    [Fact]
    public async Task A_copied_cookie_is_dead_after_sign_out()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync();
        var thief = With(shop.App, SessionOf(visitor));
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(Private)).Status);
        var left = await visitor.SubmitAsync(await visitor.GetAsync("/me"), null, "form[action='/sign-out']");
        Assert.Equal("/me", left.Location);
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync(Private)).Status);
        Assert.EndsWith(".0", visitor.Cookies.GetAllCookies()["ui"]!.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_sign_in_gets_a_new_session()
    {
        var (visitor, _, phone) = await shop.App.SignedInAsync();
        var first = SessionOf(visitor);
        await visitor.SubmitAsync(await visitor.GetAsync("/me"), null, "form[action='/sign-out']");
        await shop.App.SignInAsync(visitor, phone);
        Assert.NotEqual(first, SessionOf(visitor));
    }

    [Fact]
    public async Task A_planted_cookie_is_not_taken_over()
    {
        var (_, phone) = await shop.App.NewPersonAsync();
        var (other, _, _) = await shop.App.SignedInAsync();
        var ended = SessionOf(other);
        await other.SubmitAsync(await other.GetAsync("/me"), null, "form[action='/sign-out']");
        foreach (var planted in new[] { "made-up", ended })
        {
            var victim = With(shop.App, planted);
            await shop.App.SignInAsync(victim, phone);
            Assert.NotEqual(planted, SessionOf(victim));
            Assert.Equal(HttpStatusCode.Redirect, (await With(shop.App, planted).GetAsync(Private)).Status);
        }
    }

    [Fact]
    public async Task Who_is_signed_in_cannot_sign_in_over_it()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync();
        foreach (var page in new[] { "/sign-in", "/sign-in/email", "/sign-in/password", "/sign-in/code", "/sign-up" })
            Assert.Equal("/me", (await visitor.GetAsync(page)).Location);
    }

    [Fact]
    public async Task A_tampered_cookie_opens_nothing()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync();
        var session = SessionOf(visitor);
        var bent = session[..20] + (session[20] == 'A' ? 'B' : 'A') + session[21..];
        Assert.Equal(HttpStatusCode.Redirect, (await With(shop.App, bent).GetAsync(Private)).Status);
    }

    [Fact]
    public async Task The_table_gives_no_session_away()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync();
        var row = await shop.App.ReadAsync(db => db.Sessions.SingleAsync(session => session.AccountId == id));
        Assert.Equal(64, row.KeyHash.Length);
        Assert.DoesNotContain("SecurityStamp", System.Text.Encoding.UTF8.GetString(row.Ticket), StringComparison.Ordinal);
        Assert.DoesNotContain(row.KeyHash, SessionOf(visitor), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_closed_account_and_a_new_stamp_end_sessions_at_once()
    {
        var (closed, closedId, _) = await shop.App.SignedInAsync();
        await shop.App.WriteAsync(async db => (await db.Accounts.SingleAsync(account => account.Id == closedId)).DisabledAt = DateTime.UnixEpoch);
        Assert.Equal(HttpStatusCode.Redirect, (await closed.GetAsync(Private)).Status);

        var (stamped, stampedId, _) = await shop.App.SignedInAsync();
        await shop.App.RunAsync<UserManager<Account>, IdentityResult>(async accounts => await accounts.UpdateSecurityStampAsync((await accounts.FindByIdAsync($"{stampedId}"))!));
        Assert.Equal(HttpStatusCode.Redirect, (await stamped.GetAsync(Private)).Status);
    }

    [Fact]
    public async Task A_session_ends_after_two_idle_weeks()
    {
        await using var app = await StoreApp.StartAsync();
        var (visitor, _, _) = await app.SignedInAsync();
        app.Clock.Advance(TimeSpan.FromDays(13));
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Private)).Status);
        app.Clock.Advance(TimeSpan.FromDays(14));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Private)).Status);
        await app.SettleAsync();
        Assert.Empty(await app.ReadAsync(db => db.Sessions.ToListAsync()));
        Assert.Empty(await app.ReadAsync(db => db.SignInCodes.ToListAsync()));
    }

    [Fact]
    public async Task A_session_ends_after_thirty_days_of_daily_use()
    {
        await using var app = await StoreApp.StartAsync();
        var (visitor, _, _) = await app.SignedInAsync();
        for (var day = 1; day < 30; day++)
        {
            app.Clock.Advance(TimeSpan.FromDays(1));
            Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Private)).Status);
        }
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Private)).Status);
    }

    [Fact]
    public async Task Looking_at_pages_writes_last_seen_every_ten_minutes_at_most()
    {
        await using var app = await StoreApp.StartAsync();
        var (visitor, _, _) = await app.SignedInAsync();
        Task<DateTime> Seen() => app.ReadAsync(db => db.Sessions.Select(session => session.LastSeenAt).SingleAsync());
        var before = await Seen();
        app.Clock.Advance(TimeSpan.FromMinutes(9));
        await visitor.GetAsync(Private);
        Assert.Equal(before, await Seen());
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await visitor.GetAsync(Private);
        Assert.InRange(await Seen(), before.AddMinutes(10), before.AddMinutes(11));
    }

    [Fact]
    public async Task Own_sessions_are_listed_and_ended_one_by_one_or_together()
    {
        var (here, _, phone) = await shop.App.SignedInAsync("en");
        var (there, elsewhere) = (shop.App.NewVisitor(), shop.App.NewVisitor());
        await shop.App.SignInAsync(there, phone);
        await shop.App.SignInAsync(elsewhere, phone);
        var page = await here.GetAsync(Private);
        Assert.Equal(3, page.Page.QuerySelectorAll("main li").Length);
        Assert.Contains("This one", page.Text, StringComparison.Ordinal);

        await here.SubmitAsync(page);
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.OK], await StatesAsync(elsewhere, there));
        await here.SubmitAsync(await here.GetAsync(Private), null, "form[action*=Others]");
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.OK], await StatesAsync(there, here));
    }

    [Fact]
    public async Task Others_sessions_are_not_there()
    {
        var (mine, _, _) = await shop.App.SignedInAsync();
        var (others, othersId, _) = await shop.App.SignedInAsync();
        var code = await shop.App.ReadAsync(db => db.Sessions.Where(session => session.AccountId == othersId).Select(session => session.Code).FirstAsync());
        var fields = Visitor.FieldsOf(await mine.GetAsync("/me"), null, "form[action='/sign-out']");
        Assert.Equal(HttpStatusCode.NotFound, (await mine.PostAsync(Private, fields.Append(new("code", code)))).Status);
        Assert.Equal(HttpStatusCode.OK, (await others.GetAsync(Private)).Status);
    }

    [Theory]
    [InlineData("Mozilla/5.0 (Linux; Android 14; V2031A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.49", "WeChat · Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1", "Safari · iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0 Safari/537.36 Edg/125.0", "Edge · Windows")]
    [InlineData("curl/8.5", "?")]
    public void Devices_have_short_names(string userAgent, string name) => Assert.Equal(name, Storefront.Shared.DeviceName.Of(userAgent));

    private static string SessionOf(Visitor visitor) => visitor.Cookies.GetAllCookies()["session"]!.Value;

    private static Visitor With(StoreApp app, string session)
    {
        var visitor = app.NewVisitor();
        visitor.Cookies.Add(app.Address, new Cookie("session", session, "/"));
        return visitor;
    }

    private static async Task<HttpStatusCode[]> StatesAsync(params Visitor[] visitors) => [.. (await Task.WhenAll(visitors.Select(visitor => visitor.GetAsync(Private)))).Select(answer => answer.Status)];
}
