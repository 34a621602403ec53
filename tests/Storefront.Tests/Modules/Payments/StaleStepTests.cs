using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Alipay;
using Storefront.Modules.Payments.Model;
using Storefront.Tests.Seams.Payments;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Payments;

/// <summary>A step that no longer works is made anew for who comes back, and throws nobody out of the shop's own page.</summary>
public sealed class StaleStepTests
{
    [Fact]
    public async Task Who_comes_back_later_finds_a_link_that_the_vendor_takes()
    {
        var clock = new TestClock();
        await using var far = new AlipayFarSide(clock);
        await far.StartAsync();
        await using var till = await Till.OpenAsync([.. far.Settings.Select(setting => $"{setting.Key}={setting.Value}")]);
        far.Clock = till.App.Clock;
        var (_, attempt) = await till.StageAsync(AlipayGateway.Name);
        var visitor = till.App.NewVisitor("en");
        Assert.NotNull((await visitor.GetAsync($"/pay/{attempt}")).Page.QuerySelector("meta[http-equiv=refresh]"));
        till.App.Clock.Advance(TimeSpan.FromMinutes(6));
        var again = await visitor.GetAsync($"/pay/{attempt}");
        Assert.Null(again.Page.QuerySelector("meta[http-equiv=refresh]"));
        var link = again.Page.QuerySelector($"main a[href^='{far.Address}']")!.GetAttribute("href")!;
        Assert.Equal(200, (int)(await visitor.GetAsync(link)).Status);
        Assert.Empty(far.Complaints);
    }

    [Fact]
    public async Task A_refused_renewal_ends_nothing_because_the_old_step_may_still_be_paid()
    {
        await using var till = await Till.OpenAsync();
        var (payment, attempt) = await till.StageAsync("scripted");
        var begun = new StartVerdict.Begun(new NextStep.QrCode("weixin://old"), "v1", till.App.Clock.GetUtcNow().UtcDateTime.AddMinutes(5));
        till.Scripted.OnStart = (_, _) => Task.FromResult<StartVerdict>(begun);
        Assert.True(await till.BeginAsync(attempt));
        till.App.Clock.Advance(TimeSpan.FromMinutes(6));
        till.Scripted.OnStart = (_, _) => Task.FromResult<StartVerdict>(new StartVerdict.Refused("no second one"));
        Assert.False(await till.BeginAsync(attempt));
        Assert.Equal((AttemptState.Unknown, "no second one"), await till.AttemptAsync(attempt) is var doubted ? (doubted.State, doubted.Why) : default);
        await till.TickAsync(TimeSpan.FromSeconds(1));
        Assert.Equal(AttemptState.Started, (await till.AttemptAsync(attempt)).State);
        till.Scripted.OnQuery = charge => new(charge.Attempt, PaymentStatus.Paid, new(Till.Price, Sum.Yuan), "v1");
        await till.TickAsync(TimeSpan.FromMinutes(5));
        Assert.True((await till.PaymentAsync(payment)).IsPaid);
    }
}
