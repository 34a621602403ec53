using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Stripe;
using Storefront.Shared;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Stripe over whichever transport: both must do the same.</summary>
public abstract class StripeGatewayContract : VendorGatewayContract
{
    private readonly StripeFarSide _vendor;
    private VendorDesk<StripeGateway, StripeModule> _desk = null!;

    protected StripeGatewayContract() => _vendor = new(Clock);

    internal override IPaymentGateway Gateway => _desk.Gateway;

    internal override VendorFarSide FarSide => _vendor;

    internal override IEnumerable<(string Key, string Value)> Foreign => [("LiveMode", "false")];

    protected override string WordForPaid => "paid";

    private protected abstract Type Transport { get; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _desk = new(_vendor.Settings, Clock, services => services.Replace(ServiceDescriptor.Singleton(typeof(IStripeTransport), Transport)));
    }

    public override async Task DisposeAsync()
    {
        _desk.Dispose();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData(Device.Desktop, "card,alipay,wechat_pay")]
    [InlineData(Device.Phone, "card,alipay")]
    [InlineData(Device.InWeChat, "card")]
    public async Task Methods_are_those_that_fit_the_device(Device device, string methods)
    {
        var request = Request() with { Payer = new(device, "zh-CN", null, null) };
        await BeginAsync(request);
        var asked = _vendor[request.Attempt].Asked.Where(pair => pair.Key.StartsWith("payment_method_types", StringComparison.Ordinal)).Select(pair => pair.Value);
        Assert.Equal(methods, string.Join(',', asked));
        _desk.Set(("Payments:Stripe:Methods:0", "wechat_pay"), ("Payments:Stripe:Methods:1", "wechat_pay"));
        Assert.Equal(device == Device.Desktop, Gateway.Fits(device));
    }

    [Theory]
    [InlineData(5, 31)]
    [InlineData(45, 45)]
    [InlineData(3_000, 1_439)]
    public async Task The_deadline_is_kept_within_what_the_vendor_takes(int minutes, int asked)
    {
        var (request, now) = (Request() with { ExpiresAt = Clock.GetUtcNow().UtcDateTime.AddMinutes(minutes) }, Clock.GetUtcNow());
        await BeginAsync(request);
        Assert.Equal(now.AddMinutes(asked).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), _vendor[request.Attempt].Asked["expires_at"]);
    }

    [Fact]
    public async Task Starting_again_later_with_another_deadline_leads_to_the_same_session()
    {
        var request = Request();
        var first = await BeginAsync(request);
        Clock.Advance(TimeSpan.FromMinutes(4));
        var again = await BeginAsync(request);
        Assert.Equal((first.VendorReference, first.Step), (again.VendorReference, again.Step));
    }

    [Fact]
    public async Task A_repeated_answer_is_not_taken_for_the_present()
    {
        var request = Request();
        await BeginAsync(request);
        await Gateway.CloseAsync(Ref(request), default);
        Assert.IsType<StartVerdict.Refused>(await Gateway.StartAsync(request, default));
        Assert.IsType<StartVerdict.Unclear>(await Gateway.StartAsync(await PaidAsync(), default));
    }

    [Theory]
    [InlineData(399)]
    [InlineData(100_000_000)]
    public async Task A_sum_that_the_vendor_does_not_take_is_refused(long fen) =>
        Assert.IsType<StartVerdict.Refused>(await Gateway.StartAsync(Request() with { Sum = Sum.Cny(new(fen)) }, default));

    [Theory]
    [InlineData(400, "invalid_request_error", true)]
    [InlineData(401, "invalid_request_error", false)]
    [InlineData(409, "idempotency_error", false)]
    [InlineData(429, "rate_limit_error", false)]
    public async Task Only_a_no_for_good_ends_the_charge(int status, string type, bool ends)
    {
        _vendor.Refusal = (status, type, "some_code");
        Assert.Equal(ends, await Gateway.StartAsync(Request(), default) is StartVerdict.Refused);
    }

    [Fact]
    public async Task A_fault_that_is_kept_before_the_work_ends_the_attempt_and_one_after_it_leads_to_the_session()
    {
        var request = Request();
        _vendor.Next = StripeFarSide.Fault.Before;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.StartAsync(request, default));
        Assert.Equal(PaymentStatus.NotFound, (await Gateway.QueryAsync(Ref(request), default)).Status);
        Assert.IsType<StartVerdict.Refused>(await Gateway.StartAsync(request, default));
        var other = Request();
        _vendor.Next = StripeFarSide.Fault.After;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.StartAsync(other, default));
        Assert.Equal(_vendor[other.Attempt].Id, (await BeginAsync(other)).VendorReference);
    }

    [Fact]
    public async Task A_refund_whose_fault_is_kept_is_unknown_until_it_is_seen()
    {
        var request = await PaidAsync();
        var (lost, moved) = (Refund(request, 100), Refund(request, 200));
        _vendor.Next = StripeFarSide.Fault.Before;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.RefundAsync(lost, default));
        Assert.Equal(RefundStatus.Unknown, (await Gateway.RefundAsync(lost, default)).Status);
        _vendor.Next = StripeFarSide.Fault.After;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.RefundAsync(moved, default));
        Assert.Equal(RefundStatus.Succeeded, (await Gateway.RefundAsync(moved, default)).Status);
        Assert.Equal([200], Moved(request.Attempt));
    }

    [Fact]
    public async Task A_session_whose_answer_was_lost_is_found_among_others_and_its_absence_is_said_only_of_a_list_read_to_its_end()
    {
        var request = Request();
        await BeginAsync(request);
        _vendor.Crowd(250);
        Assert.Equal(PaymentStatus.Waiting, (await Gateway.QueryAsync(Ref(request), default)).Status);
        Assert.Equal(PaymentStatus.NotFound, (await Gateway.QueryAsync(Ref(Request()), default)).Status);
        _vendor.Crowd(900);
        Assert.Equal(PaymentStatus.Unknown, (await Gateway.QueryAsync(Ref(Request()), default)).Status);
        Assert.Equal(CloseVerdict.Unknown, await Gateway.CloseAsync(Ref(Request()), default));
        Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(PaymentStatus.NotFound, (await Gateway.QueryAsync(Ref(Request()) with { Since = Clock.GetUtcNow().UtcDateTime }, default)).Status);
    }

    [Fact]
    public async Task A_session_that_the_vendor_named_and_does_not_know_is_a_riddle()
    {
        var charge = Ref(Request()) with { VendorReference = "cs_live_gone" };
        Assert.Equal(PaymentStatus.Unknown, (await Gateway.QueryAsync(charge, default)).Status);
        Assert.Equal(CloseVerdict.Unknown, await Gateway.CloseAsync(charge, default));
    }

    [Theory]
    [InlineData("complete", "unpaid", "processing", PaymentStatus.Waiting, CloseVerdict.Unknown)]
    [InlineData("complete", "unpaid", "canceled", PaymentStatus.Failed, CloseVerdict.Closed)]
    [InlineData("complete", "no_payment_required", "succeeded", PaymentStatus.Unknown, CloseVerdict.Unknown)]
    [InlineData("something_new", "paid", "succeeded", PaymentStatus.Unknown, CloseVerdict.Unknown)]
    public async Task States_are_translated(string status, string payment, string intent, PaymentStatus seen, CloseVerdict close)
    {
        var request = Request();
        await BeginAsync(request);
        _vendor.Become(request.Attempt, status, payment, intent);
        Assert.Equal(seen, (await Gateway.QueryAsync(Ref(request), default)).Status);
        Assert.Equal(close, await Gateway.CloseAsync(Ref(request), default));
    }

    [Fact]
    public async Task Completed_may_still_be_unpaid()
    {
        var request = Request();
        await BeginAsync(request);
        _vendor.Become(request.Attempt, "complete", "unpaid", "processing");
        var seen = await SeenAsync<PaymentSeen>(_vendor.Notice(request.Attempt));
        Assert.Equal((request.Attempt, PaymentStatus.Waiting), (seen.Attempt, seen.Status));
    }

    [Fact]
    public async Task Another_currency_is_told_as_the_vendor_says_it()
    {
        var request = await PaidAsync();
        _vendor.Currency = "hkd";
        Assert.Equal("HKD", (await Gateway.QueryAsync(Ref(request), default)).Sum!.Currency);
        Assert.Equal("HKD", (await SeenAsync<PaymentSeen>(_vendor.Notice(request.Attempt))).Sum!.Currency);
    }

    [Theory]
    [InlineData("succeeded", RefundStatus.Succeeded)]
    [InlineData("pending", RefundStatus.Pending)]
    [InlineData("requires_action", RefundStatus.Pending)]
    [InlineData("failed", RefundStatus.Failed)]
    [InlineData("canceled", RefundStatus.Failed)]
    [InlineData("something_new", RefundStatus.Unknown)]
    public async Task A_refund_s_notice_and_answer_say_the_same(string state, RefundStatus status)
    {
        var request = await PaidAsync();
        var refund = Refund(request, 345);
        _vendor.NewRefunds = state;
        Assert.Equal(status, (await Gateway.RefundAsync(refund, default)).Status);
        var seen = await SeenAsync<RefundSeen>(_vendor.RefundNotice(request.Attempt, refund.Refund, state));
        Assert.Equal((request.Attempt, refund.Refund, status, 345L), (seen.Attempt, seen.Refund, seen.Status, seen.Sum!.Amount.Fen));
        Assert.Equal(status, (await Gateway.QueryRefundAsync(refund, default)).Status);
    }

    [Fact]
    public async Task A_refund_of_the_dashboard_is_told_once_with_what_it_moved_and_ours_only_by_its_own_events()
    {
        var request = await PaidAsync();
        await Gateway.RefundAsync(Refund(request, 345), default);
        var seen = await SeenAsync<RefundSeen>(_vendor.ChargeNotice(request.Attempt, 700));
        Assert.Equal((request.Attempt, (string?)null, RefundStatus.Succeeded, 700L), (seen.Attempt, seen.Refund, seen.Status, seen.Sum!.Amount.Fen));
        Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(_vendor.ChargeNotice(request.Attempt, 345, Code.NewSecret()), default));
    }

    [Theory]
    [InlineData(402, "card_error", "insufficient_funds", RefundStatus.Unknown)]
    [InlineData(400, "invalid_request_error", "balance_insufficient", RefundStatus.Unknown)]
    [InlineData(429, "rate_limit_error", "lock_timeout", RefundStatus.Unknown)]
    [InlineData(400, "invalid_request_error", "charge_already_refunded", RefundStatus.Failed)]
    public async Task Only_a_no_for_good_is_failed(int status, string type, string code, RefundStatus seen)
    {
        var request = await PaidAsync();
        _vendor.Refusal = (status, type, code);
        Assert.Equal(seen, (await Gateway.RefundAsync(Refund(request, 100), default)).Status);
    }

    [Fact]
    public async Task A_dispute_is_taken_and_left_to_a_person()
    {
        var ignored = Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(_vendor.Event("charge.dispute.created", new { id = "dp_1", @object = "dispute" }), default));
        Assert.Contains("dp_1", ignored.Why, StringComparison.Ordinal);
        Assert.Equal(200, ignored.Reply.Status);
    }

    [Fact]
    public async Task Another_program_s_sessions_and_refunds_are_ignored_and_another_account_s_events_rejected()
    {
        Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(_vendor.Event("checkout.session.completed", new { id = "cs_1", client_reference_id = "cart-7", status = "complete", payment_status = "paid" }), default));
        Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(_vendor.Event("refund.updated", new { id = "re_1", status = "succeeded", metadata = new { } }), default));
        Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(_vendor.Event("customer.created", new { id = "cus_1" }), default));
        AssertRejected(await Gateway.ReceiveAsync(_vendor.Event("customer.created", new { id = "cus_1" }, account: "acct_1"), default));
        AssertRejected(await Gateway.ReceiveAsync(_vendor.Event("customer.created", new { id = "cus_1" }, live: false), default));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("rubbish")]
    [InlineData("""{"object":"event","livemode":"yes"}""")]
    [InlineData("""{"id":"evt_1","object":"event","livemode":true,"type":"checkout.session.completed","data":7}""")]
    [InlineData("""{"id":"evt_1","object":"event","livemode":true,"type":"checkout.session.completed","data":{"object":{"amount_total":"much"}}}""")]
    public async Task Signed_rubbish_is_rejected(string body) => AssertRejected(await Gateway.ReceiveAsync(_vendor.Sign(body), default));

    [Fact]
    public async Task Every_case_of_the_vendor_s_own_signatures_comes_out_as_it_must()
    {
        var vectors = Vectors.Read("stripe");
        _desk.Set(("Payments:Stripe:WebhookSecrets:0", vectors.Text("secret")), ("Payments:Stripe:LiveMode", "false"), ("Payments:Stripe:SecretKey", "sk_test_0123456789abcdefghij"));
        foreach (var known in vectors.GetProperty("cases").EnumerateArray())
        {
            var at = DateTimeOffset.FromUnixTimeSeconds(known.GetProperty("at").GetInt64()).UtcDateTime;
            var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { ["Stripe-Signature"] = known.Text("header") };
            var received = await Gateway.ReceiveAsync(new(Encoding.UTF8.GetBytes(vectors.Text("body")), headers, at), default);
            Assert.True(known.GetProperty("genuine").GetBoolean() == received is Received.Events, known.Text("name"));
        }
    }

    [Theory]
    [InlineData("SecretKey", "pk_live_0123456789abcdefghij")]
    [InlineData("SecretKey", "sk_live_0123456789 abcdefghij")]
    [InlineData("WebhookSecrets:0", "rubbish")]
    [InlineData("Methods:0", "cash")]
    [InlineData("ApiUrl", "http://market.example")]
    public void What_is_wrong_is_said_without_the_value(string key, string value)
    {
        Configure(key, value);
        var problem = Assert.Single(Gateway.Problems);
        Assert.StartsWith($"Payments:Stripe:{key}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(value, problem.Replace("Methods:0 must be card", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_key_of_the_other_mode_and_no_settings_at_all_are_said()
    {
        Configure("SecretKey", "sk_test_0123456789abcdefghij");
        Assert.Contains("LiveMode", Assert.Single(Gateway.Problems), StringComparison.Ordinal);
        using var bare = new VendorDesk<StripeGateway, StripeModule>([], Clock);
        Assert.Equal(2, bare.Gateway.Problems.Count);
    }

    internal override void Configure(string key, string? value) =>
        _desk.Set(($"Payments:Stripe:{key}", value ?? _vendor.Settings.Single(setting => setting.Key == $"Payments:Stripe:{key}").Value));

    internal override IReadOnlyList<long> Moved(string attempt) => [.. _vendor[attempt].Refunds.Select(refund => refund.Fen)];

    protected override void Claim(long fen) => _vendor.ClaimedFen = fen;

    protected override void Rotate(bool known)
    {
        (_vendor.ApiKey, _vendor.Secret) = (StripeFarSide.NextKey, StripeFarSide.NextSecret);
        if (known) _desk.Set(("Payments:Stripe:SecretKey", StripeFarSide.NextKey), ("Payments:Stripe:WebhookSecrets:1", StripeFarSide.NextSecret));
    }

    protected override Task PayAsync(string attempt)
    {
        _vendor.Pay(attempt);
        return Task.CompletedTask;
    }

    protected override Task FailAsync(string attempt)
    {
        _vendor.Fail(attempt);
        return Task.CompletedTask;
    }

    protected override Task<Notice> NoticeAsync(string attempt) => Task.FromResult(_vendor.Notice(attempt));

    private async Task<T> SeenAsync<T>(Notice notice)
        where T : Observation =>
        Assert.IsType<T>(Assert.Single(Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(notice, default)).Happened).What);
}

public sealed class StripeGatewayTests : StripeGatewayContract
{
    private protected override Type Transport => typeof(StripeHttpTransport);
}

#if FULL_FEED
public sealed class StripeSdkGatewayTests : StripeGatewayContract
{
    private protected override Type Transport => typeof(StripeSdkTransport);
}
#endif
