using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Accounts;

/// <summary>Gives an account the phone or mailbox that a code has just proven. Whoever held the account by the old one is told there.</summary>
internal sealed class MoveLogin(StoreDb db, JudgeCode judge, IMessages messages, INotices notices, Texts texts)
{
    public async Task<Outcome> RunAsync(long accountId, string ticket, string typed, CancellationToken cancel)
    {
        var moved = await TryMoveAsync(accountId, ticket, typed, cancel);
        if (moved is { Outcome: Outcome.Moved, Old: { } old })
            await messages.SendAsync(moved.Target, old, texts.In(moved.Language, "accounts.login.moved_message"), cancel);
        return moved.Outcome;
    }

    private async Task<Move> TryMoveAsync(long accountId, string ticket, string typed, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(token => MoveAsync(accountId, ticket, typed, token), cancel);
        }
        catch (DbUpdateException clash) when (db.IsUniqueClash(clash) && clash.Entries.Any(entry => entry.Entity is Account))
        {
            db.ChangeTracker.Clear();
            return new(Outcome.Taken);
        }
    }

    private async Task<Move> MoveAsync(long accountId, string ticket, string typed, CancellationToken cancel)
    {
        var (verdict, code) = await judge.RunAsync(ticket, typed, [CodePurpose.NewLogin], cancel);
        if (verdict != JudgeCode.Verdict.Right || code!.AccountId != accountId) return new(verdict == JudgeCode.Verdict.Wrong ? Outcome.Wrong : Outcome.Dead);
        var email = code.Address.ToUpperInvariant();
        if (await db.Accounts.AnyAsync(other => other.Id != accountId && (other.PhoneNumber == code.Address || other.NormalizedEmail == email), cancel)) return new(Outcome.Taken);
        var account = await db.Accounts.SingleAsync(account => account.Id == accountId, cancel);
        var old = code.Target == CodeTarget.Phone ? account.PhoneNumber : account.Email;
        if (old is not null && old != code.Address) notices.Stage(accountId, "told.login_moved", [], "/me/account", Topic.Security);
        account.MoveTo(code.Target, code.Address);
        return new(Outcome.Moved, code.Target, old == code.Address ? null : old, account.Language);
    }

    internal enum Outcome { Moved, Wrong, Dead, Taken }

    private sealed record Move(Outcome Outcome, CodeTarget Target = CodeTarget.Phone, string? Old = null, string Language = "");
}
