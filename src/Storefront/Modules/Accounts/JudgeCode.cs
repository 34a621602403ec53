using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;

namespace Storefront.Modules.Accounts;

/// <summary>Judges a typed code and uses it up when it is right. Each try is counted before it is judged, so tries side by side count as well.</summary>
internal sealed class JudgeCode(StoreDb db, CodeSeal seal, TimeProvider clock, ILogger<JudgeCode> log)
{
    /// <param name="purposes">What the code may be for: one that was sent for something else is dead here.</param>
    public Task<Outcome> RunAsync(string ticket, string typed, IReadOnlyCollection<CodePurpose> purposes, CancellationToken cancel) => db.WriteAsync(async token =>
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var counted = await db.SignInCodes
            .Where(code => code.Ticket == ticket && purposes.Contains(code.Purpose) && code.UsedAt == null && code.ExpiresAt > now && code.Tries < SignInCode.MostTries)
            .ExecuteUpdateAsync(set => set.SetProperty(code => code.Tries, code => code.Tries + 1), token);
        if (counted == 0) return new(Verdict.Dead, null);
        var code = await db.SignInCodes.AsNoTracking().SingleAsync(code => code.Ticket == ticket, token);
        if (!seal.Fits(code, typed))
        {
            log.LogInformation("A wrong code was typed, try {Try}", code.Tries);
            return new(code.Tries < SignInCode.MostTries ? Verdict.Wrong : Verdict.Dead, null);
        }
        await db.SignInCodes.Where(used => used.Id == code.Id).ExecuteUpdateAsync(set => set.SetProperty(used => used.UsedAt, now), token);
        return new Outcome(Verdict.Right, code);
    }, cancel);

    internal enum Verdict
    {
        Right,

        /// <summary>Another try is left.</summary>
        Wrong,

        /// <summary>Used, too old, tried too often, or sent for something else: a new one must be sent.</summary>
        Dead,
    }

    internal sealed record Outcome(Verdict Verdict, SignInCode? Code);
}
