using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Accounts.Passkeys;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>Takes the passkey that a device has made for an account whose person was proven when the challenge was given. The person is told.</summary>
internal sealed class AddPasskey(StoreDb db, SignInManager<Account> manager, Ceremony ceremony, IMessages messages, Texts texts, ILogger<AddPasskey> log)
{
    /// <param name="name">What it is called on the person's list, until they call it otherwise.</param>
    public async Task<Verdict> RunAsync(long accountId, string? answer, string name, CancellationToken cancel)
    {
        var judged = await ceremony.JudgeAsync(answer, manager.PerformPasskeyAttestationAsync);
        if (judged is not { Result.Succeeded: true } || judged.Result.UserEntity!.Id != accountId.ToString(CultureInfo.InvariantCulture)) return Verdict.Refused;
        judged.Result.Passkey!.Name = name;
        var (verdict, owner) = await TryAddAsync(accountId, judged, cancel);
        if (verdict != Verdict.Added) return verdict;
        log.LogInformation("Account {Account} has a new passkey", accountId);
        await messages.SendAsync(owner!.Reach.Target, owner.Reach.Address, texts.In(owner.Language, "passkeys.added_message", name), cancel);
        return verdict;
    }

    private async Task<(Verdict Verdict, Account? Owner)> TryAddAsync(long accountId, Ceremony.Judged<PasskeyAttestationResult> judged, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                if (await db.Passkeys.CountAsync(passkey => passkey.UserId == accountId, token) >= PasskeySets.Most) return (Verdict.TooMany, null);
                ceremony.Spend(judged.Challenge);
                var owner = await db.Accounts.SingleAsync(account => account.Id == accountId, token);
                (await manager.UserManager.AddOrUpdatePasskeyAsync(owner, judged.Result.Passkey!)).Demand();
                return (Verdict.Added, (Account?)owner);
            }, cancel, keep: done => done.Item1 == Verdict.Added);
        }
        catch (DbUpdateException lost) when (db.IsUniqueClash(lost) && lost.Entries.Any(entry => entry.Entity is SpentChallenge or IdentityUserPasskey<long>))
        {
            db.ChangeTracker.Clear();
            return (Verdict.Refused, null);
        }
    }

    internal enum Verdict { Added, Refused, TooMany }
}
