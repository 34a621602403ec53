using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Admin;

/// <summary>The book beside what the gateways say, and everything that is still open between them. Only looks: what is wrong is righted by a journal.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class Reconcile(StoreDb db, IReconciliation payments, Balances balances) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public OpenMatter Show { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public MoneyMoved Moved { get; private set; } = null!;

    public Money Clearing { get; private set; }

    public Money Gap => Clearing - (Moved.Captured - Moved.Refunded);

    /// <summary>Events that are not in the book yet: while there are any, a gap is no mistake.</summary>
    public int Underway { get; private set; }

    public Page<OpenMatterRow> List { get; private set; } = Page<OpenMatterRow>.Empty;

    public async Task OnGetAsync()
    {
        Moved = await payments.MovedAsync(Cancel);
        Clearing = await balances.ClearingAsync(Cancel);
        List = await payments.OpenAsync(Show, Number, Cancel);
        if (!Gap.IsZero) Underway = await db.Set<OutboxRow>().CountAsync(row => row.HandledAt == null, Cancel);
    }
}
