using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Stripe;
using Storefront.Shared;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Stripe over whichever transport: both must do the same. Here what sessions do.</summary>
public abstract class StripeSessionContract : VendorGatewayContract
{
    protected StripeSessionContract() => Vendor = new(Clock);

    private protected StripeFarSide Vendor { get; }

    private protected VendorDesk<StripeGateway, StripeModule> Desk { get; private set; } = null!;

    internal override IPaymentGateway Gateway => Desk.Gateway;

    internal override VendorFarSide FarSide => Vendor;

    internal override IEnumerable<(string Key, string Value)> Foreign => [("LiveMode", "false")];

    protected override string WordForPaid => "paid";

    private protected abstract Type Transport { get; }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Desk = new(Vendor.Settings, Clock, services => services.Replace(ServiceDescriptor.Singleton(typeof(IStripeTransport), Transport)));
    }

    public override async Task DisposeAsync()
    {
        Desk.Dispose();
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
        var asked = Vendor[request.Attempt].Asked.Where(pair => pair.Key.StartsWith("payment_method_types", StringComparison.Ordinal)).Select(pair => pair.Value);
        Assert.Equal(methods, string.Join(',', asked));
        Desk.Set(("Payments:Stripe:Methods:0", "wechat_pay"), ("Payments:Stripe:Methods:1", "wechat_pay"));
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
        Assert.Equal(now.AddMinutes(asked).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture), Vendor[request.Attempt].Asked["expires_at"]);
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
        Vendor.Refusal = (status, type, "some_code");
        Assert.Equal(ends, await Gateway.StartAsync(Request(), default) is StartVerdict.Refused);
    }

    [Fact]
    public async Task A_fault_that_is_kept_before_the_work_ends_the_attempt_and_one_after_it_leads_to_the_session()
    {
        var request = Request();
        Vendor.Next = StripeFarSide.Fault.Before;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.StartAsync(request, default));
        Assert.Equal(PaymentStatus.NotFound, (await Gateway.QueryAsync(Ref(request), default)).Status);
        Assert.IsType<StartVerdict.Refused>(await Gateway.StartAsync(request, default));
        var other = Request();
        Vendor.Next = StripeFarSide.Fault.After;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.StartAsync(other, default));
        Assert.Equal(Vendor[other.Attempt].Id, (await BeginAsync(other)).VendorReference);
    }

    [Fact]
    public async Task A_session_whose_answer_was_lost_is_found_among_others_and_its_absence_is_said_only_of_a_list_read_to_its_end()
    {
        var request = Request();
        await BeginAsync(request);
        Vendor.Crowd(250);
        Assert.Equal(PaymentStatus.Waiting, (await Gateway.QueryAsync(Ref(request), default)).Status);
        Assert.Equal(PaymentStatus.NotFound, (await Gateway.QueryAsync(Ref(Request()), default)).Status);
        Vendor.Crowd(900);
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
        Vendor.Become(request.Attempt, status, payment, intent);
        Assert.Equal(seen, (await Gateway.QueryAsync(Ref(request), default)).Status);
        Assert.Equal(close, await Gateway.CloseAsync(Ref(request), default));
    }

    [Fact]
    public async Task Completed_may_still_be_unpaid()
    {
        var request = Request();
        await BeginAsync(request);
        Vendor.Become(request.Attempt, "complete", "unpaid", "processing");
        var seen = await SeenAsync<PaymentSeen>(Vendor.Notice(request.Attempt));
        Assert.Equal((request.Attempt, PaymentStatus.Waiting), (seen.Attempt, seen.Status));
    }

    [Fact]
    public async Task Another_currency_is_told_as_the_vendor_says_it()
    {
        var request = await PaidAsync();
        Vendor.Currency = "hkd";
        Assert.Equal("HKD", (await Gateway.QueryAsync(Ref(request), default)).Sum!.Currency);
        Assert.Equal("HKD", (await SeenAsync<PaymentSeen>(Vendor.Notice(request.Attempt))).Sum!.Currency);
    }

    internal override void Configure(string key, string? value) =>
        Desk.Set(($"Payments:Stripe:{key}", value ?? Vendor.Settings.Single(setting => setting.Key == $"Payments:Stripe:{key}").Value));

    internal override IReadOnlyList<long> Moved(string attempt) => [.. Vendor[attempt].Refunds.Select(refund => refund.Fen)];

    protected override void Claim(long fen) => Vendor.ClaimedFen = fen;

    protected override void Rotate(bool known)
    {
        (Vendor.ApiKey, Vendor.Secret) = (StripeFarSide.NextKey, StripeFarSide.NextSecret);
        if (known) Desk.Set(("Payments:Stripe:SecretKey", StripeFarSide.NextKey), ("Payments:Stripe:WebhookSecrets:1", StripeFarSide.NextSecret));
    }

    protected override Task PayAsync(string attempt)
    {
        Vendor.Pay(attempt);
        return Task.CompletedTask;
    }

    protected override Task FailAsync(string attempt)
    {
        Vendor.Fail(attempt);
        return Task.CompletedTask;
    }

    protected override Task<Notice> NoticeAsync(string attempt) => Task.FromResult(Vendor.Notice(attempt));

    private protected async Task<T> SeenAsync<T>(Notice notice)
        where T : Observation =>
        Assert.IsType<T>(Assert.Single(Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(notice, default)).Happened).What);
}
