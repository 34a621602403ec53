using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;

namespace Storefront.Modules.Accounts;

internal sealed class AccountsDesk(StoreDb db) : IAccounts
{
    private static readonly Expression<Func<Account, AccountCard>> Card =
        account => new AccountCard(account.Id, account.Name, account.PhoneNumber, account.Email, account.Language);

    public Task<AccountCard?> FindAsync(long id, CancellationToken cancel) =>
        db.Accounts.Where(account => account.Id == id).Select(Card).FirstOrDefaultAsync(cancel);

    public Task<AccountCard?> FindByLoginAsync(string login, CancellationToken cancel)
    {
        var (phone, email) = (login.Trim(), login.Trim().ToUpperInvariant());
        return db.Accounts.Where(account => account.PhoneNumber == phone || account.NormalizedEmail == email).Select(Card).FirstOrDefaultAsync(cancel);
    }

    public async Task<IReadOnlyDictionary<long, AccountCard>> FindManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) => ids.Count == 0
        ? new Dictionary<long, AccountCard>()
        : await db.Accounts.Where(account => ids.Contains(account.Id)).Select(Card).ToDictionaryAsync(card => card.Id, cancel);
}
