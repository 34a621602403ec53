using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;

namespace Storefront.Modules.Accounts;

/// <summary>Sends a new code for the same purpose as an earlier one; the visitor's new ticket replaces the old.</summary>
internal sealed class ResendCode(StoreDb db, CodeSeal seal, SendCode send, TimeProvider clock)
{
    /// <summary>A page left open longer than this starts again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <returns>Null when there is nothing to send again.</returns>
    public async Task<SendCode.Outcome?> RunAsync(string ticket, CancellationToken cancel)
    {
        var since = clock.GetUtcNow().UtcDateTime - Patience;
        var old = await db.SignInCodes.AsNoTracking().FirstOrDefaultAsync(code => code.Ticket == ticket && code.UsedAt == null && code.SentAt > since, cancel);
        // A second factor is asked for with the password still warm: it is not prolonged by sending again and again.
        return old is null || (old.Purpose == CodePurpose.SecondFactor && old.ExpiresAt <= clock.GetUtcNow().UtcDateTime)
            ? null
            : await send.RunAsync(new(old.Purpose, old.Target, old.Address, old.AccountId, seal.PendingOf(old)), cancel);
    }
}
