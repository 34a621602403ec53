using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Sell;

/// <summary>The stall's home: what must I send today, what sold, what do I earn.</summary>
internal sealed class Today(SellerOrders orders, IMyShop myShop) : StorePage
{
    public ShopCard Shop { get; private set; } = null!;

    public int New { get; private set; }

    public Page<OrderRow> Next { get; private set; } = Page<OrderRow>.Empty;

    public SellerOrders.Sales Sales { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        Shop = await myShop.GetAsync(Cancel);
        New = await orders.CountAsync(Shop.Id, OrderState.Paid, Cancel);
        Next = await orders.ListAsync(Shop.Id, OrderState.Paid, page: 1, Cancel);
        Sales = await orders.SalesAsync(Shop.Id, Cancel);
    }
}
