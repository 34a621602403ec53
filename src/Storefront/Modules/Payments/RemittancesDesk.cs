using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

internal sealed class RemittancesDesk(StoreDb db, PayoutBook book, TimeProvider clock) : IRemittances
{
    public async Task<IReadOnlySet<string>> StageAsync(IReadOnlyCollection<NewRemittance> payouts, CancellationToken cancel)
    {
        if (book.Offered is not { } gateway) return new HashSet<string>();
        var (shops, now) = (payouts.Select(payout => payout.ShopId).ToHashSet(), clock.GetUtcNow().UtcDateTime);
        var ready = await db.Payees.Where(payee => payee.Gateway == gateway && payee.State == PayeeState.Ready && shops.Contains(payee.ShopId)).ToDictionaryAsync(payee => payee.ShopId, cancel);
        var staged = payouts.Where(payout => ready.ContainsKey(payout.ShopId)).Select(payout => Remittance.To(ready[payout.ShopId], payout.Payout, payout.Amount, now)).ToList();
        db.AddRange(staged);
        return staged.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
    }

    public async Task<RemittanceCard?> FindAsync(string payout, CancellationToken cancel) =>
        (await db.Remittances.AsNoTracking().Include(one => one.Payee).FirstOrDefaultAsync(one => one.Code == payout, cancel))?.Card;

    public Task<bool> IsUnderWayAsync(long shopId, CancellationToken cancel) =>
        db.Remittances.AnyAsync(one => one.Payee.ShopId == shopId && (one.State == RemittanceState.Staged || one.State == RemittanceState.Returning), cancel);

    public async Task<bool> StageReversalAsync(string payout, CancellationToken cancel)
    {
        if (await db.Remittances.FirstOrDefaultAsync(one => one.Code == payout, cancel) is not { MayReverse: true } sent) return false;
        sent.TakeBack(clock.GetUtcNow().UtcDateTime);
        return true;
    }
}
