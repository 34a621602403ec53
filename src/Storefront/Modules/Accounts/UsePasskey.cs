using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Accounts.Passkeys;

namespace Storefront.Modules.Accounts;

/// <summary>Whose passkey this is. An unknown, removed, copied or wrong one, and no or an old challenge, all get the same answer.</summary>
internal sealed class UsePasskey(StoreDb db, SignInManager<Account> manager, Ceremony ceremony, TimeProvider clock, ILogger<UsePasskey> log)
{
    public async Task<Outcome> RunAsync(string? answer, CancellationToken cancel)
    {
        var judged = await ceremony.JudgeAsync(answer, manager.PerformPasskeyAssertionAsync);
        if (judged is not { Result.Succeeded: true } || !await CountAsync(judged.Result.Passkey!, judged.Challenge, cancel))
        {
            log.LogInformation("A passkey was refused");
            return new(Verdict.Refused, null);
        }
        var account = judged.Result.User!;
        return account.DisabledAt is null ? new(Verdict.Right, account) : new(Verdict.Closed, null);
    }

    /// <summary>False when the challenge was used before, or the key at the same moment.</summary>
    private async Task<bool> CountAsync(UserPasskeyInfo passkey, string challenge, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                if (await db.Passkeys.FirstOrDefaultAsync(known => known.CredentialId == passkey.CredentialId, token) is not { } known) return false;
                (known.Data.SignCount, known.Data.IsBackedUp) = (passkey.SignCount, passkey.IsBackedUp);
                db.Entry(known).Property(PasskeySets.LastUsedAt).CurrentValue = clock.GetUtcNow().UtcDateTime;
                ceremony.Spend(challenge);
                return true;
            }, cancel, keep: counted => counted);
        }
        catch (DbUpdateException lost) when (lost is DbUpdateConcurrencyException || (db.IsUniqueClash(lost) && lost.Entries.Any(entry => entry.Entity is SpentChallenge)))
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    internal enum Verdict
    {
        Right,

        Refused,

        /// <summary>The right one, of an account that an admin has closed.</summary>
        Closed,
    }

    internal sealed record Outcome(Verdict Verdict, Account? Account);
}
