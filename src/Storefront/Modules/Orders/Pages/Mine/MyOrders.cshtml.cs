using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Mine;

internal sealed class MyOrders(StoreDb db) : StorePage
{
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Page<OrderRow> List { get; private set; } = Page<OrderRow>.Empty;

    public async Task OnGetAsync()
    {
        var account = User.AccountId;
        List = (await db.Orders.AsNoTracking().Where(order => order.BuyerId == account).OrderByDescending(order => order.Id)
            .Take(Number, Paging.Size).Select(OrderRow.Of).AsSingleQuery().ToListAsync(Cancel)).ToPage(Number, Paging.Size);
    }
}
