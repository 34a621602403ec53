using Microsoft.AspNetCore.Mvc.Rendering;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Ledger.Pages.Sell;

/// <summary>What the shop has, and line by line where it comes from.</summary>
internal sealed class MoneyPage(ReadStatement statement, IMyShop mine) : StatementPage(statement, mine)
{
    public IEnumerable<SelectListItem> Months => Statement.Months
        .Select(month => new SelectListItem(Texts["ledger.month", month], $"{month:yyyy-MM-dd}", month == Month)).Prepend(new(Texts["ledger.month.all"], ""));

    public Task OnGetAsync() => ReadAsync(Paging.Size);
}
