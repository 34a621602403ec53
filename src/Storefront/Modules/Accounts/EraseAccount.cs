using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>Forgets a person: every module lets go of its part, all in one transaction, unless something unfinished hangs on the account.</summary>
internal sealed class EraseAccount(StoreDb db, IEnumerable<IPersonalData> parts, IEnumerable<IErasureHindrance> hindrances, TimeProvider clock, ILogger<EraseAccount> log)
{
    /// <summary>What has to be done first; empty once the account is erased. Null: somebody changed something at the same moment, nothing was done.</summary>
    public async Task<IReadOnlyList<Hindrance>?> RunAsync(long accountId, CancellationToken cancel)
    {
        try
        {
            var first = await db.WriteAsync(token => EraseAsync(accountId, token), cancel, keep: first => first.Count == 0);
            if (first.Count == 0) log.LogInformation("Account {Account} was erased", accountId);
            return first;
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    public async Task<IReadOnlyList<Hindrance>> FindHindrancesAsync(long accountId, CancellationToken cancel)
    {
        var found = new List<Hindrance>();
        foreach (var hindrance in hindrances) found.AddRange(await hindrance.FindAsync(accountId, cancel));
        return found;
    }

    private async Task<IReadOnlyList<Hindrance>> EraseAsync(long accountId, CancellationToken cancel)
    {
        var first = await FindHindrancesAsync(accountId, cancel);
        if (first.Count > 0) return first;
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var part in parts) await part.EraseAsync(accountId, now, cancel);
        return first;
    }
}
