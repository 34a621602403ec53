using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>
/// Decides on a draft. Ordered: every line is booked as sent out of what is available at this moment, and what a shop or helper no longer has is left out as short,
/// so no payout takes more than there is. Where a vendor can send it to a shop's own account, the intent is saved with the booking. Dropped: nothing has happened.
/// </summary>
internal sealed class OrderPayouts(StoreDb db, Balances balances, IRemittances remittances, IAudit audit, TimeProvider clock)
{
    internal enum Outcome { Done, Unknown, TooLate }

    /// <param name="toAccounts">Shops that have an account at a vendor get their money there; all others, and helpers, stay on the bank's list.</param>
    public async Task<Outcome> RunAsync(string code, bool drop, CancellationToken cancel, bool toAccounts = false)
    {
        try
        {
            return await db.WriteAsync(token => DecideAsync(code, drop, toAccounts, token), cancel, outcome => outcome == Outcome.Done);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return Outcome.TooLate;
        }
    }

    private async Task<Outcome> DecideAsync(string code, bool drop, bool toAccounts, CancellationToken cancel)
    {
        if (await db.PayoutBatches.Include(batch => batch.Lines).SingleOrDefaultAsync(batch => batch.Code == code, cancel) is not { } batch) return Outcome.Unknown;
        if (batch.State != BatchState.Draft) return Outcome.TooLate;
        var now = clock.GetUtcNow().UtcDateTime;
        if (drop)
        {
            batch.Drop(now);
            audit.Stage("payout-dropped", $"payout/{batch.Code}");
            return Outcome.Done;
        }
        var lines = batch.Lines.Where(line => line.State == PayoutState.Proposed).ToList();
        var payees = PayoutLine.PayeesOf(lines);
        var (shops, helpers) = (await balances.AvailableAsync(payees.Shops, cancel), await balances.HelpersAvailableAsync(payees.Helpers, cancel));
        var ordered = lines.Where(line => line.Order(line.IsToHelper ? helpers.GetValueOrDefault(line.HelperId) : shops.GetValueOrDefault(line.ShopId))).ToList();
        if (toAccounts)
        {
            var sent = await remittances.StageAsync([.. ordered.Where(line => !line.IsToHelper).Select(line => new NewRemittance(line.Code, line.ShopId, line.Amount))], cancel);
            foreach (var line in ordered.Where(line => sent.Contains(line.Code))) line.SendToAccount();
        }
        db.AddRange(ordered.Select(line => PayoutJournals.Sent(line, batch.Code, now)));
        batch.Order(now);
        audit.Stage("payout-ordered", $"payout/{batch.Code}", $"{ordered.Count}: {ordered.Aggregate(Money.Zero, (sum, line) => sum + line.Amount)}");
        return Outcome.Done;
    }
}
