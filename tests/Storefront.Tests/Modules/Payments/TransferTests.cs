using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Media.Model;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Payments;

/// <summary>Money that comes by hand, from the payer's page to the books, through the pages of those who confirm it.</summary>
public sealed class TransferTests : IAsyncLifetime
{
    private Transfers _transfers = null!;

    public async Task InitializeAsync() => _transfers = await Transfers.OpenAsync();

    public async Task DisposeAsync() => await _transfers.DisposeAsync();

    [Fact]
    public async Task The_payer_reads_where_to_and_the_confirmed_sum_settles_the_payment_once()
    {
        var (payment, attempt, page) = await _transfers.BegunAsync();
        var seen = await _transfers.Till.App.NewVisitor("en").GetAsync($"/pay/{attempt}");
        Assert.Contains(page.Split('/')[^1], seen.Text, StringComparison.Ordinal);
        await _transfers.Till.TickAsync(TimeSpan.FromHours(20));
        Assert.Equal(AttemptState.Started, (await _transfers.Till.AttemptAsync(attempt)).State);
        var form = await _transfers.Finance.GetAsync(page);
        Assert.Contains(page, (await _transfers.Finance.GetAsync("/admin/payments/offline")).Text, StringComparison.Ordinal);
        Assert.Equal(page, (await _transfers.Finance.GetAsync("/admin/payments/offline?q=" + page.Split('/')[^1])).Location);
        Assert.Equal(page, (await _transfers.ConfirmAsync(page, "99")).Location);
        Assert.True((await _transfers.Till.PaymentAsync(payment)).IsPaid);
        Assert.Equal(1, await _transfers.Till.SaidAsync<PaymentSettled>(payment));
        var again = await _transfers.Finance.SubmitAsync(form, new { Input__Amount = "99" });
        Assert.Equal(HttpStatusCode.BadRequest, again.Status);
        var proof = (await _transfers.Finance.GetAsync(page)).Page.QuerySelector("a[href*='/proofs/']")!.GetAttribute("href")!;
        Assert.StartsWith("image/", (await _transfers.Finance.GetAsync(proof)).Raw.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await _transfers.Finance.GetAsync(page + "/proofs/00000000000000000000000000")).Status);
    }

    [Fact]
    public async Task A_wrong_sum_pays_nothing_until_the_rest_has_come()
    {
        var (payment, attempt, page) = await _transfers.BegunAsync();
        await _transfers.ConfirmAsync(page, "98.99");
        Assert.False((await _transfers.Till.PaymentAsync(payment)).IsPaid);
        Assert.Equal(NoticeOutcome.WrongSum, await _transfers.Till.App.ReadAsync(db => db.GatewayNotices.Select(notice => notice.Outcome).SingleAsync()));
        Assert.Equal(AttemptState.Unknown, (await _transfers.Till.AttemptAsync(attempt)).State);
        await _transfers.ConfirmAsync(page, "0.01");
        Assert.True((await _transfers.Till.PaymentAsync(payment)).IsPaid);
    }

    [Fact]
    public async Task A_wrong_sum_that_was_sent_back_frees_the_payer_to_try_again()
    {
        var (payment, attempt, page) = await _transfers.BegunAsync();
        Assert.Null((await _transfers.Finance.GetAsync(page + "?back=true")).Page.QuerySelector("main form[method=post]"));
        await _transfers.ConfirmAsync(page, "100");
        Assert.Equal(page, (await _transfers.ConfirmAsync(page + "?back=true")).Location);
        Assert.Equal(AttemptState.Failed, (await _transfers.Till.AttemptAsync(attempt)).State);
        Assert.False((await _transfers.Till.PaymentAsync(payment)).IsPaid);
    }

    [Fact]
    public async Task Late_money_is_written_down_and_its_refund_waits_for_a_hand()
    {
        var (payment, attempt, page) = await _transfers.BegunAsync();
        await _transfers.Till.TickAsync(TimeSpan.FromHours(49));
        await _transfers.Till.TickAsync(TimeSpan.FromHours(3));
        Assert.Equal(PaymentState.Expired, (await _transfers.Till.PaymentAsync(payment)).State);
        await _transfers.ConfirmAsync(page, "99.00");
        Assert.True((await _transfers.Till.AttemptAsync(attempt)).Surplus);
        await _transfers.Till.TickAsync(TimeSpan.FromMinutes(1));
        var refund = Assert.Single(await _transfers.Till.RefundsAsync(payment));
        Assert.Equal(RefundState.Sent, refund.State);
        Assert.Contains(refund.Code, (await _transfers.Finance.GetAsync("/admin/payments/offline?show=back")).Text, StringComparison.Ordinal);
        Assert.Equal(page, (await _transfers.ConfirmAsync($"{page}?refund={refund.Code}")).Location);
        Assert.Equal(RefundState.Succeeded, Assert.Single(await _transfers.Till.RefundsAsync(payment)).State);
        Assert.DoesNotContain(refund.Code, (await _transfers.Finance.GetAsync("/admin/payments/offline?show=back")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_book_holds_is_found_by_asking_when_its_notice_was_lost()
    {
        var (payment, attempt, _) = await _transfers.BegunAsync();
        await _transfers.Till.App.WriteAsync(async db =>
            (await db.Transfers.Include(transfer => transfer.Moves).SingleAsync(transfer => transfer.Attempt == attempt)).Receive(Till.Price, Code.NewSecret(), 1, DateTime.UnixEpoch));
        await _transfers.Till.TickAsync(TimeSpan.FromHours(2));
        Assert.True((await _transfers.Till.PaymentAsync(payment)).IsPaid);
    }

    [Fact]
    public async Task Who_dies_after_writing_late_money_down_leaves_it_to_be_judged_though_nobody_asks_any_more()
    {
        var (payment, attempt, page) = await _transfers.BegunAsync();
        var till = _transfers.Till;
        for (var day = 0; day < 10; day++) await till.TickAsync(TimeSpan.FromDays(1));
        var over = await till.AttemptAsync(attempt);
        Assert.Equal((AttemptState.Expired, null), (over.State, over.CheckAt));
        await Assert.ThrowsAsync<IOException>(() => till.App.RunAsync<IServiceProvider, bool>(services =>
            ActivatorUtilities.CreateInstance<RecordTransfer>(services, new Deaf()).RunAsync(page.Split('/')[^1], new RecordTransfer.Act.Receipt(Till.Price, Code.NewSecret(), 1), default)));
        Assert.Empty(await till.RefundsAsync(payment));
        for (var round = 0; round < 2; round++) await till.TickAsync(TimeSpan.FromMinutes(2));
        Assert.True((await till.AttemptAsync(attempt)).Surplus);
        Assert.Equal((RefundState.Sent, Till.Price), Assert.Single(await till.RefundsAsync(payment)) is var refund ? (refund.State, refund.Amount) : default);
    }

    [Fact]
    public async Task Without_sum_or_proof_or_right_nothing_is_written()
    {
        var (payment, _, page) = await _transfers.BegunAsync();
        var refused = await _transfers.ConfirmAsync(page, "much");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal("much", refused.Page.QuerySelector("[name='Input.Amount']")!.GetAttribute("value"));
        Assert.Contains("such as 39.90", refused.Text, StringComparison.Ordinal);
        var bare = await _transfers.Finance.SubmitAsync(await _transfers.Finance.GetAsync(page), new { Input__Amount = "99" });
        Assert.Contains("photo of the proof", bare.Text, StringComparison.Ordinal);
        var (reviewer, _, _) = await _transfers.Till.App.SignedInAsync("en", Policies.ReviewerRole);
        Assert.Equal(HttpStatusCode.Forbidden, (await reviewer.GetAsync(page)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _transfers.Finance.GetAsync("/admin/payments/offline/0000000000")).Status);
        Assert.Contains("No transfer has the reference", (await _transfers.Finance.GetAsync("/admin/payments/offline?q=nothing")).Text, StringComparison.Ordinal);
        Assert.False((await _transfers.Till.PaymentAsync(payment)).IsPaid);
    }

    [Fact]
    public async Task Of_receipts_sent_at_once_one_counts_and_the_others_leave_no_picture()
    {
        var (payment, _, page) = await _transfers.BegunAsync();
        var (form, other) = (await _transfers.Finance.GetAsync(page), await _transfers.Finance.GetAsync(page));
        await Task.WhenAll(new[] { form, form, other, other }.Select(sent => _transfers.Finance.UploadAsync(sent, new { Input__Amount = "99" }, "Input.Proof", Applicant.Picture)));
        Assert.Equal(PaymentState.Paid, (await _transfers.Till.PaymentAsync(payment)).State);
        await _transfers.Till.App.DeliverAsync();
        Assert.Equal(
            await _transfers.Till.App.ReadAsync(db => db.TransferMoves.Select(move => move.Proof!).ToListAsync()),
            await _transfers.Till.App.ReadAsync(db => db.Set<Document>().Select(document => document.Code).ToListAsync()));
    }

    private sealed class Deaf : INoticeInbox
    {
        public Task<Reply> DeliverAsync(string gateway, Notice notice, CancellationToken cancel) => throw new IOException("The program dies here.");
    }
}
