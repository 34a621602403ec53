using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Codes;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>Takes a typed code on the way in.</summary>
internal sealed class UseCode(StoreDb db, JudgeCode judge, CodeSeal seal, UserManager<Account> accounts, TimeProvider clock, ILogger<UseCode> log)
{
    private static readonly CodePurpose[] WaysIn = [CodePurpose.SignIn, CodePurpose.SignUp, CodePurpose.SecondFactor];

    public Task<Outcome> RunAsync(string ticket, string typed, CancellationToken cancel) => db.WriteAsync(async token =>
    {
        var (verdict, code) = await judge.RunAsync(ticket, typed, WaysIn, token);
        return verdict switch
        {
            JudgeCode.Verdict.Right => await OpenAsync(code!, clock.GetUtcNow().UtcDateTime, token),
            JudgeCode.Verdict.Wrong => new(Verdict.Wrong, null),
            _ => new(Verdict.Dead, null),
        };
    }, cancel);

    private async Task<Outcome> OpenAsync(SignInCode code, DateTime now, CancellationToken cancel)
    {
        var account = await OwnerAsync(code, cancel) ?? await MakeAsync(code, now);
        if (account.DisabledAt is not null) return new(Verdict.Closed, null);
        var needsPassword = code.Purpose != CodePurpose.SecondFactor && (await accounts.GetRolesAsync(account)).Intersect(Policies.AdminRoles).Any();
        return needsPassword ? new(Verdict.NeedsPassword, null) : new(Verdict.Right, account);
    }

    private Task<Account?> OwnerAsync(SignInCode code, CancellationToken cancel)
    {
        var email = code.Address.ToUpperInvariant();
        return code.AccountId is { } id ? db.Accounts.FirstOrDefaultAsync(account => account.Id == id, cancel)
            : code.Target == CodeTarget.Phone ? db.Accounts.FirstOrDefaultAsync(account => account.PhoneNumber == code.Address, cancel)
            : db.Accounts.FirstOrDefaultAsync(account => account.NormalizedEmail == email, cancel);
    }

    private async Task<Account> MakeAsync(SignInCode code, DateTime now)
    {
        var pending = seal.PendingOf(code);
        var made = code.Target == CodeTarget.Phone
            ? Account.New(Phone.Masked(code.Address), code.Address, email: null, passwordHash: null, now)
            : Account.New(pending?.Name ?? Mailbox.Masked(code.Address), phone: null, code.Address, pending?.PasswordHash, now);
        (await accounts.CreateAsync(made)).Demand();
        log.LogInformation("Account {Account} was made by code", made.Id);
        return made;
    }

    internal enum Verdict
    {
        Right,

        /// <summary>Another try is left.</summary>
        Wrong,

        /// <summary>Used, too old, or tried too often: a new one must be sent.</summary>
        Dead,

        /// <summary>An admin's account opens by password and code together only.</summary>
        NeedsPassword,

        /// <summary>The account was closed by an admin.</summary>
        Closed,
    }

    internal sealed record Outcome(Verdict Verdict, Account? Account);
}
