using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>The time to complain is over: what the seller and the helper have left of an order moves from on hold to available, each order in a transaction of its own.</summary>
[Every(seconds: 15 * 60)]
internal sealed class ReleaseMoney(IServiceScopeFactory scopes, TimeProvider clock) : ITimedWork
{
    private const int Batch = 100;

    public async Task RunAsync(CancellationToken cancel)
    {
        List<string> due;
        var released = 0;
        do
        {
            due = await DueAsync(cancel);
            released = 0;
            foreach (var order in due) released += await ReleaseAsync(order, cancel) ? 1 : 0;
        }
        while (due.Count == Batch && released > 0);
    }

    private async Task<List<string>> DueAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        return await scope.ServiceProvider.GetRequiredService<StoreDb>().OrderMoneys.Where(money => money.ReleasedAt == null && money.DueAt <= now)
            .OrderBy(money => money.DueAt).Select(money => money.OrderCode).Take(Batch).ToListAsync(cancel);
    }

    private async Task<bool> ReleaseAsync(string order, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<StoreDb>();
        try
        {
            return await db.WriteAsync(token => MoveAsync(db, order, clock.GetUtcNow().UtcDateTime, token), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // A refund of the same order was booked meanwhile: the next round sees what is left.
            return false;
        }
    }

    private static async Task<bool> MoveAsync(StoreDb db, string order, DateTime now, CancellationToken cancel)
    {
        var money = await db.OrderMoneys.SingleAsync(money => money.OrderCode == order, cancel);
        if (!money.Release(now)) return false;
        var held = await db.LedgerEntries.Where(entry => entry.OrderCode == order && (entry.Account == LedgerAccount.SellerPayable || entry.Account == LedgerAccount.HelperFee))
            .GroupBy(entry => new { entry.Account, entry.HelperId }).Select(group => new { group.Key.Account, group.Key.HelperId, Sum = group.Sum(entry => entry.Amount.Fen) }).ToListAsync(cancel);
        if (held.TrueForAll(part => part.Sum == 0)) return true;
        db.Add(new Journal
        {
            Key = "release:" + order,
            Kind = JournalKind.Release,
            At = now,
            Reason = "time to complain is over",
            ShopId = money.ShopId,
            HelperId = held.Find(part => part.Account == LedgerAccount.HelperFee)?.HelperId,
            OrderCode = money.OrderCode,
            OrderNumber = money.OrderNumber,
        }.With(held.SelectMany(part => new[] { (part.Account, new Money(-part.Sum)), (AvailableOf(part.Account), new Money(part.Sum)) })));
        return true;
    }

    private static LedgerAccount AvailableOf(LedgerAccount account) => account == LedgerAccount.SellerPayable ? LedgerAccount.SellerAvailable : LedgerAccount.HelperAvailable;
}
