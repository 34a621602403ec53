using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams;

/// <summary>What every gateway must do, whatever the vendor. A new adapter gets a class that derives from this one and plays its far side.</summary>
public abstract class PaymentGatewayContract
{
    private static readonly Money Price = new(12_345);

    protected TestClock Clock { get; } = new();

    internal abstract IPaymentGateway Gateway { get; }

    /// <summary>The payer pays at the vendor.</summary>
    protected abstract Task PayAsync(string attempt);

    /// <summary>The vendor decides that this attempt gets no money.</summary>
    protected abstract Task FailAsync(string attempt);

    /// <summary>The notice that the vendor sends about this attempt now, signed as it would be.</summary>
    protected abstract Task<Notice> NoticeAsync(string attempt);

    /// <summary>Whoever must act before a refund that was taken on has moved.</summary>
    protected virtual Task SettleRefundAsync(string refund) => Task.CompletedTask;

    /// <summary>What a vendor that takes no money for this attempt calls it.</summary>
    internal virtual PaymentStatus Refusal => PaymentStatus.Failed;

    /// <summary>Whether it sends a notice of a refusal.</summary>
    protected virtual bool TellsOfRefusal => true;

    /// <summary>How old a notice may be; null where it carries no time and a replay has nothing but its id against it.</summary>
    protected virtual TimeSpan? Tolerance => TimeSpan.FromMinutes(5);

    /// <summary>The payer goes where the step leads. Some vendors hear of a charge only then.</summary>
    internal virtual Task FollowAsync(NextStep step) => Task.CompletedTask;

    [Fact]
    public void It_is_ready_and_has_a_key_that_fits_an_address()
    {
        Assert.Matches("^[a-z]{2,20}$", Gateway.Key);
        Assert.Empty(Gateway.Problems);
        Assert.Contains(Enum.GetValues<Device>(), Gateway.Fits);
    }

    [Fact]
    public async Task Starting_again_leads_to_the_same_charge()
    {
        var request = Request();
        var first = await BeginAsync(request);
        Assert.Equal(first.VendorReference, (await BeginAsync(request)).VendorReference);
        await PayAsync(request.Attempt);
        Assert.Equal(PaymentStatus.Paid, (await Gateway.QueryAsync(Ref(request), default)).Status);
    }

    [Fact]
    public async Task The_same_attempt_never_asks_for_another_sum()
    {
        var request = Request();
        await BeginAsync(request);
        if (await Gateway.StartAsync(request with { Sum = Sum.Cny(new(1)) }, default) is StartVerdict.Begun begun) await FollowAsync(begun.Step);
        await PayAsync(request.Attempt);
        Assert.Equal(Sum.Cny(Price), (await Gateway.QueryAsync(Ref(request), default)).Sum);
    }

    [Fact]
    public async Task A_query_tells_unknown_waiting_and_paid_apart()
    {
        var request = Request();
        Assert.Equal(PaymentStatus.NotFound, (await Gateway.QueryAsync(Ref(request), default)).Status);
        await BeginAsync(request);
        Assert.Equal(PaymentStatus.Waiting, (await Gateway.QueryAsync(Ref(request), default)).Status);
        await PayAsync(request.Attempt);
        var paid = await Gateway.QueryAsync(Ref(request), default);
        Assert.Equal((request.Attempt, PaymentStatus.Paid, Sum.Cny(Price)), (paid.Attempt, paid.Status, paid.Sum));
    }

    [Fact]
    public async Task A_genuine_notice_says_attempt_sum_and_currency()
    {
        var request = await PaidAsync();
        var received = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(await NoticeAsync(request.Attempt), default));
        var seen = Assert.IsType<PaymentSeen>(Assert.Single(received.Happened).What);
        Assert.Equal((request.Attempt, PaymentStatus.Paid, Sum.Cny(Price)), (seen.Attempt, seen.Status, seen.Sum));
        Assert.InRange(received.Reply.Status, 200, 299);
    }

    [Fact]
    public async Task A_refusal_comes_as_what_it_is()
    {
        var request = Request();
        await BeginAsync(request);
        await FailAsync(request.Attempt);
        Assert.Equal(Refusal, (await Gateway.QueryAsync(Ref(request), default)).Status);
        if (!TellsOfRefusal) return;
        var received = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(await NoticeAsync(request.Attempt), default));
        Assert.Equal(Refusal, Assert.IsType<PaymentSeen>(Assert.Single(received.Happened).What).Status);
    }

    [Fact]
    public async Task The_same_event_sent_again_has_the_same_id()
    {
        var request = await PaidAsync();
        var first = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(await NoticeAsync(request.Attempt), default));
        Clock.Advance(TimeSpan.FromMinutes(30));
        var again = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(await NoticeAsync(request.Attempt), default));
        Assert.Equal(first.Happened.Single().Id, again.Happened.Single().Id);
        Assert.InRange(first.Happened.Single().Id.Length, 1, 100);
    }

    [Fact]
    public async Task One_changed_byte_is_rejected()
    {
        var notice = await NoticeAsync((await PaidAsync()).Attempt);
        for (var at = 0; at < notice.Body.Length; at += 7)
        {
            var forged = notice.Body.ToArray();
            forged[at] ^= 1;
            AssertRejected(await Gateway.ReceiveAsync(notice with { Body = forged }, default));
        }
    }

    [Fact]
    public async Task The_same_words_written_otherwise_are_rejected()
    {
        var notice = await NoticeAsync((await PaidAsync()).Attempt);
        AssertRejected(await Gateway.ReceiveAsync(notice with { Body = new byte[] { (byte)' ' }.Concat(notice.Body.ToArray()).ToArray() }, default));
    }

    [Fact]
    public async Task A_notice_without_any_of_its_headers_is_rejected_and_throws_nothing()
    {
        var notice = await NoticeAsync((await PaidAsync()).Attempt);
        if (notice.Headers.Count > 0) AssertRejected(await Gateway.ReceiveAsync(notice with { Headers = new Dictionary<string, string>() }, default));
        foreach (var header in notice.Headers.Keys)
        {
            AssertRejected(await Gateway.ReceiveAsync(notice with { Headers = Changed(notice, header, null) }, default));
            foreach (var rubbish in new[] { "", "x", "99999999999999999999", "-1", new string('f', 64) })
                AssertRejected(await Gateway.ReceiveAsync(notice with { Headers = Changed(notice, header, rubbish) }, default));
        }
    }

    [Theory]
    [InlineData(-299, true)]
    [InlineData(299, true)]
    [InlineData(-302, false)]
    [InlineData(302, false)]
    public async Task A_replay_counts_only_within_the_tolerance(int seconds, bool counts)
    {
        var notice = await NoticeAsync((await PaidAsync()).Attempt);
        var received = await Gateway.ReceiveAsync(notice with { At = notice.At.AddSeconds(seconds) }, default);
        Assert.Equal(counts || Tolerance is null, received is Received.Events);
    }

    [Fact]
    public async Task Closing_tells_closed_too_late_and_unheard_of_apart()
    {
        var request = Request();
        Assert.Equal(CloseVerdict.NotFound, await Gateway.CloseAsync(Ref(request), default));
        await BeginAsync(request);
        Assert.Equal(CloseVerdict.Closed, await Gateway.CloseAsync(Ref(request), default));
        Assert.Equal(CloseVerdict.Closed, await Gateway.CloseAsync(Ref(request), default));
        Assert.Equal(PaymentStatus.Expired, (await Gateway.QueryAsync(Ref(request), default)).Status);
        Assert.Equal(CloseVerdict.AlreadyPaid, await Gateway.CloseAsync(Ref(await PaidAsync()), default));
    }

    [Fact]
    public async Task The_same_refund_moves_money_once_and_partials_end_at_the_total()
    {
        var charge = Ref(await PaidAsync());
        var part = new RefundRequest(charge, Code.NewSecret(), Sum.Cny(new(10_000)), null, Money.Zero);
        Assert.Equal(RefundStatus.Succeeded, await RefundedAsync(part));
        Assert.Equal(RefundStatus.Succeeded, await RefundedAsync(part));
        Assert.Equal(RefundStatus.Failed, await RefundedAsync(part with { Refund = Code.NewSecret(), Sum = Sum.Cny(new(2_346)), RefundedBefore = new(10_000) }));
        Assert.Equal(RefundStatus.Succeeded, await RefundedAsync(part with { Refund = Code.NewSecret(), Sum = Sum.Cny(new(2_345)), RefundedBefore = new(10_000) }));
    }

    [Fact]
    public async Task A_refund_nobody_asked_for_is_unknown()
    {
        var charge = Ref(await PaidAsync());
        var seen = await Gateway.QueryRefundAsync(new(charge, Code.NewSecret(), Sum.Cny(new(1)), null, Money.Zero), default);
        Assert.Equal(RefundStatus.Unknown, seen.Status);
    }

    internal static ChargeRef Ref(StartRequest request) => new(request.Attempt, request.Sum, null);

    internal StartRequest Request() => new(
        Code.NewSecret(), Sum.Cny(Price), "冬蜜 3 斤装", Clock.GetUtcNow().UtcDateTime.AddMinutes(30),
        new("https://market.example/pay/x/return"), new("https://market.example/pay/notices/x"), new(Device.Phone, "zh-CN", "192.0.2.1", null));

    internal async Task<StartVerdict.Begun> BeginAsync(StartRequest request)
    {
        var begun = Assert.IsType<StartVerdict.Begun>(await Gateway.StartAsync(request, default));
        await FollowAsync(begun.Step);
        return begun;
    }

    internal async Task<StartRequest> PaidAsync()
    {
        var request = Request();
        await BeginAsync(request);
        await PayAsync(request.Attempt);
        return request;
    }

    /// <summary>Asks, and where the vendor takes its time asks what became of it.</summary>
    private async Task<RefundStatus> RefundedAsync(RefundRequest request)
    {
        var seen = await Gateway.RefundAsync(request, default);
        if (seen.Status != RefundStatus.Pending) return seen.Status;
        await SettleRefundAsync(request.Refund);
        return (await Gateway.QueryRefundAsync(request, default)).Status;
    }

    private static Dictionary<string, string> Changed(Notice notice, string header, string? value)
    {
        var headers = notice.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase);
        headers.Remove(header);
        if (value is not null) headers[header] = value;
        return headers;
    }

    internal static void AssertRejected(Received received) => Assert.InRange(Assert.IsType<Received.Rejected>(received).Reply.Status, 400, 499);
}
