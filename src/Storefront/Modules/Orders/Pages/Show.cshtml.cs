using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages;

/// <summary>One order, for whoever holds its secret code.</summary>
internal sealed class Show(StoreDb db, CancelOrder cancelOrder, ConfirmReceipt confirmReceipt, IPayments payments) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public Order? Order { get; private set; }

    public PaymentCard? Payment { get; private set; }

    public bool MayCancel => Order!.IsPaidAndHere || (Order is { State: OrderState.AwaitingPayment } && Payment is { State: PaymentState.Waiting });

    public bool MayConfirm => Order!.State is OrderState.Shipped or OrderState.Delivered;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Order is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostCancelAsync() =>
        MoveAsync(() => cancelOrder.RunAsync(order => order.Code == Code, new(Mover.Buyer, User.AccountId), reason: null, Cancel));

    public Task<IActionResult> OnPostReceivedAsync() => MoveAsync(() => confirmReceipt.RunAsync(Code, User.AccountId, Cancel));

    protected override async Task LoadAsync()
    {
        Order = await db.Orders.AsNoTracking().Whole().FirstOrDefaultAsync(order => order.Code == Code, Cancel);
        if (Order is not null) Payment = await payments.FindAsync(Order.CheckoutCode, Cancel);
    }

    private async Task<IActionResult> MoveAsync(Func<Task<bool>> move)
    {
        if (!await db.Orders.AnyAsync(order => order.Code == Code, Cancel)) return NotFound();
        return await move() ? LocalRedirect(IOrders.Path(Code)) : await RefuseAsync("", Texts["orders.too_late"]);
    }
}
