using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>
/// Whose password this is. An unknown, closed or locked account costs what a known one costs: one write and one password hash, and gets the same answer.
/// </summary>
internal sealed class CheckPassword(StoreDb db, IPasswordHasher<Account> hasher, TimeProvider clock, ILogger<CheckPassword> log)
{
    public const int MostTries = 10;
    private static readonly TimeSpan LockTime = TimeSpan.FromMinutes(10);
    private static readonly Account Nobody = new();
    private static string? _nobodysHash;

    /// <returns>The account, or null whatever was wrong.</returns>
    public async Task<Account?> RunAsync(string login, string password, CancellationToken cancel)
    {
        var account = await FindAsync(login, cancel);
        var mayTry = await CountTryAsync(account?.Id ?? 0, cancel);
        var hash = mayTry ? account!.PasswordHash : null;
        var right = hasher.VerifyHashedPassword(account ?? Nobody, hash ?? NobodysHash(), password) != PasswordVerificationResult.Failed && hash is not null;
        if (!right)
        {
            log.LogInformation("A wrong password for {Login}", account is null ? "nobody" : $"account {account.Id}");
            return null;
        }
        await db.WriteAsync(token => db.Accounts.Where(known => known.Id == account!.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.FailedTries, 0).SetProperty(known => known.LockedUntil, (DateTime?)null), token), cancel);
        return account;
    }

    private Task<Account?> FindAsync(string login, CancellationToken cancel)
    {
        var (phone, email) = (Phone.Read(login) ?? "", login.Trim().ToUpperInvariant());
        return db.Accounts.AsNoTracking().FirstOrDefaultAsync(account => account.PhoneNumber == phone || account.NormalizedEmail == email, cancel);
    }

    /// <summary>A try counts before it is judged. After the tenth in a row no password is looked at for a while, not even the right one.</summary>
    private async Task<bool> CountTryAsync(long id, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var until = now + LockTime;
        return await db.WriteAsync(token => db.Accounts
            .Where(account => account.Id == id && account.DisabledAt == null && (account.LockedUntil == null || account.LockedUntil <= now))
            .ExecuteUpdateAsync(set => set
                .SetProperty(account => account.LockedUntil, account => account.FailedTries + 1 >= MostTries ? (DateTime?)until : null)
                .SetProperty(account => account.FailedTries, account => account.FailedTries + 1 >= MostTries ? 0 : account.FailedTries + 1), token), cancel) == 1;
    }

    private string NobodysHash() => _nobodysHash ??= hasher.HashPassword(Nobody, Code.NewSecret());
}
