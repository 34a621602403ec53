using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;

namespace Storefront.Tests.Seams.Payments;

/// <summary>What every gateway with a real wire must do besides: a vendor that is late, silent, wrong or gone leads to "unknown", and money moves once.</summary>
public abstract class VendorGatewayContract : PaymentGatewayContract, IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    public static TheoryData<Mood> Unclear => [Mood.Silent, Mood.Late, Mood.Down, Mood.DownAfterwards, Mood.Dropped, Mood.DroppedAfterwards, Mood.Garbage, Mood.WronglySigned, Mood.NotSigned, Mood.Changed];

    internal abstract VendorFarSide FarSide { get; }

    /// <summary>How often the far side has moved this refund, and how much.</summary>
    internal abstract IReadOnlyList<long> Moved(string attempt);

    /// <summary>The far side claims this sum was paid, from now on.</summary>
    protected abstract void Claim(long fen);

    /// <summary>The configuration names another merchant or application than the far side's notices.</summary>
    internal abstract IEnumerable<(string Key, string Value)> Foreign { get; }

    internal abstract void Configure(string key, string? value);

    /// <summary>What the vendor's notice says of a payment that was made.</summary>
    protected virtual string WordForPaid => "SUCCESS";

    /// <summary>The far side signs with its next key from now on, and the settings know both or only the old one.</summary>
    protected abstract void Rotate(bool known);

    public virtual Task InitializeAsync() => FarSide.StartAsync();

    public virtual async Task DisposeAsync()
    {
        await FarSide.DisposeAsync();
        Assert.Empty(FarSide.Complaints);
    }

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task An_unclear_answer_is_never_a_verdict(Mood mood)
    {
        var request = await PaidAsync();
        FarSide.Mood = mood;
        var refund = Refund(request, 100);
        Assert.Equal(PaymentStatus.Unknown, await StatusAsync(token => Gateway.QueryAsync(Ref(request), token), seen => seen.Status));
        Assert.Equal(CloseVerdict.Unknown, await StatusAsync(token => Gateway.CloseAsync(Ref(request), token), verdict => verdict));
        Assert.Equal(RefundStatus.Unknown, await StatusAsync(token => Gateway.RefundAsync(refund, token), seen => seen.Status));
        Assert.Equal(RefundStatus.Unknown, await StatusAsync(token => Gateway.QueryRefundAsync(refund, token), seen => seen.Status));
    }

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task A_start_that_was_not_answered_can_be_started_again(Mood mood)
    {
        var request = Request();
        FarSide.Mood = mood;
        var first = await StatusAsync(token => Gateway.StartAsync(request, token), verdict => verdict is StartVerdict.Refused ? 1 : 0);
        FarSide.Mood = Mood.Fine;
        Assert.Equal(0, first);
        await BeginAsync(request);
        await PayAsync(request.Attempt);
        Assert.Equal(Sum.Cny(new(12_345)), (await Gateway.QueryAsync(Ref(request), default)).Sum);
    }

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task A_refund_that_was_not_answered_moves_once(Mood mood)
    {
        var request = await PaidAsync();
        var refund = Refund(request, 1_000);
        FarSide.Mood = mood;
        await StatusAsync(token => Gateway.RefundAsync(refund, token), seen => seen.Status);
        FarSide.Mood = Mood.Fine;
        Assert.NotEqual(RefundStatus.Failed, (await Gateway.RefundAsync(refund, default)).Status);
        Assert.Equal([1_000], Moved(request.Attempt));
        var seen = await Gateway.QueryRefundAsync(refund, default);
        Assert.Equal((RefundStatus.Succeeded, Sum.Cny(new(1_000))), (seen.Status, seen.Sum));
    }

    [Theory]
    [InlineData(12_344)]
    [InlineData(12_346)]
    [InlineData(1)]
    public async Task Another_sum_is_told_as_the_vendor_says_it(long fen)
    {
        var request = await PaidAsync();
        Claim(fen);
        Assert.Equal(Sum.Cny(new(fen)), (await Gateway.QueryAsync(Ref(request), default)).Sum);
        var received = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(await NoticeAsync(request.Attempt), default));
        Assert.Equal(Sum.Cny(new(fen)), Assert.IsType<PaymentSeen>(Assert.Single(received.Happened).What).Sum);
    }

    [Fact]
    public async Task A_notice_for_another_merchant_or_application_is_rejected()
    {
        var notice = await NoticeAsync((await PaidAsync()).Attempt);
        foreach (var (key, value) in Foreign)
        {
            using (Another(key, value)) AssertRejected(await Gateway.ReceiveAsync(notice, default));
            Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(notice, default));
        }
    }

    [Fact]
    public async Task Keys_rotate_without_a_restart()
    {
        var request = await PaidAsync();
        var before = await NoticeAsync(request.Attempt);
        Rotate(known: false);
        AssertRejected(await Gateway.ReceiveAsync(await NoticeAsync(request.Attempt), default));
        Assert.Equal(PaymentStatus.Unknown, await StatusAsync(token => Gateway.QueryAsync(Ref(request), token), seen => seen.Status));
        Rotate(known: true);
        Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(await NoticeAsync(request.Attempt), default));
        Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(before, default));
        Assert.Equal(PaymentStatus.Paid, (await Gateway.QueryAsync(Ref(request), default)).Status);
    }

    [Fact]
    public async Task What_is_kept_of_a_notice_names_nobody()
    {
        var received = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(await NoticeAsync((await PaidAsync()).Attempt), default));
        Assert.DoesNotContain("138****8888", received.Redacted, StringComparison.Ordinal);
        Assert.DoesNotContain("openid", received.Redacted, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("buyer", received.Redacted, StringComparison.Ordinal);
        Assert.Contains(WordForPaid, received.Redacted, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_of_the_longest_title_fits_its_column()
    {
        foreach (var device in Enum.GetValues<Device>())
        {
            var begun = await BeginAsync(Request() with { Title = string.Concat(Enumerable.Repeat("蜜/=&\"", 24)), Payer = new(device, "zh-CN", "192.0.2.1", null) });
            Assert.InRange(System.Text.Json.JsonSerializer.Serialize(begun.Step).Length, 1, 3_000);
        }
    }

    [Fact]
    public async Task Another_currency_is_refused_and_a_deadline_that_is_too_near_is_moved()
    {
        Assert.IsNotType<StartVerdict.Begun>(await Gateway.StartAsync(Request() with { Sum = new(new(100), "EUR") }, default));
        await BeginAsync(Request() with { ExpiresAt = Clock.GetUtcNow().UtcDateTime.AddSeconds(5) });
    }

    internal static RefundRequest Refund(StartRequest request, long fen, long before = 0) => new(Ref(request), Code.NewSecret(), Sum.Cny(new(fen)), null, new(before));

    /// <summary>As the module takes it: an exception and a lost patience are the verdict "unknown", which is 0 in every list.</summary>
    internal static async Task<TStatus> StatusAsync<T, TStatus>(Func<CancellationToken, Task<T>> call, Func<T, TStatus> status)
        where TStatus : struct
    {
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            return status(await call(patience.Token));
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException or InvalidDataException or System.Text.Json.JsonException)
        {
            return default;
        }
    }

    private Restore Another(string key, string value)
    {
        Configure(key, value);
        return new(() => Configure(key, null));
    }

    private sealed class Restore(Action back) : IDisposable
    {
        public void Dispose() => back();
    }
}
