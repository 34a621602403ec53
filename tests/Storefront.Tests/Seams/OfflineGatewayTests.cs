using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Offline;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Payments;
using Storefront.Tests.Seams.Payments;

namespace Storefront.Tests.Seams;

/// <summary>The gateway without a vendor: its far side is the shop's own book and the person who writes in it.</summary>
public sealed class OfflineGatewayTests : PaymentGatewayContract, IAsyncLifetime
{
    private Till _till = null!;

    internal override IPaymentGateway Gateway => _till.App.Services.GetServices<IPaymentGateway>().Single(gateway => gateway.Key == ITransferBook.Gateway);

    protected override TimeSpan? Tolerance => null;

    public async Task InitializeAsync() => _till = await Till.OpenAsync(Transfers.Settings);

    public async Task DisposeAsync() => await _till.DisposeAsync();

    [Fact]
    public async Task The_words_are_the_market_s_in_the_payer_s_language_with_reference_and_sum()
    {
        var request = Request() with { Payer = new(Device.Phone, "en", null, null) };
        var begun = await BeginAsync(request);
        Assert.Equal($"Account 123, write {begun.VendorReference}, ¥123.45", Assert.IsType<NextStep.Wait>(begun.Step).Words);
        Assert.StartsWith("账号", Assert.IsType<NextStep.Wait>((await BeginAsync(Request())).Step).Words, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromHours(48), Gateway.TimeToPay);
    }

    [Fact]
    public async Task What_came_in_pieces_is_told_together_and_a_wrong_sum_as_it_is()
    {
        var request = Request();
        await BeginAsync(request);
        await ReceiveAsync(request.Attempt, 12_000);
        Assert.Equal(Sum.Cny(new(12_000)), (await Gateway.QueryAsync(Ref(request), default)).Sum);
        var first = await NoticeAsync(request.Attempt);
        await ReceiveAsync(request.Attempt, 345);
        Assert.Equal(Sum.Cny(new(12_345)), (await Gateway.QueryAsync(Ref(request), default)).Sum);
        var told = Assert.IsType<Received.Events>(await Gateway.ReceiveAsync(first, default)).Happened.Single().What;
        Assert.Equal(Sum.Cny(new(12_000)), Assert.IsType<PaymentSeen>(told).Sum);
    }

    [Fact]
    public async Task Money_that_comes_after_the_end_is_told()
    {
        var request = Request();
        await BeginAsync(request);
        Assert.Equal(CloseVerdict.Closed, await Gateway.CloseAsync(Ref(request), default));
        await PayAsync(request.Attempt);
        Assert.Equal(PaymentStatus.Paid, (await Gateway.QueryAsync(Ref(request), default)).Status);
    }

    [Fact]
    public async Task A_refund_that_nobody_has_sent_is_pending_and_its_code_proves_nothing_yet()
    {
        var request = await PaidAsync();
        var refund = new RefundRequest(Ref(request), Code.NewSecret(), Sum.Cny(new(100)), null, Money.Zero);
        Assert.Equal(RefundStatus.Pending, (await Gateway.RefundAsync(refund, default)).Status);
        Assert.Equal(RefundStatus.Pending, (await Gateway.QueryRefundAsync(refund, default)).Status);
        var move = await _till.App.ReadAsync(db => db.TransferMoves.Where(move => move.Refund == refund.Refund).Select(move => move.Code).SingleAsync());
        AssertRejected(await Gateway.ReceiveAsync(NoticeOf(move), default));
        AssertRejected(await Gateway.ReceiveAsync(NoticeOf(refund.Refund), default));
        AssertRejected(await Gateway.ReceiveAsync(NoticeOf(request.Attempt), default));
    }

    [Theory]
    [InlineData("Instructions:en", "Account 123", "{reference}")]
    [InlineData("Instructions:zh-CN", "", "missing")]
    [InlineData("Hours", "0", "Hours")]
    public void What_is_wrong_is_said(string key, string value, string named)
    {
        using var desk = new VendorDesk<OfflineGateway, OfflineModule>(
            Transfers.Settings.Select(pair => KeyValuePair.Create(pair.Split('=', 2)[0], (string?)pair.Split('=', 2)[1])), Clock,
            services => services.AddSingleton(_till.App.Services.GetRequiredService<ITransferBook>()));
        Assert.Empty(desk.Gateway.Problems);
        desk.Set(($"Payments:Offline:{key}", value));
        Assert.Contains(named, Assert.Single(desk.Gateway.Problems), StringComparison.Ordinal);
    }

    protected override Task PayAsync(string attempt) => ReceiveAsync(attempt, 12_345);

    protected override async Task FailAsync(string attempt)
    {
        await ReceiveAsync(attempt, 1);
        await ActAsync(attempt, new RecordTransfer.Act.Return(Code.NewSecret(), 1));
    }

    protected override async Task<Notice> NoticeAsync(string attempt) =>
        NoticeOf(await _till.App.ReadAsync(db => db.TransferMoves.Where(move => move.Transfer.Attempt == attempt && move.DoneAt != null).OrderByDescending(move => move.Id).Select(move => move.Code).FirstAsync()));

    protected override async Task SettleRefundAsync(string refund)
    {
        var attempt = await _till.App.ReadAsync(db => db.TransferMoves.Where(move => move.Refund == refund).Select(move => move.Transfer.Attempt).SingleAsync());
        await ActAsync(attempt, new RecordTransfer.Act.Refund(refund, Code.NewSecret(), 1));
    }

    private static Notice NoticeOf(string code) => new(Encoding.UTF8.GetBytes(code), new Dictionary<string, string>(), DateTime.UnixEpoch);

    private Task ReceiveAsync(string attempt, long fen) => ActAsync(attempt, new RecordTransfer.Act.Receipt(new(fen), Code.NewSecret(), 1));

    private async Task ActAsync(string attempt, RecordTransfer.Act act)
    {
        var code = await _till.App.ReadAsync(db => db.Transfers.Where(transfer => transfer.Attempt == attempt).Select(transfer => transfer.Code).SingleAsync());
        Assert.True(await _till.App.RunAsync<RecordTransfer, bool>(record => record.RunAsync(code, act, default)));
    }
}
