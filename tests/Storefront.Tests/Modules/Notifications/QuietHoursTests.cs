using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Notifications;

/// <summary>Nobody is woken, nothing is lost, and what came in the night comes as one.</summary>
public sealed class QuietHoursTests(ToldShop shop) : IClassFixture<ToldShop>
{
    [Fact]
    public async Task The_night_is_quiet_and_the_morning_brings_it_together()
    {
        shop.WaitForHour(20);
        var (_, id, phone, browser) = await shop.WithPhoneAsync();
        shop.WaitForHour(23);
        await shop.HappensAsync(id, Topic.NewOrder, "one");
        await shop.TellAsync();
        shop.WaitForHour(6);
        await shop.HappensAsync(id, Topic.NewOrder, "two");
        await shop.HappensAsync(id, Topic.OrderCancelled, "three");
        await shop.TellAsync();
        Assert.Empty(shop.Push.ReadBy(browser));
        Assert.Empty(shop.MailsTo(phone));

        shop.WaitForHour(7);
        await shop.TellAsync();
        await shop.TellAsync();
        var pushed = Assert.Single(shop.Push.ReadBy(browser));
        Assert.Equal("3 messages came while it was quiet", pushed.GetProperty("title").GetString());
        Assert.Equal("New order: 2, Order cancelled: 1", pushed.GetProperty("body").GetString());
        Assert.Equal("/me/notices", pushed.GetProperty("url").GetString());
        Assert.Equal(["New order: 2 messages came while it was quiet", "Order three is cancelled, do not send it"], shop.MailsTo(phone).Select(mail => mail.Headers["Subject"]).Order(StringComparer.Ordinal));
        Assert.All(await shop.TellingsOfAsync(id), telling => Assert.Equal(TellingState.Sent, telling.State));
    }

    [Fact]
    public async Task Codes_and_the_safety_of_the_account_wait_for_no_morning()
    {
        shop.WaitForHour(23);
        var (visitor, _, phone, browser) = await shop.WithPhoneAsync();
        var next = People.NewPhone();
        await visitor.SubmitAsync(await visitor.GetAsync("/me/account/phone"), new { Input__Phone = next, Proof__Password = People.Password });
        await visitor.SubmitAsync(await visitor.GetAsync("/me/account/code"), new { Input__Code = await shop.App.CodeSentToAsync(next) });
        await shop.TellAsync();
        Assert.Equal("Safety of the account", Assert.Single(shop.Push.ReadBy(browser)).GetProperty("title").GetString());
        Assert.Contains("has changed. If that was not you", Assert.Single(shop.MailsTo(phone)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_switched_off_in_the_night_does_not_come_in_the_morning()
    {
        shop.WaitForHour(23);
        var (visitor, id, phone, browser) = await shop.WithPhoneAsync();
        await shop.HappensAsync(id, Topic.NewOrder, "one");
        await shop.TellAsync();
        await visitor.SubmitAsync(await visitor.GetAsync(ToldShop.Settings), new { On = new[] { "NewOrder.Email" } }, "main form:not([action*=handler])");
        shop.WaitForHour(8);
        await shop.TellAsync();
        Assert.Empty(shop.Push.ReadBy(browser));
        Assert.Single(shop.MailsTo(phone));
    }

    [Theory]
    [InlineData(22, 7, "2026-03-01T13:59:00", "2026-03-01T13:59:00")]
    [InlineData(22, 7, "2026-03-01T14:00:00", "2026-03-01T23:00:00")]
    [InlineData(22, 7, "2026-03-01T22:59:59", "2026-03-01T23:00:00")]
    [InlineData(22, 7, "2026-03-01T23:00:00", "2026-03-01T23:00:00")]
    [InlineData(13, 15, "2026-03-01T05:30:00", "2026-03-01T07:00:00")]
    [InlineData(13, 15, "2026-03-01T07:00:00", "2026-03-01T07:00:00")]
    [InlineData(23, 0, "2026-03-01T15:30:00", "2026-03-01T16:00:00")]
    [InlineData(0, 6, "2026-03-01T16:00:00", "2026-03-01T22:00:00")]
    public void Quiet_hours_end_on_the_shops_clock(int from, int until, string utc, string free)
    {
        var culture = System.Globalization.CultureInfo.InvariantCulture;
        var hours = new QuietHours { AccountId = 1, From = from, Until = until };
        Assert.Equal(DateTime.Parse(free, culture), hours.FreeAt(DateTime.Parse(utc, culture)));
        hours.IsOn = false;
        Assert.Equal(DateTime.Parse(utc, culture), hours.FreeAt(DateTime.Parse(utc, culture)));
    }
}
