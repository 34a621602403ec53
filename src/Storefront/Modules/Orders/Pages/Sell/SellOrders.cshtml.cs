using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Sell;

internal sealed class SellOrders(SellerOrders orders, IMyShop myShop) : StorePage
{
    [FromQuery]
    public OrderState State { get; set; } = OrderState.Paid;

    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Page<OrderRow> List { get; private set; } = Page<OrderRow>.Empty;

    public int New { get; private set; }

    public int Packed { get; private set; }

    /// <summary>Every row says whose order it is.</summary>
    public bool HasSeveral { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!SellerOrders.Tabs.Contains(State)) return NotFound();
        List = await orders.ListAsync(State, Number, Cancel);
        New = await orders.CountAsync(OrderState.Paid, Cancel);
        Packed = await orders.CountAsync(OrderState.Packed, Cancel);
        HasSeveral = (await myShop.AllAsync(Cancel)).Count > 1;
        return Page();
    }

    /// <summary>How much work waits under a tab; what is done is not counted.</summary>
    public int Waiting(OrderState state) => state switch
    {
        OrderState.Paid => New,
        OrderState.Packed => Packed,
        _ => 0,
    };
}
