using Microsoft.AspNetCore.Mvc.Rendering;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Sell;

/// <summary>What the shop has, and line by line where it comes from.</summary>
internal sealed class MoneyPage(ReadStatement statement, IMyShop mine, IPayees payees) : StatementPage(statement, mine)
{
    /// <summary>The vendor whose accounts shops can be paid to; null: none, or the visitor is not the owner.</summary>
    public string? Gateway { get; private set; }

    public PayeeCard? Payee { get; private set; }

    public IEnumerable<SelectListItem> Months => Statement.Months
        .Select(month => new SelectListItem(Texts["ledger.month", month], $"{month:yyyy-MM-dd}", month == Month)).Prepend(new(Texts["ledger.month.all"], ""));

    public async Task OnGetAsync()
    {
        await ReadAsync(Paging.Size);
        if (payees.Gateway is not { } gateway || !await Mine.IsOwnerAsync(Cancel)) return;
        (Gateway, Payee) = (gateway, await payees.FindAsync(Shop.Id, Cancel));
    }
}
