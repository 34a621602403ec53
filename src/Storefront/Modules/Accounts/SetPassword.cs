using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;

namespace Storefront.Modules.Accounts;

/// <summary>A new password, or the first. Every other session ends: whoever knew the old one is out.</summary>
internal sealed class SetPassword(StoreDb db, IPasswordHasher<Account> hasher)
{
    /// <param name="here">Code of the session that stays.</param>
    public Task RunAsync(long accountId, string password, string? here, CancellationToken cancel)
    {
        var hash = hasher.HashPassword(new(), password);
        return db.WriteAsync(async token =>
        {
            await db.Sessions.Where(session => session.AccountId == accountId && session.Code != here).ExecuteDeleteAsync(token);
            (await db.Accounts.SingleAsync(account => account.Id == accountId, token)).PasswordHash = hash;
        }, cancel);
    }
}
