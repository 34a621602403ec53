using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>The account itself: who it is, how it is entered, where goods are sent.</summary>
internal sealed class PersonalRecord(StoreDb db) : IPersonalData
{
    public string Name => "account";

    public async Task<object?> ExportAsync(long accountId, CancellationToken cancel)
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == accountId, cancel);
        var addresses = await db.SavedAddresses.AsNoTracking().Where(saved => saved.AccountId == accountId).OrderBy(saved => saved.Id).ToListAsync(cancel);
        var sessions = await db.Sessions.AsNoTracking().Where(session => session.AccountId == accountId).OrderBy(session => session.Id).ToListAsync(cancel);
        var passkeys = await db.PasskeysOfAsync(accountId, cancel);
        return new
        {
            account.Name,
            Phone = account.PhoneNumber,
            account.Email,
            account.Language,
            account.CreatedAt,
            HasPassword = account.PasswordHash is not null,
            FingerprintOrFace = passkeys.Select(passkey => new { passkey.Name, passkey.CreatedAt, passkey.LastUsedAt }),
            SavedAddresses = addresses.Select(saved => new { saved.Name, saved.Phone, saved.Region, saved.Street, saved.IsDefault }),
            SignedInOn = sessions.Select(session => new { session.Device, session.CreatedAt, session.LastSeenAt }),
        };
    }

    public async Task EraseAsync(long accountId, DateTime now, CancellationToken cancel)
    {
        var account = await db.Accounts.SingleAsync(account => account.Id == accountId, cancel);
        var (phone, email) = (account.PhoneNumber, account.Email?.ToLowerInvariant());
        await db.SignInCodes.Where(code => code.AccountId == accountId || code.Address == phone || code.Address == email).ExecuteDeleteAsync(cancel);
        await db.Sessions.Where(session => session.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.SavedAddresses.Where(saved => saved.AccountId == accountId).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserLogin<long>>().Where(login => login.UserId == accountId).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserToken<long>>().Where(token => token.UserId == accountId).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserClaim<long>>().Where(claim => claim.UserId == accountId).ExecuteDeleteAsync(cancel);
        await db.Passkeys.Where(passkey => passkey.UserId == accountId).ExecuteDeleteAsync(cancel);
        await db.Set<IdentityUserRole<long>>().Where(role => role.UserId == accountId).ExecuteDeleteAsync(cancel);
        account.Erase(now);
    }
}
