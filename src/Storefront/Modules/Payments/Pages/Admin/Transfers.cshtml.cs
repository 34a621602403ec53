using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;

namespace Storefront.Modules.Payments.Pages.Admin;

[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class Transfers(ListTransfers list, StoreDb db) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public TransferList Show { get; set; }

    /// <summary>A reference as it stands on a bank statement.</summary>
    [FromQuery(Name = "q")]
    public string? Sought { get; set; }

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public bool IsUnknown { get; private set; }

    public Page<ListTransfers.Row> List { get; private set; } = Page<ListTransfers.Row>.Empty;

    public async Task<IActionResult> OnGetAsync()
    {
        var code = Sought?.Trim();
        if (!string.IsNullOrEmpty(code))
        {
            if (await db.Transfers.AnyAsync(transfer => transfer.Code == code, Cancel)) return LocalRedirect($"/admin/payments/offline/{code}");
            IsUnknown = true;
        }
        List = await list.RunAsync(Show, Number, Cancel);
        return Page();
    }
}
