using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Seams.Payments;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Ledger;

/// <summary>Payouts that a vendor sends, with the vendor on the other end of a real wire.</summary>
public sealed class AccountPayoutTests : IAsyncLifetime
{
    private PayoutVendor _vendor = null!;

    public async Task InitializeAsync() => _vendor = await PayoutVendor.OpenAsync();

    public async Task DisposeAsync() => await _vendor.DisposeAsync();

    [Fact]
    public async Task A_batch_with_both_kinds_is_finished_when_every_line_is()
    {
        var (owner, onboarded) = await _vendor.ShopAsync(10_000);
        var (_, bank) = await _vendor.ShopAsync(20_000, isReady: false);
        var finance = await _vendor.Books.FinanceAsync();
        var batch = (await finance.SubmitAsync(await finance.GetAsync("/admin/money/payouts"))).Location!;
        var draft = await finance.GetAsync(batch);
        Assert.NotNull(draft.Page.QuerySelector("[name=ToAccounts][checked]"));
        Assert.Equal(batch, (await finance.PostAsync($"{batch}?handler=Order", Visitor.FieldsOf(draft, null, "main form[method=post]"))).Location);
        var lines = await _vendor.App.ReadAsync(db => db.PayoutLines.AsNoTracking().ToDictionaryAsync(line => line.ShopId));
        var file = await finance.GetAsync(batch + "/bank");
        Assert.Contains(lines[bank.Id].Code, file.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(lines[onboarded.Id].Code, file.Text, StringComparison.Ordinal);
        Assert.Contains("It is being sent", (await finance.GetAsync($"/admin/money/payouts/lines/{lines[onboarded.Id].Code}")).Text, StringComparison.Ordinal);

        await _vendor.TickAsync(TimeSpan.Zero);
        var transfer = Assert.Single(_vendor.Far.Sent);
        Assert.Equal((lines[onboarded.Id].Code, 9_500L), (transfer.Payout, transfer.Fen));
        var sent = await _vendor.LineAsync(transfer.Payout);
        Assert.Equal((PayoutState.Paid, PayoutWay.Account, transfer.Id), (sent.State, sent.Way, sent.Reference));
        Assert.Equal(["payout:"], await _vendor.JournalsAsync(transfer.Payout));
        await _vendor.Books.EnterAgainAsync(owner, onboarded);
        Assert.Contains(transfer.Id, (await owner.OpenAsync("/me/notices")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Finished", (await finance.GetAsync(batch)).Text, StringComparison.Ordinal);
        await DecideAsync(lines[bank.Id].Code, new(PayoutAct.Paid, "B-1", "0123456789abcdefghijklmnop"));
        foreach (var page in new[] { batch, "/admin/money/payouts" }) Assert.Contains("Finished", (await finance.GetAsync(page)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/bank\"", (await finance.GetAsync(batch)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_tick_everything_goes_by_the_bank()
    {
        var (_, shop) = await _vendor.ShopAsync(10_000);
        var finance = await _vendor.Books.FinanceAsync();
        var batch = (await finance.SubmitAsync(await finance.GetAsync("/admin/money/payouts"))).Location!;
        await finance.PostAsync($"{batch}?handler=Order", Visitor.FieldsOf(await finance.GetAsync(batch), new { ToAccounts = "false" }, "main form[method=post]"));
        await _vendor.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Empty(_vendor.Far.Sent);
        Assert.Contains((await LinesAsync())[shop.Id].Code, (await finance.GetAsync(batch + "/bank")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crash_between_transfer_and_answer_does_not_pay_twice_however_long_it_lasts()
    {
        var (_, shop) = await _vendor.ShopAsync(10_000);
        var line = (await _vendor.Books.PayOutAsync(toAccounts: true))[shop.Id];
        var id = (await _vendor.RemittanceAsync(line.Code)).Id;
        // As far as the call, and not a step farther.
        await _vendor.App.RunAsync<IServiceProvider, bool>(async services =>
        {
            var begun = (await services.GetRequiredService<RecordPayout>().BeginAsync(id, default))!;
            await services.GetRequiredService<PayoutBook>().SendAsync(begun.Payee.Gateway, begun.Request, default);
            return true;
        });
        Assert.Equal(RemittanceState.Staged, (await _vendor.RemittanceAsync(line.Code)).State);
        Assert.Single(_vendor.Far.Sent);
        await _vendor.TickAsync(TimeSpan.FromDays(3));
        Assert.Equal(RemittanceState.Settled, (await _vendor.RemittanceAsync(line.Code)).State);
        Assert.Equal(PayoutState.Paid, (await _vendor.LineAsync(line.Code)).State);
        Assert.Single(_vendor.Far.Sent);
        Assert.Equal(["payout:"], await _vendor.JournalsAsync(line.Code));
    }

    [Theory]
    [InlineData(Mood.Silent)]
    [InlineData(Mood.DownAfterwards)]
    [InlineData(Mood.Dropped)]
    public async Task What_nobody_knows_is_asked_about_with_growing_pauses_shown_to_finance_and_sent_once(Mood mood)
    {
        var (_, shop) = await _vendor.ShopAsync(10_000);
        var line = (await _vendor.Books.PayOutAsync(toAccounts: true))[shop.Id];
        _vendor.Far.Mood = mood;
        for (var round = 0; round < 3; round++) await _vendor.TickAsync(TimeSpan.FromMinutes(3));
        var (finance, unsure) = (await _vendor.Books.FinanceAsync(), await _vendor.RemittanceAsync(line.Code));
        Assert.Equal((RemittanceState.Staged, 3), (unsure.State, unsure.Tries));
        Assert.InRange((unsure.NextTryAt!.Value - _vendor.App.Clock.GetUtcNow().UtcDateTime).TotalSeconds, 30, 60);
        Assert.Contains("Do not send it by bank", (await finance.GetAsync($"/admin/money/payouts/lines/{line.Code}")).Text, StringComparison.Ordinal);
        Assert.Contains(line.Code, (await finance.GetAsync("/admin/payments?show=payouts")).Text, StringComparison.Ordinal);
        Assert.Equal(DecidePayout.Outcome.TooLate, await DecideAsync(line.Code, new(PayoutAct.Returned, "by hand")));
        _vendor.Far.Mood = Mood.Fine;
        await _vendor.TickAsync(TimeSpan.FromDays(2));
        Assert.Single(_vendor.Far.Sent);
        Assert.Equal(PayoutState.Paid, (await _vendor.LineAsync(line.Code)).State);
    }

    [Fact]
    public async Task Of_four_nodes_that_found_it_due_one_takes_it_in_hand()
    {
        var (_, shop) = await _vendor.ShopAsync(10_000);
        var line = (await _vendor.Books.PayOutAsync(toAccounts: true))[shop.Id];
        var id = (await _vendor.RemittanceAsync(line.Code)).Id;
        var hands = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _vendor.App.RunAsync<RecordPayout, Remittance?>(record => record.BeginAsync(id, default)))));
        Assert.Single(hands, hand => hand is not null);
        _vendor.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _vendor.WorkAsync<SendRemittances>())));
        Assert.Equal([9_500], _vendor.Far.Sent.Select(transfer => transfer.Fen));
        Assert.Equal(2, (await _vendor.RemittanceAsync(line.Code)).Tries);
    }

    [Fact]
    public async Task What_the_vendor_refuses_says_why_and_goes_back_to_the_bank_s_list()
    {
        var (_, shop) = await _vendor.ShopAsync(10_000);
        _vendor.Far[(await _vendor.PayeeAsync(shop)).Code].Transfers = "inactive";
        var line = (await _vendor.Books.PayOutAsync(toAccounts: true))[shop.Id];
        await _vendor.TickAsync(TimeSpan.Zero);
        var refused = await _vendor.LineAsync(line.Code);
        Assert.Equal((PayoutState.Ordered, PayoutWay.Bank), (refused.State, refused.Way));
        Assert.Contains("insufficient_capabilities_for_transfer", refused.Reason, StringComparison.Ordinal);
        var (finance, batch) = (await _vendor.Books.FinanceAsync(), await _vendor.App.ReadAsync(db => db.PayoutBatches.Select(one => one.Code).SingleAsync()));
        Assert.Contains(line.Code, (await finance.GetAsync($"/admin/money/payouts/{batch}/bank")).Text, StringComparison.Ordinal);
        Assert.Contains("No money moved", (await finance.GetAsync($"/admin/money/payouts/lines/{line.Code}")).Text, StringComparison.Ordinal);
        Assert.NotEqual(PayeeState.Ready, (await _vendor.PayeeAsync(shop)).State);
        Assert.Equal(DecidePayout.Outcome.Done, await DecideAsync(line.Code, new(PayoutAct.Paid, "B-1", "0123456789abcdefghijklmnop")));
        _vendor.Far.Ready((await _vendor.PayeeAsync(shop)).Code);
        await _vendor.TickAsync(TimeSpan.FromDays(2));
        Assert.Empty(_vendor.Far.Sent);
    }

    private Task<DecidePayout.Outcome> DecideAsync(string code, DecidePayout.Decision decision) => _vendor.App.RunAsync<DecidePayout, DecidePayout.Outcome>(decide => decide.RunAsync(code, decision, default));

    private Task<Dictionary<long, PayoutLine>> LinesAsync() => _vendor.App.ReadAsync(db => db.PayoutLines.AsNoTracking().ToDictionaryAsync(line => line.ShopId));
}
