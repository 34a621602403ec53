using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Notifications.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Videos;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Videos;

/// <summary>A live show is announced, stands on the shop's page, and reminds once who wants it.</summary>
public sealed class LiveTests : IAsyncLifetime
{
    private readonly Stalls _market = new();

    public Task InitializeAsync() => _market.InitializeAsync();

    public Task DisposeAsync() => _market.DisposeAsync();

    [Fact]
    public async Task What_was_typed_is_kept_when_the_time_is_over()
    {
        var (owner, _) = await _market.OpenShopAsync();
        var page = await owner.GetAsync("/sell/live");
        foreach (var (day, text) in new[] { ("2020-01-01", "That time is over"), ("2099-01-01", "60 days"), ("", "Choose a day") })
        {
            var refused = await owner.SubmitAsync(page, new { Input__About = "开箱割蜜", Input__Day = day, Input__Time = "19:00", Input__Platform = "douyin" }, "#announce");
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains(text, refused.Text, StringComparison.Ordinal);
            Assert.Equal("开箱割蜜", refused.Page.QuerySelector("[name='Input.About']")!.GetAttribute("value"));
            Assert.Equal("19:00", refused.Page.QuerySelector("[name='Input.Time']")!.GetAttribute("value"));
        }
        var unknown = await owner.SubmitAsync(page, new { Input__About = "x", Input__Day = Day(2), Input__Time = "19:00", Input__ShareText = "https://evil.example/live" }, "#announce");
        Assert.Contains("No link we know", unknown.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _market.App.ReadAsync(db => db.LiveShows.CountAsync()));
    }

    [Fact]
    public async Task It_stands_on_the_shops_page_and_goes_into_a_calendar()
    {
        var (owner, shop) = await _market.OpenShopAsync();
        var guest = _market.App.NewVisitor("en");
        Assert.DoesNotContain("Live soon", (await guest.GetAsync($"/s/{shop.Code}")).Text, StringComparison.Ordinal);
        var show = await AnnounceAsync(owner);
        var stall = await guest.GetAsync($"/s/{shop.Code}");
        Assert.Contains("开箱割蜜", stall.Page.QuerySelector($"a[href='/live/{show.Code}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("19:00", stall.Text, StringComparison.Ordinal);
        var page = await guest.GetAsync($"/live/{show.Code}");
        Assert.Null(page.Page.QuerySelector("form[action*=Remind]"));
        var calendar = await guest.GetAsync(page.Page.QuerySelector("a[href*=Calendar]")!.GetAttribute("href")!);
        Assert.Equal("text/calendar", calendar.Raw.Content.Headers.ContentType!.MediaType);
        Assert.Contains($"DTSTART:{show.StartsAt:yyyyMMdd'T'HHmmss'Z'}\r\n", calendar.Text, StringComparison.Ordinal);
        Assert.Contains("TRIGGER:-PT15M", calendar.Text, StringComparison.Ordinal);
        Assert.All(calendar.Text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.Equal(HttpStatusCode.NotFound, (await guest.GetAsync("/live/0000000000")).Status);
    }

    [Fact]
    public async Task Who_asked_is_told_once_shortly_before()
    {
        var (owner, _) = await _market.OpenShopAsync();
        var show = await AnnounceAsync(owner);
        var (buyer, id, _) = await _market.App.SignedInAsync("en");
        var (fickle, fickleId, _) = await _market.App.SignedInAsync("en");
        foreach (var visitor in new[] { buyer, fickle }) await RemindAsync(visitor, show);
        await fickle.SubmitAsync(await fickle.GetAsync($"/live/{show.Code}"), form: "form[action*=Forget]");
        await _market.RunAsync<RemindOfLive>();
        Assert.Empty(await NoticesAsync(id));
        _market.App.Clock.Advance(show.StartsAt - _market.App.Clock.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(10));
        await _market.RunAsync<RemindOfLive>();
        await _market.RunAsync<RemindOfLive>();
        var notice = Assert.Single(await NoticesAsync(id));
        Assert.Equal(("sellvideos.notice.soon", $"/live/{show.Code}"), (notice.TextKey, notice.Path));
        Assert.Contains("19:00", notice.Arguments, StringComparison.Ordinal);
        Assert.Empty(await NoticesAsync(fickleId));
    }

    [Fact]
    public async Task Called_off_it_is_gone_and_who_waited_is_told()
    {
        var (owner, shop) = await _market.OpenShopAsync();
        var (other, _) = await _market.OpenShopAsync();
        var show = await AnnounceAsync(owner);
        var own = await AnnounceAsync(other);
        var (buyer, id, _) = await _market.App.SignedInAsync("en");
        await RemindAsync(buyer, show);
        var stolen = await other.SubmitAsync(await other.GetAsync("/sell/live"), new { show = show.Code }, "form[action*=CallOff]");
        Assert.Equal(HttpStatusCode.NotFound, stolen.Status);
        await owner.SubmitAsync(await owner.GetAsync("/sell/live"), form: "form[action*=CallOff]");
        Assert.DoesNotContain(show.Code, (await buyer.GetAsync($"/s/{shop.Code}")).Text, StringComparison.Ordinal);
        _market.App.Clock.Advance(show.StartsAt - _market.App.Clock.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(5));
        await _market.RunAsync<RemindOfLive>();
        Assert.Equal("sellvideos.notice.called_off", Assert.Single(await NoticesAsync(id)).TextKey);
        Assert.NotEqual(show.Code, own.Code);
    }

    [Fact]
    public async Task A_reminder_is_told_in_the_export_and_goes_with_its_person()
    {
        var (owner, _) = await _market.OpenShopAsync();
        var show = await AnnounceAsync(owner);
        var (buyer, id, _) = await _market.App.SignedInAsync("en");
        await RemindAsync(buyer, show);
        var mine = await _market.App.RunAsync<IEnumerable<IPersonalData>, object?>(all => all.OfType<KeptReminders>().Single().ExportAsync(id, default));
        Assert.NotNull(mine);
        await _market.App.RunAsync<IEnumerable<IPersonalData>, bool>(async all =>
        {
            await all.OfType<KeptReminders>().Single().EraseAsync(id, DateTime.MinValue, default);
            return true;
        });
        Assert.Equal(0, await _market.App.ReadAsync(db => db.LiveReminders.CountAsync(reminder => reminder.AccountId == id)));
    }

    private string Day(int ahead) => LocalTime.Today(_market.App.Clock).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<LiveShow> AnnounceAsync(Visitor owner)
    {
        var done = await owner.SubmitAsync(await owner.GetAsync("/sell/live"), new { Input__About = "开箱割蜜，教你看冬天的蜜怎么结晶成细膏", Input__Day = Day(2), Input__Time = "19:00", Input__Platform = "douyin" }, "#announce");
        Assert.Equal("/sell/live?done=announced", done.Location);
        return await _market.App.ReadAsync(db => db.LiveShows.AsNoTracking().OrderByDescending(show => show.Id).FirstAsync());
    }

    private static async Task RemindAsync(Visitor visitor, LiveShow show) =>
        Assert.Equal($"/live/{show.Code}", (await visitor.SubmitAsync(await visitor.GetAsync($"/live/{show.Code}"), form: "form[action*=Remind]")).Location);

    private Task<List<Notice>> NoticesAsync(long account) => _market.App.ReadAsync(db => db.Notices.AsNoTracking().Where(notice => notice.AccountId == account).ToListAsync());
}
