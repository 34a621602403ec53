using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Stripe;
using Storefront.Shared;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Stripe Connect over whichever transport: both must do the same.</summary>
public abstract class StripePayoutContract : PayoutGatewayContract
{
    private readonly StripeConnectFarSide _vendor;
    private VendorDesk<StripePayoutGateway, StripeModule> _desk = null!;

    protected StripePayoutContract() => _vendor = new(Clock);

    internal override IPayoutGateway Gateway => _desk.Gateway;

    internal override VendorFarSide FarSide => _vendor;

    internal override IReadOnlyList<(string Payout, long Fen)> Moved => [.. _vendor.Sent.Select(transfer => (transfer.Payout, transfer.Fen))];

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

    [Fact]
    public async Task A_fault_that_is_kept_is_unknown_until_the_key_is_forgotten_and_then_sent_once()
    {
        var payee = await ReadyAsync();
        var (lost, moved) = (Request(payee, 100), Request(payee, 200));
        _vendor.Next = StripeServer.Fault.Before;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.SendAsync(lost, default));
        Assert.Equal(RemittanceStatus.Unknown, (await Gateway.SendAsync(lost, default)).Status);
        _vendor.Next = StripeServer.Fault.After;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.SendAsync(moved, default));
        Assert.Equal(RemittanceStatus.Done, (await Gateway.SendAsync(moved, default)).Status);
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(RemittanceStatus.Done, (await Gateway.SendAsync(lost, default)).Status);
        Assert.Equal([(moved.Payout, 200L), (lost.Payout, 100L)], Moved);
    }

    [Fact]
    public async Task A_reversal_whose_fault_is_kept_is_unknown_until_it_is_seen()
    {
        var request = await SentAsync(500);
        var (lost, moved) = (Reverse(request, 100), Reverse(request, 200));
        _vendor.Next = StripeServer.Fault.Before;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.ReverseAsync(lost, default));
        Assert.Equal(ReversalStatus.Unknown, (await Gateway.ReverseAsync(lost, default)).Status);
        _vendor.Next = StripeServer.Fault.After;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.ReverseAsync(moved, default));
        Assert.Equal((ReversalStatus.Done, 200L), await Gateway.ReverseAsync(moved, default) is var seen ? (seen.Status, seen.Reversed.Fen) : default);
    }

    [Fact]
    public async Task An_account_whose_fault_is_kept_is_refused_so_that_the_next_begins_under_another_code()
    {
        var payee = new PayeeRef(Code.NewSecret(), null);
        var request = new OnboardRequest(payee, new("https://market.example/r"), new("https://market.example/a"));
        _vendor.Next = StripeServer.Fault.Before;
        await Assert.ThrowsAsync<HttpRequestException>(() => Gateway.OnboardAsync(request, default));
        Assert.Null(Assert.IsType<OnboardVerdict.Refused>(await Gateway.OnboardAsync(request, default)).VendorReference);
    }

    [Theory]
    [InlineData(400, "invalid_request_error", "balance_insufficient", RemittanceStatus.Unknown)]
    [InlineData(400, "invalid_request_error", "resource_missing", RemittanceStatus.Refused)]
    [InlineData(401, "invalid_request_error", "api_key_expired", RemittanceStatus.Unknown)]
    [InlineData(409, "idempotency_error", "idempotency_key_in_use", RemittanceStatus.Unknown)]
    [InlineData(429, "rate_limit_error", "lock_timeout", RemittanceStatus.Unknown)]
    public async Task Only_a_no_for_good_is_refused(int status, string type, string code, RemittanceStatus seen)
    {
        var request = Request(await ReadyAsync(), 100);
        _vendor.Refusal = (status, type, code);
        Assert.Equal(seen, (await Gateway.SendAsync(request, default)).Status);
    }

    [Fact]
    public async Task An_empty_balance_is_no_refusal_though_its_answer_is_kept_and_money_moves_once_there_is_some()
    {
        var request = Request(await ReadyAsync(), 100);
        _vendor.Balance = 99;
        Assert.Equal(RemittanceStatus.Unknown, (await Gateway.SendAsync(request, default)).Status);
        _vendor.Balance = 1_000;
        var kept = await Gateway.SendAsync(request, default);
        Assert.Equal((RemittanceStatus.Unknown, "400 invalid_request_error balance_insufficient"), (kept.Status, kept.Why));
        Assert.Equal(RemittanceStatus.NotFound, (await Gateway.QueryAsync(request, default)).Status);
        Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(RemittanceStatus.Done, (await Gateway.SendAsync(request, default)).Status);
        Assert.Equal([(request.Payout, 100L)], Moved);
    }

    [Theory]
    [InlineData("active", true, null, "", PayeeStatus.Ready, "")]
    [InlineData("active", true, null, "person_1.id_number", PayeeStatus.Ready, "Person")]
    [InlineData("active", false, null, "external_account", PayeeStatus.Incomplete, "BankAccount")]
    [InlineData("pending", true, "requirements.pending_verification", "", PayeeStatus.Checking, "")]
    [InlineData("inactive", false, "requirements.past_due", "business_profile.url,company.name,individual.verification.document,tos_acceptance.ip,settings.x", PayeeStatus.Incomplete, "Business,Document,Agreement,Other")]
    [InlineData("inactive", false, "rejected.other", "", PayeeStatus.Closed, "")]
    public async Task An_account_s_state_and_needs_are_translated(string transfers, bool payouts, string? disabled, string due, PayeeStatus status, string missing)
    {
        var payee = await LedAsync();
        _vendor.Become(payee.Payee, transfers, payouts, disabled, due.Split(',', StringSplitOptions.RemoveEmptyEntries));
        var seen = await Gateway.QueryPayeeAsync(payee, default);
        Assert.Equal((status, missing), (seen.Status, string.Join(',', seen.Missing)));
    }

    [Fact]
    public async Task A_transfer_that_the_vendor_named_and_does_not_know_is_a_riddle() =>
        Assert.Equal(RemittanceStatus.Unknown, (await Gateway.QueryAsync(Request(await ReadyAsync(), 1) with { VendorReference = "tr_gone" }, default)).Status);

    [Fact]
    public async Task Another_currency_and_another_account_s_answer_are_no_yes()
    {
        var request = await SentAsync(500);
        _vendor.Currency = "hkd";
        Assert.Equal("HKD", (await Gateway.QueryAsync(request, default)).Sum!.Currency);
        var (one, other) = (await LedAsync(), await LedAsync());
        await Assert.ThrowsAsync<InvalidDataException>(() => Gateway.QueryPayeeAsync(one with { VendorReference = other.VendorReference }, default));
    }

    [Theory]
    [InlineData("ConnectCountry", "Hongkong")]
    [InlineData("ConnectCountry", "")]
    [InlineData("SecretKey", "pk_live_0123456789abcdefghij")]
    public void What_is_wrong_is_said_without_the_value_and_nobody_is_told_of_what_nobody_wants(string key, string value)
    {
        _desk.Set(($"Payments:Stripe:{key}", value));
        var problem = Assert.Single(Gateway.Problems);
        Assert.StartsWith($"Payments:Stripe:{key}", problem, StringComparison.Ordinal);
        Assert.True(value.Length == 0 || !problem.Contains(value, StringComparison.Ordinal));
        Assert.True(Gateway.IsWanted);
        _desk.Set(("Payments:Stripe:Connect", "false"));
        Assert.False(Gateway.IsWanted);
    }

    [Fact]
    public async Task Notices_tell_of_transfers_and_stir_accounts_and_no_other_account_s_event_is_believed()
    {
        using var payments = new VendorDesk<StripeGateway, StripeModule>(_vendor.Settings, Clock, services => services.Replace(ServiceDescriptor.Singleton(typeof(IStripeTransport), Transport)));
        var request = await SentAsync(500);
        _vendor.ReverseAtDesk(request.Payout, 120);
        var told = await OnlyAsync<RemittanceSeen>(payments.Gateway, _vendor.TransferNotice(request.Payout));
        Assert.Equal((request.Payout, RemittanceStatus.Done, 500L, 120L), (told.Payout, told.Status, told.Sum!.Amount.Fen, told.Reversed.Fen));
        var payee = _vendor.AllAccounts[0];
        var stirred = await OnlyAsync<PayeeStirred>(payments.Gateway, _vendor.AccountNotice(payee.Payee));
        Assert.Equal((payee.Payee, payee.Id), (stirred.Payee, stirred.VendorReference));
        var about = new { id = payee.Id, metadata = new { payee = payee.Payee } };
        Assert.IsType<Received.Rejected>(await payments.Gateway.ReceiveAsync(_vendor.Event("account.updated", about, account: "acct_other"), default));
        Assert.IsType<Received.Rejected>(await payments.Gateway.ReceiveAsync(_vendor.Event("transfer.reversed", about, account: payee.Id), default));
        Assert.IsType<Received.Ignored>(await payments.Gateway.ReceiveAsync(_vendor.Event("transfer.created", new { id = "tr_1", @object = "transfer" }), default));
        payments.Set(("Payments:Stripe:Connect", "false"));
        Assert.IsType<Received.Rejected>(await payments.Gateway.ReceiveAsync(_vendor.AccountNotice(payee.Payee), default));
    }

    protected override void MakeReady(string payee) => _vendor.Ready(payee);

    protected override void ReverseAtDesk(string payout, long fen) => _vendor.ReverseAtDesk(payout, fen);

    protected override void Spend(long fen) => _vendor.Spent = fen;

    protected override int AccountsOf(string payee) => _vendor.AllAccounts.Count(account => account.Payee == payee);

    protected override string RequestedBy(RemitRequest request) => _vendor.AllAccounts.Single(account => account.Id == request.VendorPayee).Payee;

    /// <summary>The one thing that a notice tells; what is kept of it names nobody.</summary>
    private static async Task<T> OnlyAsync<T>(StripeGateway gateway, Notice notice)
        where T : Observation
    {
        var events = Assert.IsType<Received.Events>(await gateway.ReceiveAsync(notice, default));
        Assert.DoesNotContain("138****8888", events.Redacted, StringComparison.Ordinal);
        Assert.DoesNotContain("luo@", events.Redacted, StringComparison.Ordinal);
        return Assert.IsType<T>(Assert.Single(events.Happened).What);
    }
}

public sealed class StripePayoutTests : StripePayoutContract
{
    private protected override Type Transport => typeof(StripeHttpTransport);
}

#if FULL_FEED
public sealed class StripeSdkPayoutTests : StripePayoutContract
{
    private protected override Type Transport => typeof(StripeSdkTransport);
}
#endif
