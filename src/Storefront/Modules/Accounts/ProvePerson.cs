using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;

namespace Storefront.Modules.Accounts;

/// <summary>
/// Makes sure that the account's own person sits at a signed-in browser, which may be a phone left on a table:
/// by the password, or by a code that was just sent to the account's phone or mailbox.
/// </summary>
internal sealed class ProvePerson(StoreDb db, CheckPassword check, JudgeCode judge)
{
    public async Task<Verdict> RunAsync(Account person, string? password, string code, CancellationToken cancel)
    {
        if (code.Length > 0) return await JudgeAsync(person, code, cancel);
        if (string.IsNullOrEmpty(password)) return Verdict.Missing;
        if (password.Length > AccountRules.LongestPassword) return Verdict.WrongPassword;
        return await check.RunAsync(person.Reach.Address, password, cancel) is not null ? Verdict.Proven : Verdict.WrongPassword;
    }

    private async Task<Verdict> JudgeAsync(Account person, string typed, CancellationToken cancel)
    {
        var address = person.Reach.Address;
        var newest = await db.SignInCodes.Where(code => code.Address == address && code.Purpose == CodePurpose.Proof && code.AccountId == person.Id)
            .OrderByDescending(code => code.SentAt).Select(code => code.Ticket).FirstOrDefaultAsync(cancel);
        return newest is null ? Verdict.DeadCode : (await judge.RunAsync(newest, typed, [CodePurpose.Proof], cancel)).Verdict switch
        {
            JudgeCode.Verdict.Right => Verdict.Proven,
            JudgeCode.Verdict.Wrong => Verdict.WrongCode,
            _ => Verdict.DeadCode,
        };
    }

    internal enum Verdict { Proven, Missing, WrongPassword, WrongCode, DeadCode }
}
