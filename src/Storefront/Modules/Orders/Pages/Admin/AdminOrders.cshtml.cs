using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Admin;

[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class AdminOrders(FindOrders orders) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string? Number { get; set; }

    [FromQuery(Name = "page")]
    public int PageNumber { get; set; } = 1;

    public Page<OrderRow> List { get; private set; } = Page<OrderRow>.Empty;

    public async Task OnGetAsync() => List = await orders.ListAsync(Number?.Trim(), PageNumber, Cancel);
}
