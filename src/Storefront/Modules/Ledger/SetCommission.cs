using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>Adds a commission rule. Earlier ones stay: what was sold under them keeps its shares.</summary>
internal sealed class SetCommission(StoreDb db, IShops shops, IAudit audit, TimeProvider clock)
{
    /// <param name="About">Key of the category or code of the shop; null for the market.</param>
    internal sealed record Rule(RuleScope Scope, string? About, int BasisPoints, DateOnly From);

    /// <returns>False when there is no such shop.</returns>
    public async Task<bool> RunAsync(Rule rule, CancellationToken cancel)
    {
        var shop = rule.Scope == RuleScope.Shop ? await shops.FindAsync(rule.About ?? "", cancel) : null;
        if (rule.Scope == RuleScope.Shop && shop is null) return false;
        db.Add(new CommissionRule
        {
            Scope = rule.Scope,
            Category = rule.Scope == RuleScope.Category ? rule.About : null,
            ShopId = shop?.Id,
            BasisPoints = rule.BasisPoints,
            From = rule.From,
            SetAt = clock.GetUtcNow().UtcDateTime,
        });
        audit.Stage("commission-set", rule.About is null ? "market" : $"{rule.Scope}/{rule.About}", $"{rule.BasisPoints} bp, {rule.From:yyyy-MM-dd}");
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
