using System.Text;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Stripe;
using Storefront.Shared;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Stripe over whichever transport, with what sessions do: refunds, notices and settings.</summary>
public abstract class StripeGatewayContract : StripeSessionContract
{
    [Fact]
    public async Task A_refund_whose_fault_is_kept_is_unknown_until_it_is_seen()
    {
        var request = await PaidAsync();
        var (lost, moved) = (Refund(request, 100), Refund(request, 200));
        Vendor.Next = StripeFarSide.Fault.Before;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.RefundAsync(lost, default));
        Assert.Equal(RefundStatus.Unknown, (await Gateway.RefundAsync(lost, default)).Status);
        Vendor.Next = StripeFarSide.Fault.After;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.RefundAsync(moved, default));
        Assert.Equal(RefundStatus.Succeeded, (await Gateway.RefundAsync(moved, default)).Status);
        Assert.Equal([200], Moved(request.Attempt));
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
        Vendor.NewRefunds = state;
        Assert.Equal(status, (await Gateway.RefundAsync(refund, default)).Status);
        var seen = await SeenAsync<RefundSeen>(Vendor.RefundNotice(request.Attempt, refund.Refund, state));
        Assert.Equal((request.Attempt, refund.Refund, status, 345L), (seen.Attempt, seen.Refund, seen.Status, seen.Sum!.Amount.Fen));
        Assert.Equal(status, (await Gateway.QueryRefundAsync(refund, default)).Status);
    }

    [Fact]
    public async Task A_refund_of_the_dashboard_is_told_once_with_what_it_moved_and_ours_only_by_its_own_events()
    {
        var request = await PaidAsync();
        await Gateway.RefundAsync(Refund(request, 345), default);
        var seen = await SeenAsync<RefundSeen>(Vendor.ChargeNotice(request.Attempt, 700));
        Assert.Equal((request.Attempt, (string?)null, RefundStatus.Succeeded, 700L), (seen.Attempt, seen.Refund, seen.Status, seen.Sum!.Amount.Fen));
        Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(Vendor.ChargeNotice(request.Attempt, 345, Code.NewSecret()), default));
    }

    [Theory]
    [InlineData(402, "card_error", "insufficient_funds", RefundStatus.Unknown)]
    [InlineData(400, "invalid_request_error", "balance_insufficient", RefundStatus.Unknown)]
    [InlineData(429, "rate_limit_error", "lock_timeout", RefundStatus.Unknown)]
    [InlineData(400, "invalid_request_error", "charge_already_refunded", RefundStatus.Failed)]
    public async Task Only_a_no_for_good_is_failed(int status, string type, string code, RefundStatus seen)
    {
        var request = await PaidAsync();
        Vendor.Refusal = (status, type, code);
        Assert.Equal(seen, (await Gateway.RefundAsync(Refund(request, 100), default)).Status);
    }

    [Fact]
    public async Task A_dispute_is_taken_and_left_to_a_person()
    {
        var ignored = Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(Vendor.Event("charge.dispute.created", new { id = "dp_1", @object = "dispute" }), default));
        Assert.Contains("dp_1", ignored.Why, StringComparison.Ordinal);
        Assert.Equal(200, ignored.Reply.Status);
    }

    [Fact]
    public async Task Another_program_s_sessions_and_refunds_are_ignored_and_another_account_s_events_rejected()
    {
        Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(Vendor.Event("checkout.session.completed", new { id = "cs_1", client_reference_id = "cart-7", status = "complete", payment_status = "paid" }), default));
        Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(Vendor.Event("refund.updated", new { id = "re_1", status = "succeeded", metadata = new { } }), default));
        Assert.IsType<Received.Ignored>(await Gateway.ReceiveAsync(Vendor.Event("customer.created", new { id = "cus_1" }), default));
        AssertRejected(await Gateway.ReceiveAsync(Vendor.Event("customer.created", new { id = "cus_1" }, account: "acct_1"), default));
        AssertRejected(await Gateway.ReceiveAsync(Vendor.Event("customer.created", new { id = "cus_1" }, live: false), default));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("rubbish")]
    [InlineData("""{"object":"event","livemode":"yes"}""")]
    [InlineData("""{"id":"evt_1","object":"event","livemode":true,"type":"checkout.session.completed","data":7}""")]
    [InlineData("""{"id":"evt_1","object":"event","livemode":true,"type":"checkout.session.completed","data":{"object":{"amount_total":"much"}}}""")]
    public async Task Signed_rubbish_is_rejected(string body) => AssertRejected(await Gateway.ReceiveAsync(Vendor.Sign(body), default));

    [Fact]
    public async Task Every_case_of_the_vendor_s_own_signatures_comes_out_as_it_must()
    {
        var vectors = Vectors.Read("stripe");
        Desk.Set(("Payments:Stripe:WebhookSecrets:0", vectors.Text("secret")), ("Payments:Stripe:LiveMode", "false"), ("Payments:Stripe:SecretKey", "sk_test_0123456789abcdefghij"));
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
