using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>
/// Sends a code to a phone or mailbox. Known and unknown addresses get the same answer in the same steps;
/// how often one address is written to is counted here, how often one visitor asks is the rate limiter's business.
/// </summary>
internal sealed class SendCode(StoreDb db, CodeSeal seal, IMessages messages, Texts texts, TimeProvider clock)
{
    public const int MostAnHour = 5;
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    public async Task<Outcome> RunAsync(Ask ask, CancellationToken cancel)
    {
        var code = CodeSeal.NewCode();
        var row = RowOf(ask, code);
        if (await StageAsync(row, cancel) is var refusal and not Refusal.None) return new(refusal, null);
        var text = await HasAccountAsync(ask, cancel) ? texts["accounts.code.have_account"].Value : texts["accounts.code.message", code].Value;
        return await messages.SendAsync(ask.Target, ask.Address, text, cancel) ? new(Refusal.None, row.Ticket) : new(Refusal.NotSent, null);
    }

    private SignInCode RowOf(Ask ask, string code)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (hash, content) = seal.Close(code, ask.Pending);
        return new()
        {
            Ticket = Code.NewSecret(),
            Purpose = ask.Purpose,
            Target = ask.Target,
            Address = ask.Address,
            AccountId = ask.AccountId,
            CodeHash = hash,
            Sealed = content,
            SentAt = now,
            Minute = now.Ticks / TimeSpan.TicksPerMinute,
            ExpiresAt = now + SignInCode.Lifetime,
        };
    }

    private async Task<Refusal> StageAsync(SignInCode row, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                // Written before it is counted: the same form sent twice at once must clash on its receipt, not on the pause.
                db.SignInCodes.Add(row);
                await db.SaveChangesAsync(token);
                return await RefusalAsync(row, token);
            }, cancel, refusal => refusal == Refusal.None);
        }
        catch (DbUpdateException clash) when (db.IsUniqueClash(clash) && clash.Entries.Any(entry => entry.Entity is SignInCode))
        {
            db.ChangeTracker.Clear();
            return Refusal.TooSoon;
        }
    }

    private async Task<Refusal> RefusalAsync(SignInCode row, CancellationToken cancel)
    {
        var hourAgo = row.SentAt - TimeSpan.FromHours(1);
        // Counted by purpose: a stranger who knows an admin's number must not use up the codes that follow the admin's password.
        var earlier = await db.SignInCodes.AsNoTracking()
            .Where(code => code.Address == row.Address && code.Purpose == row.Purpose && code.SentAt > hourAgo && code.Ticket != row.Ticket)
            .Select(code => code.SentAt).ToListAsync(cancel);
        return earlier.Any(sent => sent > row.SentAt - Pause) ? Refusal.TooSoon : earlier.Count >= MostAnHour ? Refusal.TooMany : Refusal.None;
    }

    /// <summary>Signing up with a mailbox that has an account: its owner is told so, and the code that the page asks for was never sent.</summary>
    private Task<bool> HasAccountAsync(Ask ask, CancellationToken cancel)
    {
        var email = ask.Purpose == CodePurpose.SignUp ? ask.Address.ToUpperInvariant() : null;
        return db.Accounts.AnyAsync(account => email != null && account.NormalizedEmail == email, cancel);
    }

    /// <param name="Address">Eleven digits, or a mailbox in lower case.</param>
    /// <param name="AccountId">Whose second factor, proof or new login it is; otherwise null.</param>
    /// <param name="Pending">What a right code makes an account of; otherwise null.</param>
    internal sealed record Ask(CodePurpose Purpose, CodeTarget Target, string Address, long? AccountId = null, PendingAccount? Pending = null);

    internal enum Refusal { None, TooSoon, TooMany, NotSent }

    internal sealed record Outcome(Refusal Refusal, string? Ticket);
}
