using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Cart.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages;

/// <summary>Where a buyer comes back to after paying: the orders of one checkout, one a seller. The checkout's code is a secret as well.</summary>
internal sealed class OfCheckout(StoreDb db, IPayments payments, OrderAgain orderAgain) : StorePage
{
    public IReadOnlyList<OrderRow> Orders { get; private set; } = [];

    public PaymentCard? Payment { get; private set; }

    public bool MayOrderAgain => Orders.All(order => order.State == OrderState.Cancelled);

    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        if (Orders.Count == 0) return NotFound();
        return Orders is [var only] ? LocalRedirect(IOrders.Path(only.Code)) : Page();
    }

    public async Task<IActionResult> OnPostAgainAsync()
    {
        await LoadAsync();
        if (Orders.Count == 0) return NotFound();
        return await orderAgain.RunAsync(order => order.CheckoutCode == Code, Cancel) == PutOutcome.None
            ? await RefuseAsync("", Texts["orders.again.gone"])
            : LocalRedirect("/cart");
    }

    protected override async Task LoadAsync()
    {
        Orders = await db.Orders.AsNoTracking().Where(order => order.CheckoutCode == Code).OrderBy(order => order.Id).Select(OrderRow.Of).AsSingleQuery().ToListAsync(Cancel);
        Payment = Orders is [] or [_] ? null : await payments.FindAsync(Code, Cancel);
    }
}
