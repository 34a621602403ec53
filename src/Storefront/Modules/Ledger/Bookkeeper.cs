using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>Writes what has happened to money into the book. Each event once, by its journal's key.</summary>
internal sealed class Bookkeeper(StoreDb db, IOptions<LedgerOptions> options, TimeProvider clock)
    : IHandle<OrderPaid>, IHandle<OrderCancelled>, IHandle<RefundSettled>, IHandle<SurplusReceived>
{
    /// <summary>Commission is rounded, the seller gets the rest: the shares are the sum, to the fen.</summary>
    public async Task HandleAsync(OrderPaid happened, CancellationToken cancel)
    {
        var key = CaptureKey(happened.OrderCode);
        if (await IsWrittenAsync(key, cancel)) return;
        var commission = happened.Goods.Share(options.Value.CommissionBasisPoints);
        var total = happened.Goods + happened.Freight;
        db.Add(new Journal
        {
            Key = key,
            Kind = JournalKind.Capture,
            At = Now,
            Reason = $"paid through {happened.Gateway}",
            ShopId = happened.ShopId,
            OrderCode = happened.OrderCode,
            OrderNumber = happened.Number,
            Goods = happened.Goods,
            Freight = happened.Freight,
        }.With((LedgerAccount.GatewayClearing, total), (LedgerAccount.PlatformCommission, -commission), (LedgerAccount.SellerPayable, commission - total)));
    }

    /// <summary>Every share of the capture is taken back as it was given; what came from the buyer is now owed to the buyer.</summary>
    public async Task HandleAsync(OrderCancelled happened, CancellationToken cancel)
    {
        var key = "cancel:" + happened.OrderCode;
        if (happened.Refund.IsZero || await IsWrittenAsync(key, cancel)) return;
        var captureKey = CaptureKey(happened.OrderCode);
        var capture = await db.Journals.AsNoTracking().Include(journal => journal.Entries).SingleOrDefaultAsync(journal => journal.Key == captureKey, cancel)
            ?? throw new InvalidOperationException($"Order {happened.Number} was cancelled with a refund before its payment was booked.");
        if (capture.Goods + capture.Freight != happened.Refund)
            throw new InvalidOperationException($"Order {happened.Number} brought {capture.Goods + capture.Freight}; cancelling it cannot give {happened.Refund} back.");
        db.Add(new Journal
        {
            Key = key,
            Kind = JournalKind.Cancellation,
            At = Now,
            Reason = "order cancelled",
            ShopId = happened.ShopId,
            OrderCode = happened.OrderCode,
            OrderNumber = happened.Number,
            Goods = -capture.Goods,
            Freight = -capture.Freight,
        }.With(capture.Entries.Select(entry => (entry.Account == LedgerAccount.GatewayClearing ? LedgerAccount.BuyerRefunds : entry.Account, -entry.Amount))));
    }

    public Task HandleAsync(RefundSettled happened, CancellationToken cancel) => WriteAsync(
        $"refund:{happened.Code}:{happened.RefundKey}", JournalKind.RefundOut, $"sent back through {happened.Gateway}",
        LedgerAccount.BuyerRefunds, LedgerAccount.GatewayClearing, happened.Amount, cancel);

    public Task HandleAsync(SurplusReceived happened, CancellationToken cancel) => WriteAsync(
        $"surplus:{happened.Attempt}", JournalKind.Surplus, $"came unasked through {happened.Gateway}",
        LedgerAccount.GatewayClearing, LedgerAccount.BuyerRefunds, happened.Amount, cancel);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private static string CaptureKey(string orderCode) => "capture:" + orderCode;

    private Task<bool> IsWrittenAsync(string key, CancellationToken cancel) => db.Journals.AnyAsync(journal => journal.Key == key, cancel);

    private async Task WriteAsync(string key, JournalKind kind, string reason, LedgerAccount debit, LedgerAccount credit, Money amount, CancellationToken cancel)
    {
        if (await IsWrittenAsync(key, cancel)) return;
        db.Add(new Journal { Key = key, Kind = kind, At = Now, Reason = reason }.With((debit, amount), (credit, -amount)));
    }
}
