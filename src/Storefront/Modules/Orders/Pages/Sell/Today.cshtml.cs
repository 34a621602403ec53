using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Sell;

/// <summary>The stall's home: what must I send today, what sold, what do I earn.</summary>
internal sealed class Today(SellerOrders orders, IMyShop myShop) : StorePage
{
    public ShopCard Shop { get; private set; } = null!;

    /// <summary>What is to be sent and what sold is that of all shops; every row says whose order it is.</summary>
    public bool HasSeveral { get; private set; }

    public int New { get; private set; }

    public Page<OrderRow> Next { get; private set; } = Page<OrderRow>.Empty;

    public SellerOrders.Sales Sales { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Shop = await myShop.GetAsync(Cancel);
        HasSeveral = (await myShop.AllAsync(Cancel)).Count > 1;
        New = await orders.CountAsync(OrderState.Paid, Cancel);
        Next = await orders.ListAsync(OrderState.Paid, page: 1, Cancel);
        Sales = await orders.SalesAsync(Cancel);
    }
}
