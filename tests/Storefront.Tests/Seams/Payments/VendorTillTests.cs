using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Payments;
using Storefront.Tests.Support;

namespace Storefront.Tests.Seams.Payments;

/// <summary>The whole shop with a real gateway: its notices over HTTP, its far side on another port.</summary>
public sealed class VendorTillTests
{
    public static TheoryData<string> Vendors => ["alipay", "wechatpay", "stripe"];

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Eight_notices_at_once_and_one_later_settle_one_payment(string key)
    {
        await using var vendor = await Vendor.OpenAsync(key);
        var (payment, attempt) = await vendor.BegunAsync();
        vendor.Pay(attempt);
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => vendor.PostAsync(vendor.Notice(attempt))));
        Assert.All(replies, reply => Assert.Equal(vendor.Accepted, reply));
        await vendor.Till.TickAsync(TimeSpan.FromMinutes(20));
        Assert.Equal(vendor.Accepted, await vendor.PostAsync(vendor.Notice(attempt)));
        await vendor.Till.TickAsync(TimeSpan.FromMinutes(20));
        Assert.True((await vendor.Till.PaymentAsync(payment)).IsPaid);
        Assert.Equal(1, await vendor.Till.SaidAsync<PaymentSettled>(payment));
        Assert.Equal(1, await vendor.Till.App.ReadAsync(db => db.Set<GatewayNotice>().CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Without_any_notice_the_shop_asks(string key)
    {
        await using var vendor = await Vendor.OpenAsync(key);
        var (payment, attempt) = await vendor.BegunAsync();
        vendor.Pay(attempt);
        vendor.Far.Mood = Mood.Silent;
        await vendor.Till.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(AttemptState.Unknown, (await vendor.Till.AttemptAsync(attempt)).State);
        vendor.Far.Mood = Mood.Fine;
        await vendor.Till.TickAsync(TimeSpan.FromMinutes(2));
        Assert.True((await vendor.Till.PaymentAsync(payment)).IsPaid);
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task A_wrong_sum_a_forgery_and_a_stranger_s_attempt_pay_nothing(string key)
    {
        await using var vendor = await Vendor.OpenAsync(key);
        var (payment, attempt) = await vendor.BegunAsync();
        vendor.Pay(attempt);
        var notice = vendor.Notice(attempt);
        var forged = notice.Body.ToArray();
        forged[30] ^= 1;
        Assert.InRange((await vendor.PostAsync(notice with { Body = forged })).Status, 400, 499);
        vendor.Claim(1);
        Assert.Equal(vendor.Accepted, await vendor.PostAsync(vendor.Notice(attempt)));
        Assert.False((await vendor.Till.PaymentAsync(payment)).IsPaid);
        Assert.Equal(NoticeOutcome.WrongSum, await vendor.Till.App.ReadAsync(db => db.Set<GatewayNotice>().Select(kept => kept.Outcome).SingleAsync()));
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task Money_for_an_expired_payment_goes_back_once(string key)
    {
        await using var vendor = await Vendor.OpenAsync(key);
        var (payment, attempt) = await vendor.BegunAsync();
        vendor.Far.Mood = Mood.Dropped;
        await vendor.Till.TickAsync(TimeSpan.FromDays(2));
        Assert.Equal(PaymentState.Expired, (await vendor.Till.PaymentAsync(payment)).State);
        vendor.Pay(attempt);
        vendor.Far.Mood = Mood.DownAfterwards;
        Assert.Equal(vendor.Accepted, await vendor.PostAsync(vendor.Notice(attempt)));
        await vendor.Till.TickAsync(TimeSpan.FromMinutes(1));
        vendor.Far.Mood = Mood.Fine;
        await vendor.Till.TickAsync(TimeSpan.FromMinutes(5));
        await vendor.Till.TickAsync(TimeSpan.FromMinutes(5));
        Assert.Equal([Till.Price.Fen], vendor.Moved(attempt));
        Assert.Equal(RefundState.Succeeded, Assert.Single(await vendor.Till.RefundsAsync(payment)).State);
        Assert.True((await vendor.Till.AttemptAsync(attempt)).Surplus);
    }

    [Theory]
    [MemberData(nameof(Vendors))]
    public async Task A_refund_asked_for_twice_moves_once_and_one_of_the_desk_s_is_a_person_s_matter(string key)
    {
        await using var vendor = await Vendor.OpenAsync(key);
        var (payment, attempt) = await vendor.BegunAsync();
        vendor.Pay(attempt);
        await vendor.PostAsync(vendor.Notice(attempt));
        await vendor.Till.RefundAsync(payment, "claim:1", new(900));
        await vendor.Till.RefundAsync(payment, "claim:1", new(900));
        vendor.Far.Mood = Mood.DroppedAfterwards;
        await vendor.Till.TickAsync(TimeSpan.FromMinutes(1));
        vendor.Far.Mood = Mood.Fine;
        await vendor.Till.TickAsync(TimeSpan.FromMinutes(5));
        await vendor.Till.TickAsync(TimeSpan.FromMinutes(5));
        Assert.Equal([900], vendor.Moved(attempt));
        Assert.Equal(new Money(900), (await vendor.Till.PaymentAsync(payment)).Refunded);
        Assert.Equal(vendor.Accepted, await vendor.PostAsync(vendor.RefundNotice(attempt, "deskrefund00000000000000000")));
        Assert.Contains(NoticeOutcome.Unexpected, await vendor.Till.App.ReadAsync(db => db.Set<GatewayNotice>().Select(kept => kept.Outcome).ToListAsync()));
    }

    /// <summary>One vendor beside one shop.</summary>
    private sealed class Vendor(string key, VendorFarSide far, Till till) : IAsyncDisposable
    {
        private readonly HttpClient _wire = new();

        public Till Till => till;

        public VendorFarSide Far => far;

        public Reply Accepted => far switch
        {
            AlipayFarSide => new(200, "text/plain", "success"),
            WeChatFarSide => new(204, "", ""),
            _ => new(200, "text/plain", "received"),
        };

        public static async Task<Vendor> OpenAsync(string key)
        {
            var clock = new TestClock();
            VendorFarSide far = key switch { "alipay" => new AlipayFarSide(clock), "wechatpay" => new WeChatFarSide(clock), _ => new StripeFarSide(clock) };
            await far.StartAsync();
            var settings = far switch { AlipayFarSide alipay => alipay.Settings, WeChatFarSide wechat => wechat.Settings, _ => ((StripeFarSide)far).Settings };
            // A real server on a busy machine answers later than the scripted ones.
            var till = await Till.OpenAsync([.. settings.Select(setting => $"{setting.Key}={setting.Value}"), "Payments:CallSeconds=3"]);
            far.Clock = till.App.Clock;
            return new(key, far, till);
        }

        public async Task<(string Payment, string Attempt)> BegunAsync()
        {
            var (payment, attempt) = await till.StageAsync(key);
            Assert.True(await till.BeginAsync(attempt));
            // Alipay hears of a charge only when its page is opened.
            if (far is AlipayFarSide && (await till.AttemptAsync(attempt)).Step is NextStep.Redirect step)
            {
                using var page = await _wire.GetAsync(step.To);
                page.EnsureSuccessStatusCode();
            }
            return (payment, attempt);
        }

        public void Pay(string attempt)
        {
            (far as AlipayFarSide)?.Pay(attempt);
            (far as WeChatFarSide)?.Become(attempt, "SUCCESS");
            (far as StripeFarSide)?.Pay(attempt);
        }

        public void Claim(long fen)
        {
            if (far is AlipayFarSide alipay) alipay.ClaimedAmount = new Money(fen).ToYuan();
            if (far is WeChatFarSide wechat) wechat.ClaimedTotal = fen;
            if (far is StripeFarSide stripe) stripe.ClaimedFen = fen;
        }

        public IReadOnlyList<long> Moved(string attempt) => far switch
        {
            AlipayFarSide alipay => [.. alipay[attempt].Refunds.Values],
            WeChatFarSide wechat => [.. wechat[attempt].Refunds.Values.Select(back => back.Fen)],
            _ => [.. ((StripeFarSide)far)[attempt].Refunds.Select(back => back.Fen)],
        };

        public Notice Notice(string attempt) => far switch
        {
            AlipayFarSide alipay => alipay.Notice(attempt),
            WeChatFarSide wechat => wechat.Notice(attempt),
            _ => ((StripeFarSide)far).Notice(attempt),
        };

        /// <summary>Of a refund begun at the vendor's desk.</summary>
        public Notice RefundNotice(string attempt, string refund) => far switch
        {
            AlipayFarSide alipay => alipay.RefundNotice(attempt, refund),
            WeChatFarSide wechat => wechat.RefundNotice(attempt, refund, "SUCCESS"),
            _ => ((StripeFarSide)far).ChargeNotice(attempt, 100),
        };

        public async Task<Reply> PostAsync(Notice notice)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(till.App.Address, $"/pay/notices/{key}")) { Content = new ByteArrayContent(notice.Body.ToArray()) };
            foreach (var (name, value) in notice.Headers) request.Headers.Add(name, value);
            using var answer = await _wire.SendAsync(request);
            return new((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsStringAsync());
        }

        public async ValueTask DisposeAsync()
        {
            _wire.Dispose();
            await till.DisposeAsync();
            await Far.DisposeAsync();
            Assert.Empty(Far.Complaints);
        }
    }
}
