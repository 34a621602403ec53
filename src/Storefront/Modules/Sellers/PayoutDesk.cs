using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;

namespace Storefront.Modules.Sellers;

/// <summary>Seals account numbers before they are stored and opens them for the payout list.</summary>
internal sealed class PayoutDesk(StoreDb db, IDataProtectionProvider protection) : IPayoutTargets
{
    private readonly IDataProtector _seal = protection.CreateProtector("payout account numbers");

    public string Seal(string number) => _seal.Protect(number);

    public async Task<IReadOnlyDictionary<long, PayoutTarget>> FindManyAsync(IReadOnlyCollection<long> shopIds, CancellationToken cancel)
    {
        var accounts = await db.PayoutAccounts.AsNoTracking().Where(account => shopIds.Contains(account.ShopId)).ToListAsync(cancel);
        return accounts.ToDictionary(account => account.ShopId, Open);
    }

    public async Task<IReadOnlyDictionary<long, PayoutTarget>> OfHelpersAsync(IReadOnlyCollection<long> accountIds, CancellationToken cancel) => accountIds.Count == 0
        ? new Dictionary<long, PayoutTarget>()
        : (await db.FeeAccounts.AsNoTracking().Where(account => accountIds.Contains(account.AccountId)).ToListAsync(cancel)).ToDictionary(account => account.AccountId, Open);

    private PayoutTarget Open(MoneyTarget account) => new(KeyOf(account.Kind), account.Holder, _seal.Unprotect(account.SealedNumber));

    private static string KeyOf(PayoutKind kind) => kind switch { PayoutKind.Bank => "bank", PayoutKind.Alipay => "alipay", _ => "wechat" };
}
