using System.Net;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Alipay;
using Storefront.Shared;

namespace Storefront.Tests.Seams.Payments;

public sealed class AlipayGatewayTests : VendorGatewayContract
{
    private readonly AlipayFarSide _vendor;
    private readonly HttpClient _browser = new();
    private VendorDesk<AlipayGateway, AlipayModule> _desk = null!;

    public AlipayGatewayTests() => _vendor = new(Clock);

    internal override IPaymentGateway Gateway => _desk.Gateway;

    internal override VendorFarSide FarSide => _vendor;

    internal override PaymentStatus Refusal => PaymentStatus.Expired;

    protected override TimeSpan? Tolerance => null;

    internal override IEnumerable<(string Key, string Value)> Foreign => [("AppId", "2021004100000002"), ("SellerId", "2088100000000002")];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _desk = new(_vendor.Settings, Clock);
    }

    public override async Task DisposeAsync()
    {
        _browser.Dispose();
        _desk.Dispose();
        await base.DisposeAsync();
    }

    [Theory]
    [InlineData(Device.Desktop, "alipay.trade.page.pay")]
    [InlineData(Device.Phone, "alipay.trade.wap.pay")]
    public async Task The_page_is_the_device_s(Device device, string method)
    {
        Assert.True(Gateway.Fits(device));
        var begun = await BeginAsync(Request() with { Payer = new(device, "en", null, null) });
        Assert.Contains($"method={method}", Assert.IsType<NextStep.Redirect>(begun.Step).To.Query, StringComparison.Ordinal);
        Assert.False(Gateway.Fits(Device.InWeChat));
    }

    [Fact]
    public async Task Notices_are_proven_with_and_without_their_empty_values()
    {
        var request = await PaidAsync();
        foreach (var keeps in new[] { true, false })
        {
            _vendor.SignsEmpty = keeps;
            var received = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(_vendor.Notice(request.Attempt), default));
            Assert.Equal(new Reply(200, "text/plain", "success"), received.Reply);
        }
    }

    [Theory]
    [InlineData("sign")]
    [InlineData("sign_type")]
    [InlineData("app_id")]
    [InlineData("seller_id")]
    public async Task A_notice_without_or_with_two_of_what_proves_it_is_rejected(string field)
    {
        var notice = _vendor.Notice((await PaidAsync()).Attempt);
        var pairs = System.Text.Encoding.UTF8.GetString(notice.Body.Span).Split('&');
        var without = string.Join('&', pairs.Where(pair => !pair.StartsWith(field + "=", StringComparison.Ordinal)));
        var twice = string.Join('&', pairs.Append(pairs.First(pair => pair.StartsWith(field + "=", StringComparison.Ordinal))));
        foreach (var body in new[] { without, twice, "", "%", "&&&", "sign=&sign_type=RSA2" })
            AssertRejected(await Gateway.ReceiveAsync(notice with { Body = System.Text.Encoding.UTF8.GetBytes(body) }, default));
    }

    [Fact]
    public async Task Finished_is_paid_and_closed_after_a_full_refund_brings_no_money()
    {
        var request = await PaidAsync();
        _vendor.Finish(request.Attempt);
        Assert.Equal(PaymentStatus.Paid, (await Gateway.QueryAsync(Ref(request), default)).Status);
        Assert.Equal(RefundStatus.Failed, (await Gateway.RefundAsync(Refund(request, 100), default)).Status);
        var other = await PaidAsync();
        var refund = Refund(other, 12_345);
        Assert.Equal(RefundStatus.Succeeded, (await Gateway.RefundAsync(refund, default)).Status);
        Assert.Equal(PaymentStatus.Expired, (await Gateway.QueryAsync(Ref(other), default)).Status);
        Assert.Equal(CloseVerdict.Closed, await Gateway.CloseAsync(Ref(other), default));
        Assert.Equal(RefundStatus.Succeeded, (await Gateway.RefundAsync(refund, default)).Status);
    }

    [Fact]
    public async Task A_partial_refund_s_notice_tells_of_payment_and_refund_and_the_last_one_only_of_the_refund()
    {
        var request = await PaidAsync();
        var (first, last) = (Refund(request, 345), Refund(request, 12_000, before: 345));
        await Gateway.RefundAsync(first, default);
        var happened = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(_vendor.RefundNotice(request.Attempt, first.Refund), default)).Happened;
        Assert.Equal(PaymentStatus.Paid, Assert.IsType<PaymentSeen>(happened[0].What).Status);
        Assert.Equal(first.Refund, Assert.IsType<RefundSeen>(happened[1].What).Refund);
        Assert.NotEqual(happened[0].Id, happened[1].Id);
        await Gateway.RefundAsync(last, default);
        happened = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(_vendor.RefundNotice(request.Attempt, last.Refund), default)).Happened;
        var seen = Assert.IsType<RefundSeen>(Assert.Single(happened).What);
        Assert.Equal((last.Refund, RefundStatus.Succeeded, (Sum?)null), (seen.Refund, seen.Status, seen.Sum));
    }

    [Fact]
    public async Task A_total_that_another_desk_has_moved_is_asked_about_and_not_taken_for_this_refund()
    {
        var request = await PaidAsync();
        _vendor[request.Attempt].Refunds["atthedesk"] = 5;
        var seen = await Gateway.RefundAsync(Refund(request, 100), default);
        Assert.Equal((RefundStatus.Succeeded, Sum.Cny(new(100))), (seen.Status, seen.Sum));
    }

    [Theory]
    [InlineData("ACQ.SELLER_BALANCE_NOT_ENOUGH", RefundStatus.Unknown)]
    [InlineData("ACQ.SYSTEM_ERROR", RefundStatus.Unknown)]
    [InlineData("isp.unknow-error", RefundStatus.Unknown)]
    [InlineData("ACQ.TRADE_NOT_ALLOW_REFUND", RefundStatus.Failed)]
    public async Task Only_a_no_for_good_is_failed(string code, RefundStatus status)
    {
        var request = await PaidAsync();
        _vendor.Refusal = code;
        Assert.Equal(status, (await Gateway.RefundAsync(Refund(request, 100), default)).Status);
    }

    [Fact]
    public async Task A_no_for_a_refund_that_has_moved_is_not_believed()
    {
        var request = await PaidAsync();
        var refund = Refund(request, 100);
        await Gateway.RefundAsync(refund, default);
        _vendor.Refusal = "ACQ.TRADE_HAS_CLOSE";
        Assert.Equal(RefundStatus.Succeeded, (await Gateway.RefundAsync(refund, default)).Status);
    }

    [Theory]
    [InlineData("AppId", "wx0123456789abcdef", "AppId")]
    [InlineData("SellerId", "1234567890123456", "SellerId")]
    [InlineData("PrivateKey", "rubbish", "PrivateKey")]
    [InlineData("AlipayPublicKeys:0", "rubbish", "AlipayPublicKeys:0")]
    [InlineData("GatewayUrl", "http://market.example/gateway.do", "GatewayUrl")]
    public void What_is_wrong_is_said_without_the_value(string key, string value, string named)
    {
        Configure(key, value);
        var problem = Assert.Single(Gateway.Problems);
        Assert.Contains($"Payments:Alipay:{named}", problem, StringComparison.Ordinal);
        Assert.DoesNotContain(value, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_settings_it_is_not_offered()
    {
        using var bare = new VendorDesk<AlipayGateway, AlipayModule>([], Clock);
        Assert.Equal(4, bare.Gateway.Problems.Count);
    }

    [Fact]
    public async Task A_key_in_a_file_is_read_again_when_the_file_changes()
    {
        var file = Path.GetTempFileName();
        _desk.Set(("Payments:Alipay:PrivateKey", ""), ("Payments:Alipay:PrivateKeyFile", file));
        Assert.Contains("PrivateKeyFile", Assert.Single(Gateway.Problems), StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, TestKeys.Ours.PrivatePem);
        File.SetLastWriteTimeUtc(file, new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Empty(Gateway.Problems);
        await PaidAsync();
        File.Delete(file);
        Assert.Contains("cannot be read", Assert.Single(Gateway.Problems), StringComparison.Ordinal);
    }

    internal override void Configure(string key, string? value) => _desk.Set(($"Payments:Alipay:{key}", value ?? _vendor.Settings.Single(setting => setting.Key == $"Payments:Alipay:{key}").Value));

    internal override async Task FollowAsync(NextStep step)
    {
        using var page = await _browser.GetAsync(Assert.IsType<NextStep.Redirect>(step).To);
        if (page.StatusCode != HttpStatusCode.OK) Assert.Equal("CONTEXT_INCONSISTENT", await page.Content.ReadAsStringAsync());
    }

    internal override IReadOnlyList<long> Moved(string attempt) => [.. _vendor[attempt].Refunds.Values];

    protected override void Claim(long fen) => _vendor.ClaimedAmount = new Money(fen).ToYuan();

    protected override void Rotate(bool known)
    {
        _vendor.Key = TestKeys.VendorNext;
        if (known) _desk.Set(("Payments:Alipay:AlipayPublicKeys:1", TestKeys.VendorNext.PublicPem));
    }

    protected override Task PayAsync(string attempt)
    {
        _vendor.Pay(attempt);
        return Task.CompletedTask;
    }

    protected override Task FailAsync(string attempt)
    {
        _vendor.Close(attempt);
        return Task.CompletedTask;
    }

    protected override Task<Notice> NoticeAsync(string attempt) => Task.FromResult(_vendor.Notice(attempt));
}
