using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Admin;

/// <summary>One batch: reviewed as a draft, then booked and followed until every payout has arrived or come back.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class Batch(StoreDb db, OrderPayouts order, PayoutNames names, IPayees payees) : StorePage
{
    internal sealed record Row(string Code, string Payee, Money Amount, PayoutState State, PayoutWay Way, string? Note);

    internal sealed record Sum(PayoutState State, PayoutWay Way, int Count, Money Amount);

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    /// <summary>Whether shops with an account at the vendor get their money there.</summary>
    [BindProperty]
    public bool ToAccounts { get; set; } = true;

    public BatchState State { get; private set; }

    public IReadOnlyList<Sum> Sums { get; private set; } = [];

    /// <summary>Every payout has arrived, come back or been left out, by whichever way.</summary>
    public bool IsFinished => State == BatchState.Ordered && Sums.All(sum => sum.State != PayoutState.Ordered);

    public bool HasBankWork => Sums.Any(sum => sum is { State: PayoutState.Ordered, Way: PayoutWay.Bank });

    public bool IsSending => Sums.Any(sum => sum is { State: PayoutState.Ordered, Way: PayoutWay.Account });

    public string? Gateway => payees.Gateway;

    /// <summary>How many of a draft's payouts can be sent to shops' own accounts.</summary>
    public int Sendable { get; private set; }

    public Page<Row> List { get; private set; } = Page<Row>.Empty;

    public static string LookOf(PayoutState state) => state switch
    {
        PayoutState.Paid => "good",
        PayoutState.Short or PayoutState.Returned => "bad",
        PayoutState.Excluded => "warn",
        _ => "",
    };

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostOrderAsync() => DecideAsync(drop: false);

    public Task<IActionResult> OnPostDropAsync() => DecideAsync(drop: true);

    protected override Task LoadAsync() => FindAsync();

    private async Task<IActionResult> DecideAsync(bool drop) => await order.RunAsync(Code, drop, Cancel, ToAccounts) switch
    {
        OrderPayouts.Outcome.Done => LocalRedirect($"/admin/money/payouts/{Code}"),
        OrderPayouts.Outcome.Unknown => NotFound(),
        _ => await RefuseAsync("", Texts["ledger.batch.late"]),
    };

    private async Task<bool> FindAsync()
    {
        var found = await db.PayoutBatches.AsNoTracking().Where(batch => batch.Code == Code).Select(batch => new { batch.Id, batch.State }).FirstOrDefaultAsync(Cancel);
        if (found is null) return false;
        State = found.State;
        var lines = db.PayoutLines.AsNoTracking().Where(line => line.BatchId == found.Id);
        Sums = await lines.GroupBy(line => new { line.State, line.Way }).Select(group => new { group.Key.State, group.Key.Way, Count = group.Count(), Sum = group.Sum(line => line.Amount.Fen) })
            .OrderBy(group => group.State).ThenBy(group => group.Way).Select(group => new Sum(group.State, group.Way, group.Count, new Money(group.Sum))).ToListAsync(Cancel);
        if (State == BatchState.Draft && Gateway is not null)
            Sendable = (await payees.ReadyAsync(await lines.Where(line => line.State == PayoutState.Proposed && line.HelperId == 0).Select(line => line.ShopId).ToListAsync(Cancel), Cancel)).Count;
        var rows = await lines.OrderBy(line => line.Id).Take(Number, Paging.Size).ToListAsync(Cancel);
        var nameOf = await names.ReadAsync(rows, Cancel);
        List = rows.ToPage(Number, Paging.Size).Map(line => new Row(line.Code, nameOf(line), line.Amount, line.State, line.Way, line.Reference ?? line.Reason));
        return true;
    }
}
