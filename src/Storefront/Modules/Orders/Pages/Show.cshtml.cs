using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Cart.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages;

/// <summary>One order, for whoever holds its secret code.</summary>
internal sealed class Show(StoreDb db, BuyerHands hands, IPayments payments, ReadRefunds readRefunds) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string Code { get; set; } = "";

    public Order? Order { get; private set; }

    public PaymentCard? Payment { get; private set; }

    public IReadOnlyList<ReadRefunds.Shown> Refunds { get; private set; } = [];

    public Money Left => Refundable.Of(Order!).All.Sum;

    public bool MayCancel => Order!.MayCancel || (Order is { State: OrderState.AwaitingPayment } && Payment is { State: PaymentState.Waiting });

    /// <summary>Nothing was paid in time, or it was called off: the goods may still be there.</summary>
    public bool MayOrderAgain => Order!.State == OrderState.Cancelled;

    public bool MayConfirm => Order!.State is OrderState.Shipped or OrderState.Delivered;

    public async Task<IActionResult> OnGetAsync()
    {
        await LoadAsync();
        return Order is null ? NotFound() : Page();
    }

    public Task<IActionResult> OnPostCancelAsync() =>
        MoveAsync(() => hands.Cancel.RunAsync(order => order.Code == Code, new(Mover.Buyer, User.AccountId), reason: null, Cancel));

    public Task<IActionResult> OnPostReceivedAsync() => MoveAsync(() => hands.Confirm.RunAsync(Code, User.AccountId, Cancel));

    public async Task<IActionResult> OnPostAgainAsync()
    {
        await LoadAsync();
        if (Order is null) return NotFound();
        return await hands.Again.RunAsync(order => order.Code == Code, Cancel) == PutOutcome.None
            ? await RefuseAsync("", Texts["orders.again.gone"])
            : LocalRedirect("/cart");
    }

    protected override async Task LoadAsync()
    {
        Order = await db.Orders.AsNoTracking().Whole().FirstOrDefaultAsync(order => order.Code == Code, Cancel);
        if (Order is null) return;
        Payment = await payments.FindAsync(Order.CheckoutCode, Cancel);
        Refunds = await readRefunds.RunAsync(Order, Cancel);
    }

    private async Task<IActionResult> MoveAsync(Func<Task<bool>> move)
    {
        if (!await db.Orders.AnyAsync(order => order.Code == Code, Cancel)) return NotFound();
        return await move() ? LocalRedirect(IOrders.Path(Code)) : await RefuseAsync("", Texts["orders.too_late"]);
    }
}
