using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Notifications;

/// <summary>The page on which a person chooses, and the list of browsers that are told.</summary>
public sealed class NoticeSettingsTests(ToldShop shop) : IClassFixture<ToldShop>
{
    private const string Choices = "form:not([action*=handler])";

    [Fact]
    public async Task A_guest_is_sent_to_sign_in() => Assert.Equal(HttpStatusCode.Redirect, (await shop.App.NewVisitor().GetAsync(ToldShop.Settings)).Status);

    [Fact]
    public async Task Defaults_are_shown_and_what_is_chosen_holds()
    {
        var (visitor, id, phone, browser) = await shop.WithPhoneAsync();
        var page = await visitor.GetAsync(ToldShop.Settings);
        bool Ticked(string box) => page.Page.QuerySelector($"input[value='{box}']")!.HasAttribute("checked");
        Assert.True(Ticked("NewOrder.Push") && Ticked("NewOrder.Email") && !Ticked("NewOrder.Sms") && !Ticked("OrderPaid.Push") && Ticked("Other.Push"));
        Assert.Null(page.Page.QuerySelector("input[value^='Recall.'], input[value^='Security.']"));
        Assert.Contains("cannot be switched off", page.Text, StringComparison.Ordinal);
        var saved = await visitor.FollowAsync(await visitor.SubmitAsync(page, new { On = new[] { "NewOrder.Sms", "Recall.Push" }, Quiet__IsOn = (string?)null }, $"main {Choices}"));
        Assert.Contains("Saved.", saved.Text, StringComparison.Ordinal);
        Assert.Equal(["NewOrder.Sms"], saved.Page.QuerySelectorAll("input[name=On]").Where(box => box.HasAttribute("checked")).Select(box => box.GetAttribute("value")));

        shop.WaitForHour(23);
        await shop.HappensAsync(id, Topic.NewOrder, "77");
        await shop.HappensAsync(id, Topic.ShopDecision, "Bee farm");
        await shop.TellAsync();
        var sms = Assert.Single(await shop.App.SentToAsync(phone));
        Assert.Contains("New order 77", sms, StringComparison.Ordinal);
        Assert.Matches("https://farm.example/u/[0-9a-z]{26}", sms);
        Assert.Empty(shop.Push.ReadBy(browser));
        Assert.Empty(shop.MailsTo(phone));
    }

    [Fact]
    public async Task Hours_that_are_none_are_refused_with_everything_kept()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync("en");
        var refused = await visitor.SubmitAsync(await visitor.GetAsync(ToldShop.Settings), new { On = new[] { "OrderPaid.Sms" }, Quiet__IsOn = "true", Quiet__From = "5", Quiet__Until = "5" }, $"main {Choices}");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("cannot be the same hour", refused.Text, StringComparison.Ordinal);
        Assert.Equal(["OrderPaid.Sms"], refused.Page.QuerySelectorAll("input[name=On]").Where(box => box.HasAttribute("checked")).Select(box => box.GetAttribute("value")));
        Assert.Equal("5", refused.Page.QuerySelector("#Quiet_From option[selected]")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.SubmitAsync(refused, new { Quiet__From = "24" }, $"main {Choices}")).Status);
        Assert.False(await shop.App.ReadAsync(db => db.TellingChoices.AnyAsync(choice => choice.AccountId == id)));
    }

    [Fact]
    public async Task A_way_that_leads_nowhere_yet_is_not_offered_and_stays_as_it_was()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync("en");
        await shop.App.WriteAsync(db => db.Set<Storefront.Modules.Accounts.Model.Account>().Where(account => account.Id == id).ExecuteUpdateAsync(set => set.SetProperty(account => account.Email, (string?)null)));
        var page = await visitor.GetAsync(ToldShop.Settings);
        Assert.Null(page.Page.QuerySelector("input[value='NewOrder.Email']"));
        Assert.NotNull(page.Page.QuerySelector("a[href='/me/account/email']"));
        await visitor.SubmitAsync(page, new { On = Array.Empty<string>() }, $"main {Choices}");
        Assert.Equal([Way.Push, Way.Sms], await shop.App.ReadAsync(db => db.TellingChoices.Where(choice => choice.AccountId == id && choice.Topic == Topic.NewOrder).OrderBy(choice => choice.Way).Select(choice => choice.Way).ToListAsync()));
    }

    [Fact]
    public async Task Browsers_are_listed_and_only_their_owner_removes_them()
    {
        var (visitor, id, _, browser) = await shop.WithPhoneAsync();
        var (other, otherId, _, _) = await shop.WithPhoneAsync();
        var page = await visitor.GetAsync(ToldShop.Settings);
        Assert.Equal(PushDevice.MarkOf(browser.Endpoint), Assert.Single(page.Page.QuerySelectorAll("[data-mark]")).GetAttribute("data-mark"));
        var code = page.Page.QuerySelector("input[name=code]")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync(await other.GetAsync(ToldShop.Settings), new { code }, "form[action*='handler=Forget']")).Status);
        Assert.Equal(ToldShop.Settings, (await visitor.SubmitAsync(page, values: null, "form[action*='handler=Forget']")).Location);
        Assert.Equal(0, await shop.App.ReadAsync(db => db.PushDevices.CountAsync(device => device.AccountId == id)));

        await ToldShop.SubscribeAsync(visitor, browser.Endpoint, browser.Keys);
        await ToldShop.SubscribeAsync(other, browser.Endpoint, browser.Keys);
        var mark = PushDevice.MarkOf(browser.Endpoint);
        Assert.Equal([otherId], await shop.App.ReadAsync(db => db.PushDevices.Where(device => device.Mark == mark).Select(device => device.AccountId).ToListAsync()));
    }

    [Fact]
    public async Task A_browser_with_a_new_address_moves_by_itself_and_only_by_its_old_one()
    {
        var (visitor, id, _, browser) = await shop.WithPhoneAsync();
        var next = shop.Push.NewBrowser();
        Task<Storefront.Tests.Support.Answer> MoveAsync(string before, string endpoint) =>
            shop.App.NewVisitor().PostAsync("/push/moved", [new("before", before), new("endpoint", endpoint), new("p256dh", next.Keys.P256dh), new("auth", next.Keys.Auth)]);
        foreach (var (before, endpoint) in new[] { ("", next.Endpoint), (next.Endpoint, next.Endpoint), (browser.Endpoint, "https://127.0.0.1/send/1"), (browser.Endpoint, "http://push.example/1") })
            Assert.Equal(HttpStatusCode.NoContent, (await MoveAsync(before, endpoint)).Status);
        Assert.Equal([browser.Endpoint], await shop.App.ReadAsync(db => db.PushDevices.Where(device => device.AccountId == id).Select(device => device.Endpoint).ToListAsync()));
        Assert.Equal(HttpStatusCode.NoContent, (await MoveAsync(browser.Endpoint, next.Endpoint)).Status);
        Assert.Equal([next.Endpoint], await shop.App.ReadAsync(db => db.PushDevices.Where(device => device.AccountId == id).Select(device => device.Endpoint).ToListAsync()));
        Assert.Contains(PushDevice.MarkOf(next.Endpoint), (await visitor.GetAsync(ToldShop.Settings)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://push.example/send/1")]
    [InlineData("https://127.0.0.1/send/1")]
    [InlineData("https://[::1]/send/1")]
    [InlineData("https://localhost/send/1")]
    [InlineData("https://push.example:8443/send/1")]
    [InlineData("https://me@push.example/send/1")]
    [InlineData("ftp://push.example/send/1")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task An_address_that_no_browser_gives_is_refused(string endpoint)
    {
        var (visitor, id, _) = await shop.App.SignedInAsync("en");
        Assert.Equal(HttpStatusCode.BadRequest, (await ToldShop.SubscribeAsync(visitor, endpoint, shop.Push.NewBrowser().Keys)).Status);
        Assert.False(await shop.App.ReadAsync(db => db.PushDevices.AnyAsync(device => device.AccountId == id)));
    }

    [Fact]
    public async Task Keys_off_the_curve_and_endless_addresses_are_refused()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync("en");
        var browser = shop.Push.NewBrowser();
        var bent = browser.Keys with { P256dh = browser.Keys.P256dh[..^4] + (browser.Keys.P256dh[^4..] == "AAAA" ? "BBBB" : "AAAA") };
        foreach (var (endpoint, keys) in new[] { (browser.Endpoint, bent), (browser.Endpoint, browser.Keys with { Auth = "AAAA" }), (browser.Endpoint, browser.Keys with { Auth = "***" }), (browser.Endpoint + new string('x', 1_000), browser.Keys) })
            Assert.Equal(HttpStatusCode.BadRequest, (await ToldShop.SubscribeAsync(visitor, endpoint, keys)).Status);
    }

    [Fact]
    public async Task My_data_holds_my_browsers_and_choices_and_erasing_takes_them_away()
    {
        var (visitor, id, _, browser) = await shop.WithPhoneAsync();
        await visitor.SubmitAsync(await visitor.GetAsync(ToldShop.Settings), new { On = new[] { "NewOrder.Sms" } }, $"main {Choices}");
        await shop.HappensAsync(id, Topic.NewOrder, "1");
        shop.WaitForHour(10);
        await shop.TellAsync();
        var json = await KeptAsync(async kept => System.Text.Json.JsonSerializer.Serialize(await kept.ExportAsync(id, default)));
        Assert.Contains(browser.Endpoint, json, StringComparison.Ordinal);
        Assert.Contains("""{"Topic":"NewOrder","Way":"Sms","On":true}""", json, StringComparison.Ordinal);
        Assert.DoesNotContain(browser.Keys.Auth, json, StringComparison.Ordinal);
        await KeptAsync(async kept =>
        {
            await kept.EraseAsync(id, shop.App.Clock.GetUtcNow().UtcDateTime, default);
            return "";
        });
        Assert.False(await shop.App.ReadAsync(async db => await db.PushDevices.AnyAsync(device => device.AccountId == id) || await db.TellingChoices.AnyAsync(choice => choice.AccountId == id)
            || await db.QuietHours.AnyAsync(hours => hours.AccountId == id) || await db.Tellings.AnyAsync(telling => telling.AccountId == id)));
    }

    private Task<string> KeptAsync(Func<Storefront.Shared.IPersonalData, Task<string>> use) =>
        shop.App.RunAsync<IEnumerable<Storefront.Shared.IPersonalData>, string>(all => use(all.OfType<Storefront.Modules.Notifications.KeptNotices>().Single()));
}
