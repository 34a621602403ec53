using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages;

/// <summary>Where a buyer comes back to after paying: the orders of one checkout, one a seller. The checkout's code is a secret as well.</summary>
internal sealed class OfCheckout(StoreDb db, IPayments payments) : StorePage
{
    public IReadOnlyList<OrderRow> Orders { get; private set; } = [];

    public PaymentCard? Payment { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code)
    {
        Orders = await db.Orders.AsNoTracking().Where(order => order.CheckoutCode == code).OrderBy(order => order.Id).Select(OrderRow.Of).AsSingleQuery().ToListAsync(Cancel);
        if (Orders.Count == 0) return NotFound();
        if (Orders is [var only]) return LocalRedirect(IOrders.Path(only.Code));
        Payment = await payments.FindAsync(code, Cancel);
        return Page();
    }
}
