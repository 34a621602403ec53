using Storefront.Modules.Payments.Gateways;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>What every vendor that pays sellers must do: money moves once for a code however often it is asked, and what is not certain is "unknown".</summary>
public abstract class PayoutGatewayContract : IAsyncLifetime
{
    private static readonly Uri Return = new("https://market.example/return");
    private static readonly Uri Again = new("https://market.example/again");

    public static TheoryData<Mood> Unclear => VendorGatewayContract.Unclear;

    internal TestClock Clock { get; } = new();

    internal abstract IPayoutGateway Gateway { get; }

    internal abstract VendorFarSide FarSide { get; }

    /// <summary>What has left the market, in fen, by payout.</summary>
    internal abstract IReadOnlyList<(string Payout, long Fen)> Moved { get; }

    /// <summary>The far side has all it needs of this seller.</summary>
    protected abstract void MakeReady(string payee);

    /// <summary>Somebody takes it back at the vendor's desk.</summary>
    protected abstract void ReverseAtDesk(string payout, long fen);

    /// <summary>The seller has spent so much of it.</summary>
    protected abstract void Spend(long fen);

    protected abstract int AccountsOf(string payee);

    public virtual Task InitializeAsync() => FarSide.StartAsync();

    public virtual async Task DisposeAsync()
    {
        await FarSide.DisposeAsync();
        Assert.Empty(FarSide.Complaints);
    }

    [Fact]
    public async Task A_seller_is_led_in_asked_about_and_paid()
    {
        var payee = await LedAsync();
        Assert.Equal(PayeeStatus.Incomplete, (await Gateway.QueryPayeeAsync(payee, default)).Status);
        MakeReady(payee.Payee);
        var seen = await Gateway.QueryPayeeAsync(payee, default);
        Assert.Equal((PayeeStatus.Ready, 0), (seen.Status, seen.Missing.Count));
        var request = Request(payee, 9_500);
        var sent = await Gateway.SendAsync(request, default);
        Assert.Equal((RemittanceStatus.Done, request.Sum, Money.Zero), (sent.Status, sent.Sum, sent.Reversed));
        Assert.Equal(sent, await Gateway.QueryAsync(request, default));
        Assert.Equal(sent, await Gateway.QueryAsync(request with { VendorReference = sent.VendorReference }, default));
    }

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task An_unclear_answer_is_never_a_verdict_and_money_moves_once(Mood mood)
    {
        var payee = await ReadyAsync();
        var request = Request(payee, 700);
        FarSide.Mood = mood;
        Assert.Equal(RemittanceStatus.Unknown, await StatusAsync(token => Gateway.SendAsync(request, token), seen => seen.Status));
        Assert.Equal(RemittanceStatus.Unknown, await StatusAsync(token => Gateway.QueryAsync(request, token), seen => seen.Status));
        Assert.Equal(PayeeStatus.Unknown, await StatusAsync(token => Gateway.QueryPayeeAsync(payee, token), seen => seen.Status));
        FarSide.Mood = Mood.Fine;
        var known = await Gateway.QueryAsync(request, default);
        Assert.Equal(Moved.Count == 0 ? RemittanceStatus.NotFound : RemittanceStatus.Done, known.Status);
        Assert.Equal(RemittanceStatus.Done, (await Gateway.SendAsync(request, default)).Status);
        Assert.Equal([(request.Payout, 700L)], Moved);
        var reverse = Reverse(request with { VendorReference = (await Gateway.QueryAsync(request, default)).VendorReference }, 300);
        FarSide.Mood = mood;
        Assert.Equal(ReversalStatus.Unknown, await StatusAsync(token => Gateway.ReverseAsync(reverse, token), seen => seen.Status));
        FarSide.Mood = Mood.Fine;
        Assert.Equal((ReversalStatus.Done, new Money(300)), await ReversedAsync(reverse));
        Assert.Equal(new Money(300), (await Gateway.QueryAsync(request, default)).Reversed);
    }

    [Theory]
    [MemberData(nameof(Unclear))]
    public async Task Who_was_not_answered_is_led_in_again_to_the_same_account(Mood mood)
    {
        var payee = new PayeeRef(Code.NewSecret(), null);
        FarSide.Mood = mood;
        Assert.Equal(0, await StatusAsync(token => Gateway.OnboardAsync(new(payee, Return, Again), token), verdict => verdict is OnboardVerdict.Begun ? 1 : 0));
        FarSide.Mood = Mood.Fine;
        Assert.IsType<OnboardVerdict.Begun>(await Gateway.OnboardAsync(new(payee, Return, Again), default));
        Assert.Equal(1, AccountsOf(payee.Payee));
    }

    [Fact]
    public async Task Every_way_in_is_another_page_of_the_same_account()
    {
        var payee = await LedAsync();
        var (first, second) = (await LeadAsync(payee), await LeadAsync(payee));
        Assert.Equal(first.VendorReference, second.VendorReference);
        Assert.NotEqual(first.To, second.To);
    }

    [Fact]
    public async Task A_refusal_moves_nothing_and_the_same_code_stays_refused()
    {
        var request = Request(await LedAsync(), 100);
        var refused = await Gateway.SendAsync(request, default);
        Assert.Equal(RemittanceStatus.Refused, refused.Status);
        Assert.NotEmpty(refused.Why!);
        Assert.Equal(RemittanceStatus.NotFound, (await Gateway.QueryAsync(request, default)).Status);
        MakeReady(RequestedBy(request));
        Assert.Equal(RemittanceStatus.Refused, (await Gateway.SendAsync(request, default)).Status);
        Assert.Empty(Moved);
    }

    [Fact]
    public async Task Eight_at_once_under_one_code_send_once()
    {
        var request = Request(await ReadyAsync(), 4_200);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Gateway.SendAsync(request, default)));
        Assert.All(all, seen => Assert.Equal(RemittanceStatus.Done, seen.Status));
        Assert.Equal([(request.Payout, 4_200L)], Moved);
    }

    [Fact]
    public async Task A_part_comes_back_then_the_rest_and_never_more()
    {
        var request = await SentAsync(1_000);
        var (part, rest) = (Reverse(request, 400), Reverse(request, 600));
        Assert.Equal((ReversalStatus.Done, new Money(400)), await ReversedAsync(part));
        Assert.Equal((ReversalStatus.Done, new Money(400)), await ReversedAsync(part));
        Assert.Equal(ReversalStatus.Refused, (await ReversedAsync(Reverse(request, 601))).Status);
        Assert.Equal((ReversalStatus.Done, new Money(1_000)), await ReversedAsync(rest));
        Assert.Equal(ReversalStatus.Refused, (await ReversedAsync(Reverse(request, 1))).Status);
        Assert.Equal(new Money(1_000), (await Gateway.QueryAsync(request, default)).Reversed);
    }

    [Fact]
    public async Task What_the_desk_took_back_is_told_and_what_the_seller_spent_is_refused()
    {
        var request = await SentAsync(1_000);
        ReverseAtDesk(request.Payout, 250);
        Assert.Equal(new Money(250), (await Gateway.QueryAsync(request, default)).Reversed);
        Assert.Equal((ReversalStatus.Done, new Money(350)), await ReversedAsync(Reverse(request, 100)));
        Spend(600);
        var refused = await Gateway.ReverseAsync(Reverse(request, 100), default);
        Assert.Equal(ReversalStatus.Refused, refused.Status);
        Assert.NotEmpty(refused.Why!);
    }

    [Fact]
    public async Task A_reversal_that_the_vendor_has_forgotten_the_key_of_is_found_and_not_made_again()
    {
        var request = await SentAsync(1_000);
        var reverse = Reverse(request, 300);
        await Gateway.ReverseAsync(reverse, default);
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal((ReversalStatus.Done, new Money(300)), await ReversedAsync(reverse));
    }

    internal static RemitRequest Request(PayeeRef payee, long fen) => new(Code.NewPublic(), Sum.Cny(new(fen)), payee.VendorReference!);

    internal static ReverseRequest Reverse(RemitRequest request, long fen) => new(request, Code.NewSecret(), Sum.Cny(new(fen)));

    internal async Task<RemitRequest> SentAsync(long fen)
    {
        var request = Request(await ReadyAsync(), fen);
        return request with { VendorReference = (await Gateway.SendAsync(request, default)).VendorReference };
    }

    internal async Task<PayeeRef> ReadyAsync()
    {
        var payee = await LedAsync();
        MakeReady(payee.Payee);
        return payee;
    }

    internal async Task<PayeeRef> LedAsync()
    {
        var payee = new PayeeRef(Code.NewSecret(), null);
        return payee with { VendorReference = (await LeadAsync(payee)).VendorReference };
    }

    internal async Task<OnboardVerdict.Begun> LeadAsync(PayeeRef payee) => Assert.IsType<OnboardVerdict.Begun>(await Gateway.OnboardAsync(new(payee, Return, Again), default));

    /// <summary>Whose account the request goes to.</summary>
    protected abstract string RequestedBy(RemitRequest request);

    private async Task<(ReversalStatus Status, Money Reversed)> ReversedAsync(ReverseRequest request)
    {
        var seen = await Gateway.ReverseAsync(request, default);
        return (seen.Status, seen.Reversed);
    }

    private static Task<TStatus> StatusAsync<T, TStatus>(Func<CancellationToken, Task<T>> call, Func<T, TStatus> status)
        where TStatus : struct => VendorGatewayContract.StatusAsync(call, status);
}
