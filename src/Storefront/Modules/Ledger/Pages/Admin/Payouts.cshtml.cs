using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Admin;

/// <summary>Batches of payouts, newest first; a new one is proposed here.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class Payouts(StoreDb db, ProposePayouts propose, IPayees payees, IOptions<LedgerOptions> options) : StorePage
{
    internal sealed record Row(string Code, BatchState State, DateTime At, int Count, int Waiting, Money Sum)
    {
        public string Word => State == BatchState.Ordered && Waiting == 0 ? "Finished" : State.ToString();
    }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>Why payouts to shops' own accounts are not offered though they were configured.</summary>
    public IReadOnlyList<string> Problems => payees.Problems;

    public Money Minimum => new(options.Value.MinimumPayout);

    public Page<Row> List { get; private set; } = Page<Row>.Empty;

    public Task OnGetAsync() => LoadAsync();

    public async Task<IActionResult> OnPostAsync() => await propose.RunAsync(Cancel) is { Code: { } code }
        ? LocalRedirect($"/admin/money/payouts/{code}")
        : await RefuseAsync("", Texts["ledger.payouts.nothing"]);

    protected override async Task LoadAsync()
    {
        var batches = (await db.PayoutBatches.AsNoTracking().OrderByDescending(batch => batch.Id).Take(Number, Paging.Size)
            .Select(batch => new { batch.Id, batch.Code, batch.State, batch.ProposedAt }).ToListAsync(Cancel)).ToPage(Number, Paging.Size);
        var ids = batches.Items.Select(batch => batch.Id).ToList();
        var sums = await db.PayoutLines.Where(line => ids.Contains(line.BatchId) && line.State != PayoutState.Excluded && line.State != PayoutState.Short).GroupBy(line => line.BatchId)
            .Select(group => new { group.Key, Count = group.Count(), Waiting = group.Sum(line => line.State == PayoutState.Ordered ? 1 : 0), Sum = group.Sum(line => line.Amount.Fen) })
            .ToDictionaryAsync(group => group.Key, Cancel);
        List = batches.Map(batch => sums.GetValueOrDefault(batch.Id) is { } sum
            ? new Row(batch.Code, batch.State, batch.ProposedAt, sum.Count, sum.Waiting, new(sum.Sum))
            : new Row(batch.Code, batch.State, batch.ProposedAt, 0, 0, Money.Zero));
    }
}
