using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Payments.Contracts;

namespace Storefront.Modules.Ledger;

/// <summary>What finance can say about one payout. The value is what the button sends.</summary>
internal enum PayoutAct { Exclude, Paid, Returned, Reverse }

/// <summary>Finance's word on one payout: moves it, books what comes back, logs it and tells whom it is for, all or nothing.</summary>
internal sealed class DecidePayout(StoreDb db, IAudit audit, TellOfPayout tell, IRemittances remittances, TimeProvider clock)
{
    internal enum Outcome { Done, Unknown, TooLate }

    /// <param name="Words">Reason, or for a paid one the bank's number of the transfer.</param>
    /// <param name="Proof">Private picture of the bank's slip, for a paid one.</param>
    internal sealed record Decision(PayoutAct Act, string Words, string? Proof = null);

    public async Task<Outcome> RunAsync(string code, Decision decision, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(async token =>
            {
                if (await db.PayoutLines.Include(line => line.Batch).SingleOrDefaultAsync(line => line.Code == code, token) is not { } line) return Outcome.Unknown;
                if (!Acts(line).Contains(decision.Act)) return Outcome.TooLate;
                if (decision.Act == PayoutAct.Reverse && !await remittances.StageReversalAsync(line.Code, token)) return Outcome.TooLate;
                await DecideAsync(line, decision, token);
                return Outcome.Done;
            }, cancel, outcome => outcome == Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.TooLate;
        }
    }

    /// <summary>What can be said about a payout as it stands.</summary>
    public static IReadOnlyList<PayoutAct> Acts(PayoutLine line)
    {
        IEnumerable<(PayoutAct Act, bool May)> all =
        [
            (PayoutAct.Exclude, line.MayExclude && line.Batch.State == BatchState.Draft), (PayoutAct.Paid, line.MaySettle), (PayoutAct.Returned, line.MayReturn),
            (PayoutAct.Reverse, line.MayReverse),
        ];
        return [.. all.Where(act => act.May).Select(act => act.Act)];
    }

    private async Task DecideAsync(PayoutLine line, Decision decision, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        switch (decision.Act)
        {
            case PayoutAct.Exclude:
                line.Exclude(decision.Words);
                audit.Stage("payout-excluded", $"payout/{line.Code}", decision.Words);
                return;
            case PayoutAct.Reverse:
                // The book follows when the vendor says that it is back.
                line.AskBack(decision.Words);
                audit.Stage("payout-asked-back", $"payout/{line.Code}", $"{line.Amount} {decision.Words}");
                return;
            case PayoutAct.Paid:
                line.Settle(decision.Words, decision.Proof ?? throw new InvalidOperationException($"Payout {line.Code} is paid without proof."), now);
                audit.Stage("payout-paid", $"payout/{line.Code}", $"{line.Amount} {decision.Words}");
                break;
            default:
                line.Return(decision.Words, now);
                db.Add(PayoutJournals.Returned(line, decision.Words, now));
                audit.Stage("payout-returned", $"payout/{line.Code}", $"{line.Amount} {decision.Words}");
                break;
        }
        await tell.RunAsync(line, decision.Act, line.Amount, decision.Words, cancel);
    }
}
