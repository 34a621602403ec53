using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;

namespace Storefront.Modules.Accounts.Sessions;

/// <summary>Deletes sessions that ended, codes that no limit counts any more, and challenges whose cookies are dead.</summary>
[Every(seconds: 3_600)]
internal sealed class ForgetOldSignIns(StoreDb db, TimeProvider clock) : ITimedWork
{
    private static readonly TimeSpan CodesKept = TimeSpan.FromDays(1);

    public Task RunAsync(CancellationToken cancel) => db.WriteAsync(async token =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var (idleSince, codesBefore) = (now - Session.Idle, now - CodesKept);
        await db.Sessions.Where(session => session.ExpiresAt <= now || session.LastSeenAt <= idleSince).ExecuteDeleteAsync(token);
        await db.SignInCodes.Where(code => code.ExpiresAt <= codesBefore).ExecuteDeleteAsync(token);
        await db.SpentChallenges.Where(challenge => challenge.ExpiresAt <= now).ExecuteDeleteAsync(token);
    }, cancel);
}
