using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;
using Storefront.Tests.Seams.Channels;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Notifications;

/// <summary>From what happened to the phone in the pocket: once, in words for a lock screen, again when the far side was out.</summary>
public sealed class TellingTests(ToldShop shop) : IClassFixture<ToldShop>, IDisposable
{
    private const string Order = "26112200017";

    public void Dispose() => (shop.Push.Mood, shop.Push.Status, shop.Push.RetryAfter, shop.Mail.Mood) = (Mood.Accepts, null, null, Mood.Accepts);

    [Theory]
    [InlineData("en", "New order", $"New order {Order}, please get it ready")]
    [InlineData("zh-CN", "新订单", $"新订单 {Order}，请准备发货")]
    public async Task A_new_order_is_told_at_once_and_once_in_the_readers_language(string language, string title, string body)
    {
        var (_, id, phone, browser) = await shop.WithPhoneAsync(language);
        await shop.HappensAsync(id, Topic.NewOrder, Order, "王小明 13812345678 大岭脚村8号");
        await shop.TellAsync();
        await shop.TellAsync();
        var pushed = Assert.Single(shop.Push.ReadBy(browser));
        Assert.Equal((title, body, "/cart", language), (pushed.GetProperty("title").GetString(), pushed.GetProperty("body").GetString(), pushed.GetProperty("url").GetString(), pushed.GetProperty("lang").GetString()));
        Assert.Equal(ToldShop.Settings, pushed.GetProperty("settings").GetProperty("url").GetString());
        var mail = Assert.Single(shop.MailsTo(phone));
        Assert.Equal(body, mail.Headers["Subject"]);
        Assert.Contains("https://farm.example/me/notices", mail.Text, StringComparison.Ordinal);
        Assert.Empty(await shop.App.SentToAsync(phone));
        Assert.All(new[] { pushed.GetRawText(), mail.Text + mail.Headers["Subject"] }, text => Assert.All(["王小明", "13812345678", "大岭脚村"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal)));
        Assert.Empty(shop.Push.Mistakes);
    }

    [Fact]
    public async Task A_recall_also_goes_by_sms_and_cannot_be_switched_off()
    {
        var (_, id, phone, browser) = await shop.WithPhoneAsync();
        await shop.HappensAsync(id, Topic.Recall, "冬蜜");
        await shop.TellAsync();
        Assert.Contains("“冬蜜” is recalled", Assert.Single(await shop.App.SentToAsync(phone)), StringComparison.Ordinal);
        Assert.Single(shop.Push.ReadBy(browser));
        var mail = Assert.Single(shop.MailsTo(phone));
        Assert.False(mail.Headers.ContainsKey("List-Unsubscribe"));
        Assert.Contains("cannot be switched off", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_holds_one_row_for_a_notice_a_way_and_a_device()
    {
        var (_, id, _, _) = await shop.WithPhoneAsync();
        await shop.HappensAsync(id, Topic.NewOrder, Order);
        await shop.TellAsync();
        var first = (await shop.TellingsOfAsync(id))[0];
        await shop.App.ReadAsync(async db =>
        {
            db.Tellings.Add(new() { NoticeId = first.NoticeId, AccountId = id, Way = first.Way, Device = first.Device, At = first.At, DueAt = first.At });
            Assert.True(db.IsUniqueClash(await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync())));
            return true;
        });
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_browser_that_is_gone_is_forgotten(int status)
    {
        var (visitor, id, _, _) = await shop.WithPhoneAsync();
        shop.Push.Status = status;
        await shop.HappensAsync(id, Topic.NewOrder, Order);
        await shop.TellAsync();
        Assert.Equal(0, await shop.App.ReadAsync(db => db.PushDevices.CountAsync(device => device.AccountId == id)));
        Assert.Equal(TellingState.Dropped, (await shop.TellingsOfAsync(id)).Single(telling => telling.Way == Way.Push).State);
        Assert.Null((await visitor.GetAsync(ToldShop.Settings)).Page.QuerySelector("[data-mark]"));
    }

    [Fact]
    public async Task Who_asks_to_wait_is_left_alone_so_long()
    {
        var (_, id, _, browser) = await shop.WithPhoneAsync();
        (shop.Push.Status, shop.Push.RetryAfter) = (429, "3600");
        await shop.HappensAsync(id, Topic.NewOrder, Order);
        await shop.TellAsync();
        var calls = shop.Push.Calls;
        (shop.Push.Status, shop.Push.RetryAfter) = (null, null);
        shop.App.Clock.Advance(TimeSpan.FromMinutes(59));
        await shop.TellAsync();
        Assert.Equal(calls, shop.Push.Calls);
        shop.App.Clock.Advance(TimeSpan.FromMinutes(2));
        await shop.TellAsync();
        Assert.Single(shop.Push.ReadBy(browser));
    }

    [Fact]
    public async Task A_mail_server_that_was_out_gets_it_later_and_the_others_wait_for_nothing()
    {
        shop.WaitForHour(10);
        var (_, id, phone, browser) = await shop.WithPhoneAsync();
        shop.Mail.Mood = Mood.Fails;
        await shop.HappensAsync(id, Topic.NewOrder, Order);
        await shop.TellAsync();
        Assert.Single(shop.Push.ReadBy(browser));
        shop.Mail.Mood = Mood.Accepts;
        shop.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await shop.TellAsync();
        Assert.Single(shop.MailsTo(phone));
        Assert.Single(shop.Push.ReadBy(browser));
    }

    [Fact]
    public async Task What_never_arrives_is_on_the_admins_list_and_can_be_tried_again()
    {
        shop.WaitForHour(8);
        var (admin, _, _) = await shop.App.SignedInAsync("en", Policies.AdminRole);
        var (_, id, _, browser) = await shop.WithPhoneAsync();
        shop.Push.Status = 500;
        await shop.HappensAsync(id, Topic.NewOrder, Order);
        for (var round = 0; round < 9; round++)
        {
            await shop.TellAsync();
            shop.App.Clock.Advance(TimeSpan.FromMinutes(70));
        }
        var failed = (await shop.TellingsOfAsync(id)).Single(telling => telling.Way == Way.Push);
        Assert.Equal((TellingState.Failed, 8), (failed.State, failed.Tries));
        var calls = shop.Push.Calls;
        await shop.TellAsync();
        Assert.Equal(calls, shop.Push.Calls);

        shop.Push.Status = null;
        var list = await admin.GetAsync("/admin/told");
        Assert.Contains("HTTP 500", list.Page.QuerySelector("main .list-item:has(form)")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("push.example", list.Text, StringComparison.Ordinal);
        var again = new { id = failed.Id };
        Assert.Equal("/admin/told", (await admin.SubmitAsync(list, again)).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await admin.PostAsync("/admin/told", Visitor.FieldsOf(list, new { id = failed.Id, _once = Code.NewSecret() }, "main form"))).Status);
        await shop.TellAsync();
        Assert.Single(shop.Push.ReadBy(browser));
    }

    [Fact]
    public async Task Who_left_no_mailbox_or_closed_the_account_is_not_told()
    {
        var (_, id, phone, browser) = await shop.WithPhoneAsync();
        await shop.App.WriteAsync(db => db.Set<Storefront.Modules.Accounts.Model.Account>().Where(account => account.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.DisabledAt, shop.App.Clock.GetUtcNow().UtcDateTime)));
        await shop.HappensAsync(id, Topic.NewOrder, Order);
        await shop.TellAsync();
        Assert.Empty(shop.Push.ReadBy(browser));
        Assert.Empty(shop.MailsTo(phone));
        Assert.Empty(await shop.TellingsOfAsync(id));
    }

    [Fact]
    public async Task Old_news_stays_on_the_site()
    {
        var (_, id, phone, _) = await shop.WithPhoneAsync();
        await shop.HappensAsync(id, Topic.NewOrder, Order);
        shop.App.Clock.Advance(TimeSpan.FromDays(3));
        await shop.TellAsync();
        Assert.Empty(shop.MailsTo(phone));
        Assert.Equal(1, await shop.App.RunAsync<INotices, int>(notices => notices.CountUnseenAsync(id, default)));
    }
}
