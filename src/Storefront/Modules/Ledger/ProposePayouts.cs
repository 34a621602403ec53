using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Moderation.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger;

/// <summary>Drafts a batch: every shop, and every helper, with enough available and an account to send it to. Nothing is booked yet.</summary>
internal sealed class ProposePayouts(StoreDb db, Balances balances, IPayoutTargets targets, IOptions<LedgerOptions> options, IAudit audit, TimeProvider clock)
{
    /// <param name="Code">Of the draft; null when there is nothing to pay out.</param>
    /// <param name="IsNew">False when the draft was there already: it must be decided on first.</param>
    internal sealed record Result(string? Code, bool IsNew);

    public async Task<Result> RunAsync(CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(ProposeAsync, cancel, result => result.IsNew);
        }
        catch (DbUpdateException failure) when (db.IsUniqueClash(failure) && db.ChangeTracker.Entries<PayoutBatch>().Any())
        {
            db.ChangeTracker.Clear();
            if (await DraftAsync(cancel) is { } other) return new(other, IsNew: false);
            throw;
        }
    }

    private async Task<Result> ProposeAsync(CancellationToken cancel)
    {
        if (await DraftAsync(cancel) is { } open) return new(open, IsNew: false);
        var minimum = new Money(options.Value.MinimumPayout);
        var (shops, helpers) = (await balances.AtLeastAsync(minimum, cancel), await balances.HelpersAtLeastAsync(minimum, cancel));
        var (ofShops, ofHelpers) = (await targets.FindManyAsync(shops.Keys, cancel), await targets.OfHelpersAsync(helpers.Keys, cancel));
        if (ofShops.Count + ofHelpers.Count == 0) return new(null, IsNew: false);
        var batch = new PayoutBatch { Code = Code.NewPublic(), ProposedAt = clock.GetUtcNow().UtcDateTime };
        batch.Lines.AddRange(shops.Where(shop => ofShops.ContainsKey(shop.Key)).OrderBy(shop => shop.Key).Select(shop => PayoutLine.ToShop(shop.Key, shop.Value)));
        batch.Lines.AddRange(helpers.Where(helper => ofHelpers.ContainsKey(helper.Key)).OrderBy(helper => helper.Key).Select(helper => PayoutLine.ToHelper(helper.Key, helper.Value)));
        db.Add(batch);
        audit.Stage("payout-proposed", $"payout/{batch.Code}", $"{batch.Lines.Count}: {batch.Lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount)}");
        return new(batch.Code, IsNew: true);
    }

    private Task<string?> DraftAsync(CancellationToken cancel) =>
        db.PayoutBatches.Where(batch => batch.State == BatchState.Draft).Select(batch => batch.Code).FirstOrDefaultAsync(cancel);
}
