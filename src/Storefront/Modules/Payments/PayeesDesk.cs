using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments;

internal sealed class PayeesDesk(StoreDb db, PayoutBook book, FreshWrite write, RecordPayout record, TimeProvider clock) : IPayees
{
    public string? Gateway => book.Offered;

    public IReadOnlyList<string> Problems => book.Problems;

    public async Task<PayeeCard?> FindAsync(long shopId, CancellationToken cancel) => (await PayeeAsync(shopId, cancel))?.Card;

    /// <summary>Our row is there before the vendor hears of it: who dies between goes on with the same account.</summary>
    public async Task<Uri?> BeginAsync(long shopId, Uri returnUrl, Uri againUrl, CancellationToken cancel)
    {
        if (Gateway is not { } gateway) return null;
        var payee = await write.RunAsync((fresh, _, token) => KeepAsync(fresh, shopId, gateway, token), cancel);
        var verdict = await book.OnboardAsync(gateway, new(payee.Ref, returnUrl, againUrl), cancel);
        await record.RunAsync(payee.Code, verdict, cancel);
        return (verdict as OnboardVerdict.Begun)?.To;
    }

    public async Task<PayeeCard?> AskAsync(long shopId, CancellationToken cancel)
    {
        if (await PayeeAsync(shopId, cancel) is not { } payee) return null;
        if (payee.VendorReference is not null) await record.RunAsync(await book.QueryPayeeAsync(payee.Gateway, payee.Ref, cancel), cancel);
        return await FindAsync(shopId, cancel);
    }

    public async Task<IReadOnlySet<long>> ReadyAsync(IReadOnlyCollection<long> shopIds, CancellationToken cancel) => Gateway is { } gateway
        ? await db.Payees.Where(payee => payee.Gateway == gateway && payee.State == PayeeState.Ready && shopIds.Contains(payee.ShopId)).Select(payee => payee.ShopId).ToHashSetAsync(cancel)
        : new HashSet<long>();

    public async Task StageForgetAsync(IReadOnlyCollection<long> shopIds, CancellationToken cancel)
    {
        var payees = await db.Payees.Where(payee => shopIds.Contains(payee.ShopId)).ToListAsync(cancel);
        var ids = payees.ConvertAll(payee => payee.Id);
        var named = await db.Remittances.Where(sent => ids.Contains(sent.PayeeId)).Select(sent => sent.PayeeId).Distinct().ToListAsync(cancel);
        db.RemoveRange(payees.Where(payee => !named.Contains(payee.Id)));
        foreach (var payee in payees.Where(payee => named.Contains(payee.Id))) payee.Forget();
    }

    private async Task<Payee?> PayeeAsync(long shopId, CancellationToken cancel) => Gateway is { } gateway
        ? await db.Payees.AsNoTracking().FirstOrDefaultAsync(payee => payee.ShopId == shopId && payee.Gateway == gateway, cancel)
        : null;

    /// <summary>Of two clicks at once one loses against the unique index, looks again and finds the other's row.</summary>
    private async Task<Payee> KeepAsync(StoreDb fresh, long shopId, string gateway, CancellationToken cancel)
    {
        if (await fresh.Payees.FirstOrDefaultAsync(payee => payee.ShopId == shopId && payee.Gateway == gateway, cancel) is { } known) return known;
        var made = new Payee { Code = Code.NewSecret(), ShopId = shopId, Gateway = gateway, CreatedAt = clock.GetUtcNow().UtcDateTime };
        fresh.Add(made);
        return made;
    }
}
