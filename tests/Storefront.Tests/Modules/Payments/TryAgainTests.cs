using System.Net;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Payments.Gateways.Sandbox.Pages;
using Storefront.Modules.Payments.Model;

namespace Storefront.Tests.Modules.Payments;

/// <summary>Declined, given up, or not believed: another try never charges twice.</summary>
public sealed class TryAgainTests : IAsyncLifetime
{
    private Till _till = null!;
    private Support.Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _till = await Till.OpenAsync();
        _visitor = _till.App.NewVisitor("en");
    }

    public async Task DisposeAsync() => await _till.DisposeAsync();

    [Fact]
    public async Task Declined_says_so_and_another_try_is_a_new_attempt()
    {
        var (_, attempt) = await _till.StageAsync();
        await _till.ActAsync(_visitor, attempt, ChargePage.Decline);
        Assert.Contains("did not go through", (await _visitor.GetAsync($"/pay/{attempt}/return")).Text, StringComparison.Ordinal);
        var page = await _visitor.GetAsync($"/pay/{attempt}");
        var refused = await _visitor.SubmitAsync(page, new { Input__Gateway = "none" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Choose a way to pay", refused.Text, StringComparison.Ordinal);
        Assert.Contains("(30 minutes left)", page.Text, StringComparison.Ordinal);
        var next = await _visitor.SubmitAsync(page, new { Input__Gateway = "scripted" });
        Assert.NotEqual($"/pay/{attempt}", next.Location);
        Assert.Equal(next.Location, (await _visitor.SubmitAsync(page, new { Input__Gateway = "scripted" })).Location);
        Assert.Equal(HttpStatusCode.OK, (await _visitor.GetAsync(next.Location!)).Status);
        Assert.Contains(next.Location!, (await _visitor.GetAsync($"/pay/{attempt}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_failure_that_was_none_the_money_counts_once()
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        await _till.BeginAsync(attempt);
        await _till.DeliverAsync("failed", new PaymentSeen(attempt, PaymentStatus.Failed));
        var page = await _visitor.GetAsync($"/pay/{attempt}");
        // Asked before a second charge is opened, the gateway takes its no back.
        (_till.Scripted.OnClose, _till.Scripted.OnQuery) = (() => CloseVerdict.AlreadyPaid, charge => new(charge.Attempt, PaymentStatus.Paid, Sum.Cny(Till.Price)));
        Assert.Equal($"/pay/{attempt}", (await _visitor.SubmitAsync(page, new { Input__Gateway = "sandbox" })).Location);
        Assert.Single((await _till.PaymentAsync(code)).Attempts);
        Assert.Equal(PaymentState.Paid, (await _till.PaymentAsync(code)).State);
    }

    [Fact]
    public async Task The_first_try_s_late_money_goes_back_by_itself()
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        await _till.BeginAsync(attempt);
        await _till.DeliverAsync("failed", new PaymentSeen(attempt, PaymentStatus.Failed));
        var next = (await _visitor.SubmitAsync(await _visitor.GetAsync($"/pay/{attempt}"), new { Input__Gateway = "sandbox" })).Location!;
        await _till.ActAsync(_visitor, next["/pay/".Length..], ChargePage.Pay);
        await _till.DeliverAsync("late", new PaymentSeen(attempt, PaymentStatus.Paid, Sum.Cny(Till.Price)));
        await _till.TickAsync(TimeSpan.Zero);
        var refund = Assert.Single(await _till.RefundsAsync(code));
        Assert.Equal((attempt, RefundState.Succeeded, Till.Price), (refund.Attempt.Code, refund.State, refund.Amount));
        Assert.Contains("This money goes back to you", (await _visitor.GetAsync($"/pay/{attempt}/return")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Changing_ones_mind_closes_the_first_charge()
    {
        var (_, attempt) = await _till.StageAsync();
        var page = await _visitor.GetAsync($"/pay/{attempt}");
        await _visitor.SubmitAsync(page, new { Input__Gateway = "scripted" }, "main form:has([type=radio])");
        Assert.Equal(AttemptState.Expired, (await _till.AttemptAsync(attempt)).State);
        Assert.Equal(ChargeState.Closed, (await _till.App.RunAsync<SandboxBank, Charge?>(bank => bank.FindAsync(attempt, default)))!.State);
    }
}
