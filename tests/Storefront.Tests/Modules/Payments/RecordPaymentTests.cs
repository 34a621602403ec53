using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Tests.Modules.Payments;

public sealed class RecordPaymentTests : IAsyncLifetime
{
    private static readonly Sum Price = Sum.Cny(Till.Price);
    private Till _till = null!;

    public async Task InitializeAsync() => _till = await Till.OpenAsync();

    public async Task DisposeAsync() => await _till.DisposeAsync();

    [Fact]
    public async Task A_time_out_is_unknown_and_asked_about_and_never_charged_twice()
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        _till.Scripted.OnStart = async (_, cancel) =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            return new StartVerdict.Refused("never said");
        };
        Assert.False(await _till.BeginAsync(attempt));
        Assert.Equal(AttemptState.Unknown, (await _till.AttemptAsync(attempt)).State);
        Assert.False(await _till.BeginAsync(attempt));
        _till.Scripted.OnQuery = charge => new(charge.Attempt, PaymentStatus.Paid, Price);
        await _till.TickAsync(TimeSpan.Zero);
        Assert.Equal(PaymentState.Paid, (await _till.PaymentAsync(code)).State);
        Assert.Single(_till.Scripted.Starts);
    }

    [Fact]
    public async Task A_broken_connection_is_tried_again_with_the_same_code_and_a_lost_charge_begins_anew_with_it()
    {
        var (_, attempt) = await _till.StageAsync("scripted");
        _till.Scripted.OnStart = (_, _) => throw new HttpRequestException("broken");
        Assert.False(await _till.BeginAsync(attempt));
        _till.Scripted.OnQuery = charge => new(charge.Attempt, PaymentStatus.NotFound);
        await _till.TickAsync(TimeSpan.Zero);
        _till.Scripted.OnStart = (_, _) => Task.FromResult<StartVerdict>(new StartVerdict.Begun(new NextStep.QrCode("weixin://x"), "v1"));
        Assert.True(await _till.BeginAsync(attempt));
        Assert.Equal([attempt, attempt, attempt], _till.Scripted.Starts);
        Assert.IsType<NextStep.QrCode>((await _till.AttemptAsync(attempt)).Step);
    }

    [Fact]
    public async Task A_notice_faster_than_the_gateways_answer_stays_paid()
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        _till.Scripted.OnStart = async (_, _) =>
        {
            await _till.DeliverAsync("e1", new PaymentSeen(attempt, PaymentStatus.Paid, Price));
            return new StartVerdict.Begun(new NextStep.Redirect(new("https://vendor.example")), "v1");
        };
        await _till.BeginAsync(attempt);
        Assert.Equal(PaymentState.Paid, (await _till.PaymentAsync(code)).State);
        Assert.Equal(AttemptState.Paid, (await _till.AttemptAsync(attempt)).State);
    }

    [Theory]
    [InlineData(9_899, "CNY")]
    [InlineData(9_900, "USD")]
    [InlineData(0, null)]
    public async Task Another_sum_or_currency_is_never_paid(long fen, string? currency)
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        await _till.BeginAsync(attempt);
        var sum = currency is null ? null : new Sum(new(fen), currency);
        await _till.DeliverAsync("odd", new PaymentSeen(attempt, PaymentStatus.Paid, sum));
        Assert.Equal(PaymentState.Waiting, (await _till.PaymentAsync(code)).State);
        Assert.Equal(AttemptState.Unknown, (await _till.AttemptAsync(attempt)).State);
        Assert.Equal(NoticeOutcome.WrongSum, await _till.App.ReadAsync(db => db.GatewayNotices.Select(notice => notice.Outcome).SingleAsync()));
        Assert.Equal(0, await _till.SaidAsync<PaymentSettled>(code));
    }

    [Fact]
    public async Task One_event_sent_eight_times_at_once_has_one_effect()
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        await _till.BeginAsync(attempt);
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _till.DeliverAsync("same", new PaymentSeen(attempt, PaymentStatus.Paid, Price))));
        Assert.All(replies, reply => Assert.Equal(202, reply.Status));
        Assert.Equal(1, await _till.SaidAsync<PaymentSettled>(code));
        Assert.Equal(1, await _till.App.ReadAsync(db => db.GatewayNotices.CountAsync()));
    }

    [Fact]
    public async Task Paid_is_undone_by_nothing_that_comes_later_and_out_of_order_paid_counts()
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        await _till.BeginAsync(attempt);
        await _till.DeliverAsync("a", new PaymentSeen(attempt, PaymentStatus.Failed));
        await _till.DeliverAsync("b", new PaymentSeen(attempt, PaymentStatus.Paid, Price));
        foreach (var status in Enum.GetValues<PaymentStatus>()) await _till.DeliverAsync("late" + status, new PaymentSeen(attempt, status, Price));
        Assert.Equal(AttemptState.Paid, (await _till.AttemptAsync(attempt)).State);
        Assert.Equal((PaymentState.Paid, 1), ((await _till.PaymentAsync(code)).State, await _till.SaidAsync<PaymentSettled>(code)));
        Assert.Empty(await _till.RefundsAsync(code));
    }

    [Fact]
    public async Task Of_two_attempts_paid_on_two_gateways_the_second_goes_back()
    {
        var (code, first) = await _till.StageAsync();
        await _till.BeginAsync(first);
        _till.Scripted.OnQuery = charge => new(charge.Attempt, PaymentStatus.Waiting);
        var second = (await _till.App.RunAsync<SwitchGateway, SwitchGateway.Result>(change => change.RunAsync(first, "scripted", default))).Attempt!;
        await _till.BeginAsync(second);
        await _till.DeliverAsync("x", new PaymentSeen(second, PaymentStatus.Paid, Price));
        await _till.App.RunAsync<RecordPayment, NoticeOutcome>(record => record.RunAsync(new("sandbox", new PaymentSeen(first, PaymentStatus.Paid, Price)), default));
        var refund = Assert.Single(await _till.RefundsAsync(code));
        Assert.Equal((first, Till.Price), (refund.Attempt.Code, refund.Amount));
        Assert.Equal(1, await _till.SaidAsync<PaymentSettled>(code));
        Assert.Equal(Money.Zero, (await _till.PaymentAsync(code)).Refunded);
    }

    [Fact]
    public async Task Closing_that_loses_against_paying_settles()
    {
        var (code, attempt) = await _till.StageAsync("scripted", minutes: 1);
        await _till.BeginAsync(attempt);
        _till.Scripted.OnClose = () => CloseVerdict.AlreadyPaid;
        _till.Scripted.OnQuery = charge => new(charge.Attempt, PaymentStatus.Paid, Price);
        _till.App.Clock.Advance(TimeSpan.FromMinutes(2));
        await _till.WorkAsync<ExpirePayments>();
        Assert.Equal(PaymentState.Paid, (await _till.PaymentAsync(code)).State);
        Assert.Equal(0, await _till.SaidAsync<PaymentExpired>(code));
    }

    [Fact]
    public async Task A_payment_given_up_gets_its_late_money_sent_back()
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        await _till.BeginAsync(attempt);
        await _till.App.RunAsync<IServiceProvider, int>(async services =>
        {
            await ((IPayments)services.GetService(typeof(IPayments))!).StageCloseAsync(code, default);
            return await ((StoreDb)services.GetService(typeof(StoreDb))!).SaveChangesAsync();
        });
        await _till.TickAsync(TimeSpan.Zero);
        Assert.Equal((PaymentState.Expired, 1), ((await _till.PaymentAsync(code)).State, await _till.SaidAsync<PaymentExpired>(code)));
        await _till.DeliverAsync("late", new PaymentSeen(attempt, PaymentStatus.Paid, Price));
        await _till.TickAsync(TimeSpan.Zero);
        Assert.Equal(RefundState.Succeeded, Assert.Single(await _till.RefundsAsync(code)).State);
        Assert.Equal(PaymentState.Expired, (await _till.PaymentAsync(code)).State);
    }

    [Fact]
    public async Task A_gateway_that_says_nothing_holds_a_payment_open_for_the_grace_and_no_longer()
    {
        var (code, attempt) = await _till.StageAsync("scripted", minutes: 1);
        await _till.BeginAsync(attempt);
        _till.Scripted.OnClose = () => CloseVerdict.Unknown;
        _till.Scripted.OnQuery = _ => throw new TimeoutException();
        await _till.TickAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(PaymentState.Waiting, (await _till.PaymentAsync(code)).State);
        await _till.TickAsync(Payment.Grace);
        Assert.Equal(PaymentState.Expired, (await _till.PaymentAsync(code)).State);
        Assert.NotNull((await _till.AttemptAsync(attempt)).UnknownSince);
    }

    [Fact]
    public async Task A_notice_kept_before_a_crash_is_judged_by_the_timer()
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        await _till.BeginAsync(attempt);
        await _till.App.WriteAsync(db =>
        {
            db.Add(GatewayNotice.Of("scripted", new("kept", new PaymentSeen(attempt, PaymentStatus.Paid, Price)), "", _till.App.Clock.GetUtcNow().UtcDateTime));
            return Task.CompletedTask;
        });
        _till.App.Clock.Advance(TimeSpan.FromMinutes(2));
        await _till.WorkAsync<JudgeKeptNotices>();
        Assert.Equal(PaymentState.Paid, (await _till.PaymentAsync(code)).State);
    }

    [Fact]
    public async Task A_refund_asked_for_twice_is_sent_once_and_never_more_than_was_paid()
    {
        var (code, _) = await PaidAsync();
        await _till.RefundAsync(code, "claim-1", new(4_000));
        await _till.RefundAsync(code, "claim-1", new(4_000));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _till.RefundAsync(code, "claim-2", new(5_901)));
        Assert.Equal(PaymentState.Refunding, (await _till.PaymentAsync(code)).State);
        await _till.TickAsync(TimeSpan.Zero);
        var partly = await _till.PaymentAsync(code);
        Assert.Equal((PaymentState.Paid, new Money(4_000)), (partly.State, partly.Refunded));
        await _till.RefundAsync(code, "claim-2", new(5_900));
        await _till.TickAsync(TimeSpan.Zero);
        Assert.Equal((PaymentState.Refunded, Till.Price), ((await _till.PaymentAsync(code)).State, (await _till.PaymentAsync(code)).Refunded));
        Assert.Equal(2, _till.Scripted.Refunds.Count);
    }

    [Fact]
    public async Task A_refund_that_times_out_is_asked_about_and_repeated_under_the_same_code()
    {
        var (code, _) = await PaidAsync();
        await _till.RefundAsync(code, "claim", new(100));
        _till.Scripted.OnRefund = _ => throw new TimeoutException();
        await _till.TickAsync(TimeSpan.Zero);
        _till.Scripted.OnRefund = request => new(request.Charge.Attempt, request.Refund, RefundStatus.Pending);
        await _till.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(RefundState.Sent, Assert.Single(await _till.RefundsAsync(code)).State);
        _till.Scripted.OnQueryRefund = request => new(request.Charge.Attempt, request.Refund, RefundStatus.Succeeded, request.Sum);
        await _till.TickAsync(TimeSpan.FromMinutes(5));
        Assert.Equal(RefundState.Succeeded, Assert.Single(await _till.RefundsAsync(code)).State);
        Assert.Single(_till.Scripted.Refunds.Distinct());
    }

    [Fact]
    public async Task A_refund_begun_at_the_vendors_own_desk_is_shown_to_a_person_and_moves_nothing()
    {
        var (code, attempt) = await PaidAsync();
        await _till.DeliverAsync("desk", new RefundSeen(attempt, null, RefundStatus.Succeeded, Price));
        Assert.Equal(PaymentState.Paid, (await _till.PaymentAsync(code)).State);
        Assert.Equal(NoticeOutcome.Unexpected, await _till.App.ReadAsync(db => db.GatewayNotices.Where(notice => notice.EventId == "desk").Select(notice => notice.Outcome).SingleAsync()));
    }

    private async Task<(string Payment, string Attempt)> PaidAsync()
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        await _till.BeginAsync(attempt);
        await _till.DeliverAsync("paid-" + attempt, new PaymentSeen(attempt, PaymentStatus.Paid, Price));
        return (code, attempt);
    }
}
