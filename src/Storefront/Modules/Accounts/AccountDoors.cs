using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

internal sealed class AccountDoors(StoreDb db, TimeProvider clock) : IAccountDoors
{
    public Task<string?> FindCodeAsync(string login, CancellationToken cancel)
    {
        var (phone, email) = (Phone.Read(login) ?? "", login.Trim().ToUpperInvariant());
        return db.Accounts.Where(account => account.PhoneNumber == phone || account.NormalizedEmail == email).Select(account => account.UserName).FirstOrDefaultAsync(cancel);
    }

    public async Task<AccountFile?> FindAsync(string code, CancellationToken cancel)
    {
        var normalized = code.ToUpperInvariant();
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(account => account.NormalizedUserName == normalized, cancel) is not { } found) return null;
        var roles = await db.Set<IdentityUserRole<long>>().Where(link => link.UserId == found.Id)
            .Join(db.Set<IdentityRole<long>>(), link => link.RoleId, role => role.Id, (_, role) => role.Name!).OrderBy(name => name).ToListAsync(cancel);
        return new(found.Id, found.UserName!, found.Name, found.PhoneNumber, found.Email, found.CreatedAt, found.DisabledAt, found.ErasedAt, roles);
    }

    public async Task CloseAsync(long id, CancellationToken cancel)
    {
        await db.Sessions.Where(session => session.AccountId == id).ExecuteDeleteAsync(cancel);
        (await LoadAsync(id, cancel)).DisabledAt ??= clock.GetUtcNow().UtcDateTime;
    }

    public async Task ReopenAsync(long id, CancellationToken cancel)
    {
        var account = await LoadAsync(id, cancel);
        if (account.ErasedAt is not null) throw new InvalidOperationException($"Account {id} was erased and stays shut.");
        account.DisabledAt = null;
    }

    private Task<Account> LoadAsync(long id, CancellationToken cancel) => db.Accounts.SingleAsync(account => account.Id == id, cancel);
}
