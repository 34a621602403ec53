using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.WeChatPay;

namespace Storefront.Tests.Seams.Payments;

public sealed class WeChatPayGatewayTests : VendorGatewayContract
{
    private readonly WeChatFarSide _vendor;
    private VendorDesk<WeChatPayGateway, WeChatPayModule> _desk = null!;

    public WeChatPayGatewayTests() => _vendor = new(Clock);

    internal override IPaymentGateway Gateway => _desk.Gateway;

    internal override VendorFarSide FarSide => _vendor;

    protected override bool TellsOfRefusal => false;

    internal override IEnumerable<(string Key, string Value)> Foreign => [("AppId", "wx0123456789abcdee"), ("MerchantId", "1900000002")];

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        _desk = new(_vendor.Settings, Clock);
    }

    public override async Task DisposeAsync()
    {
        _desk.Dispose();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task A_desktop_gets_a_code_a_phone_a_page_and_the_app_signed_parameters()
    {
        var desktop = Assert.IsType<NextStep.QrCode>((await BeginAsync(For(Device.Desktop))).Step);
        Assert.StartsWith("weixin://", desktop.Content, StringComparison.Ordinal);
        var phone = await BeginAsync(For(Device.Phone, "::ffff:192.0.2.1"));
        Assert.EndsWith("&redirect_url=https%3A%2F%2Fmarket.example%2Fpay%2Fx%2Freturn", Assert.IsType<NextStep.Redirect>(phone.Step).To.AbsoluteUri, StringComparison.Ordinal);
        Assert.InRange(phone.StaleAt!.Value - Clock.GetUtcNow().UtcDateTime, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        var app = Assert.IsType<NextStep.ClientParameters>((await BeginAsync(For(Device.InWeChat, openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o"))).Step).Values;
        Assert.Equal("RSA", app["signType"]);
        Assert.True(TestKeys.Ours.Verifies($"{app["appId"]}\n{app["timeStamp"]}\n{app["nonceStr"]}\n{app["package"]}\n", app["paySign"]));
    }

    [Fact]
    public async Task Who_cannot_be_led_further_gets_the_page_or_the_code()
    {
        Assert.True(Gateway.Fits(Device.InWeChat));
        _desk.Set(("Payments:WeChatPay:AppSecret", ""));
        Assert.False(Gateway.Fits(Device.InWeChat));
        Assert.IsType<NextStep.Redirect>((await BeginAsync(For(Device.InWeChat))).Step);
        Assert.IsType<NextStep.QrCode>((await BeginAsync(For(Device.Phone, address: null))).Step);
    }

    [Theory]
    [InlineData("PARAM_ERROR", true)]
    [InlineData("NO_AUTH", true)]
    [InlineData("ORDERPAID", false)]
    [InlineData("OUT_TRADE_NO_USED", false)]
    [InlineData("FREQUENCY_LIMITED", false)]
    public async Task Only_a_no_for_good_ends_the_charge(string code, bool ends)
    {
        _vendor.Refusal = (400, code);
        Assert.Equal(ends, await Gateway.StartAsync(Request(), default) is StartVerdict.Refused);
    }

    [Fact]
    public async Task A_closed_charge_is_not_begun_again_and_a_paid_one_is_unclear()
    {
        var request = Request();
        await BeginAsync(request);
        await Gateway.CloseAsync(Ref(request), default);
        Assert.IsType<StartVerdict.Refused>(await Gateway.StartAsync(request, default));
        Assert.IsType<StartVerdict.Unclear>(await Gateway.StartAsync(await PaidAsync(), default));
    }

    [Theory]
    [InlineData("USERPAYING", PaymentStatus.Waiting)]
    [InlineData("CLOSED", PaymentStatus.Expired)]
    [InlineData("REVOKED", PaymentStatus.Expired)]
    [InlineData("PAYERROR", PaymentStatus.Failed)]
    [InlineData("REFUND", PaymentStatus.Unknown)]
    [InlineData("SOMETHING_NEW", PaymentStatus.Unknown)]
    public async Task States_are_translated(string state, PaymentStatus status)
    {
        var request = Request();
        await BeginAsync(request);
        _vendor.Become(request.Attempt, state);
        Assert.Equal(status, (await Gateway.QueryAsync(Ref(request), default)).Status);
    }

    [Fact]
    public async Task Another_currency_is_told_as_the_vendor_says_it()
    {
        var request = await PaidAsync();
        _vendor.ClaimedCurrency = "HKD";
        Assert.Equal("HKD", (await Gateway.QueryAsync(Ref(request), default)).Sum!.Currency);
    }

    [Fact]
    public async Task A_probe_of_signatures_is_answered_as_a_failure()
    {
        var notice = _vendor.Notice((await PaidAsync()).Attempt);
        var headers = notice.Headers.ToDictionary(StringComparer.OrdinalIgnoreCase);
        headers["Wechatpay-Signature"] = "WECHATPAY/SIGNTEST/" + headers["Wechatpay-Signature"];
        var rejected = Assert.IsType<Received.Rejected>(await Gateway.ReceiveAsync(notice with { Headers = headers }, default));
        Assert.Equal(401, rejected.Reply.Status);
        Assert.Contains("\"FAIL\"", rejected.Reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_is_chosen_by_the_name_in_the_header()
    {
        var request = await PaidAsync();
        _desk.Set(("Payments:WeChatPay:PlatformCertificates:0", TestKeys.VendorNext.CertificatePem));
        Assert.Empty(Gateway.Problems);
        _vendor.Signer = _vendor.Other;
        _vendor.Other = (WeChatFarSide.KeyId, TestKeys.Vendor);
        Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(_vendor.Notice(request.Attempt), default));
        Assert.Equal(PaymentStatus.Paid, (await Gateway.QueryAsync(Ref(request), default)).Status);
        _vendor.Signer = (WeChatFarSide.KeyId, TestKeys.VendorNext);
        AssertRejected(await Gateway.ReceiveAsync(_vendor.Notice(request.Attempt), default));
    }

    [Theory]
    [InlineData("SUCCESS", RefundStatus.Succeeded)]
    [InlineData("CLOSED", RefundStatus.Failed)]
    [InlineData("ABNORMAL", RefundStatus.Unknown)]
    public async Task A_refund_s_notice_and_answer_say_the_same(string state, RefundStatus status)
    {
        var request = await PaidAsync();
        var refund = Refund(request, 345);
        Assert.Equal(RefundStatus.Pending, (await Gateway.RefundAsync(refund, default)).Status);
        var received = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(_vendor.RefundNotice(request.Attempt, refund.Refund, state), default));
        var seen = Assert.IsType<RefundSeen>(Assert.Single(received.Happened).What);
        Assert.Equal((request.Attempt, refund.Refund, status, 345L), (seen.Attempt, seen.Refund, seen.Status, seen.Sum!.Amount.Fen));
        Assert.DoesNotContain("招商银行", received.Redacted, StringComparison.Ordinal);
        _vendor.OldRefunds = state;
        Assert.Equal(status, (await Gateway.QueryRefundAsync(refund, default)).Status);
        Assert.Equal(status, (await Gateway.RefundAsync(refund, default)).Status);
    }

    [Theory]
    [InlineData(403, "NOT_ENOUGH", RefundStatus.Unknown)]
    [InlineData(429, "FREQUENCY_LIMITED", RefundStatus.Unknown)]
    [InlineData(400, "INVALID_REQUEST", RefundStatus.Failed)]
    public async Task Only_a_no_for_good_is_failed(int code, string word, RefundStatus status)
    {
        var request = await PaidAsync();
        _vendor.Refusal = (code, word);
        Assert.Equal(status, (await Gateway.RefundAsync(Refund(request, 100), default)).Status);
    }

    [Fact]
    public async Task A_no_for_a_refund_that_has_moved_is_not_believed()
    {
        var request = await PaidAsync();
        var refund = Refund(request, 100);
        await Gateway.RefundAsync(refund, default);
        _vendor.Refusal = (400, "INVALID_REQUEST");
        Assert.Equal(RefundStatus.Succeeded, (await Gateway.RefundAsync(refund, default)).Status);
    }

    [Fact]
    public async Task A_charge_that_is_being_paid_is_not_closed()
    {
        var request = Request();
        await BeginAsync(request);
        _vendor.Refusal = (400, "USERPAYING");
        Assert.Equal(CloseVerdict.Unknown, await Gateway.CloseAsync(Ref(request), default));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    [InlineData("rubbish")]
    [InlineData("""{"id":"1","event_type":"TRANSACTION.SUCCESS","resource":{"algorithm":"AEAD_AES_256_GCM","nonce":"123456789012","ciphertext":"AAAA","associated_data":""}}""")]
    [InlineData("""{"id":"1","event_type":"TRANSACTION.SUCCESS","resource":{"algorithm":"AEAD_AES_256_GCM","nonce":"short","ciphertext":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}}""")]
    [InlineData("""{"id":1,"event_type":2,"resource":3}""")]
    public async Task Signed_rubbish_is_rejected(string body) => AssertRejected(await Gateway.ReceiveAsync(_vendor.Sign(body), default));

    [Fact]
    public async Task Another_kind_of_event_is_taken_and_ignored_and_additional_data_may_be_empty()
    {
        var ignored = Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(_vendor.Seal("EV-1", "COUPON.USE", "", new { mchid = WeChatFarSide.MerchantId }), default));
        Assert.Equal(204, ignored.Reply.Status);
    }

    [Fact]
    public async Task A_letter_that_our_key_does_not_open_is_rejected()
    {
        var notice = _vendor.Notice((await PaidAsync()).Attempt);
        Configure("ApiV3Key", new string('x', 32));
        AssertRejected(await Gateway.ReceiveAsync(notice, default));
    }

    internal override void Configure(string key, string? value) =>
        _desk.Set(($"Payments:WeChatPay:{key}", value ?? _vendor.Settings.Single(setting => setting.Key == $"Payments:WeChatPay:{key}").Value));

    internal override IReadOnlyList<long> Moved(string attempt) => [.. _vendor[attempt].Refunds.Values.Select(back => back.Fen)];

    protected override void Claim(long fen) => _vendor.ClaimedTotal = fen;

    protected override void Rotate(bool known)
    {
        _vendor.Signer = ("PUB_KEY_ID_0119000000012026112200000000000002", TestKeys.VendorNext);
        _vendor.Other = (WeChatFarSide.KeyId, TestKeys.VendorNext);
        if (known) _desk.Set(("Payments:WeChatPay:PublicKeys:PUB_KEY_ID_0119000000012026112200000000000002", TestKeys.VendorNext.PublicPem));
    }

    protected override Task PayAsync(string attempt)
    {
        _vendor.Become(attempt, "SUCCESS");
        return Task.CompletedTask;
    }

    protected override Task FailAsync(string attempt)
    {
        _vendor.Become(attempt, "PAYERROR");
        return Task.CompletedTask;
    }

    protected override Task<Notice> NoticeAsync(string attempt) => Task.FromResult(_vendor.Notice(attempt));

    private StartRequest For(Device device, string? address = "192.0.2.1", string? openid = null) => Request() with { Payer = new(device, "zh-CN", address, openid) };
}
