using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>Writes what has happened to money into the book. Each event once, by its journal's key.</summary>
internal sealed class Bookkeeper(StoreDb db, BookSale sale, BookRefund refund, IOptions<LedgerOptions> options, TimeProvider clock)
    : IHandle<OrderPaid>, IHandle<OrderCancelled>, IHandle<OrderRefunded>, IHandle<OrderCompleted>, IHandle<RefundSettled>, IHandle<SurplusReceived>
{
    public Task HandleAsync(OrderPaid happened, CancellationToken cancel) => sale.RunAsync(happened, cancel);

    /// <summary>Every share that is still there is taken back as it was given; what came from the buyer is now owed to the buyer.</summary>
    public async Task HandleAsync(OrderCancelled happened, CancellationToken cancel)
    {
        if (happened.Refund.IsZero) return;
        var booked = await refund.RunAsync(new(happened.OrderCode, "cancel:" + happened.OrderCode, JournalKind.Cancellation, "order cancelled", BookRefund.Everything), cancel);
        if (booked is { } sum && sum != happened.Refund)
            throw new InvalidOperationException($"Order {happened.Number} has {sum} left; cancelling it cannot give {happened.Refund} back.");
    }

    public Task HandleAsync(OrderRefunded happened, CancellationToken cancel)
    {
        var parts = happened.Lines.Select(line => new BookRefund.Part(line.LineId, line.Goods, Money.Zero)).ToList();
        return refund.RunAsync(new(happened.OrderCode, $"part:{happened.RefundKey}", JournalKind.Refund, "a part was given back", parts, happened.Freight), cancel);
    }

    public async Task HandleAsync(OrderCompleted happened, CancellationToken cancel)
    {
        var money = await db.OrderMoneys.SingleOrDefaultAsync(money => money.OrderCode == happened.OrderCode, cancel)
            ?? throw new InvalidOperationException($"Order {happened.Number} was completed before its payment was booked.");
        money.Complete(Now.AddDays(options.Value.HoldDays));
    }

    public Task HandleAsync(RefundSettled happened, CancellationToken cancel) => WriteAsync(
        $"refund:{happened.Code}:{happened.RefundKey}", JournalKind.RefundOut, $"sent back through {happened.Gateway}",
        LedgerAccount.BuyerRefunds, LedgerAccount.GatewayClearing, happened.Amount, cancel);

    public Task HandleAsync(SurplusReceived happened, CancellationToken cancel) => WriteAsync(
        $"surplus:{happened.Attempt}", JournalKind.Surplus, $"came unasked through {happened.Gateway}",
        LedgerAccount.GatewayClearing, LedgerAccount.BuyerRefunds, happened.Amount, cancel);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task WriteAsync(string key, JournalKind kind, string reason, LedgerAccount debit, LedgerAccount credit, Money amount, CancellationToken cancel)
    {
        if (await db.Journals.AnyAsync(journal => journal.Key == key, cancel)) return;
        db.Add(new Journal { Key = key, Kind = kind, At = Now, Reason = reason }.With((debit, amount), (credit, -amount)));
    }
}
