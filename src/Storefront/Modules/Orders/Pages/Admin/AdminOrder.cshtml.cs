using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Admin;

/// <summary>One order for the people who look after money: what was given back of it and how far that has come. Where it was sent to is not their business.</summary>
[Authorize(Roles = Policies.AdminRole + "," + Policies.FinanceRole)]
internal sealed class AdminOrder(FindOrders orders, ReadRefunds readRefunds, RefundOrder refundOrder) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    [BindProperty]
    public RefundInput Refund { get; set; } = new();

    public Order? Order { get; private set; }

    public IReadOnlyList<ReadRefunds.Shown> Refunds { get; private set; } = [];

    public bool IsRefunding => !ModelState.IsValid;

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostRefundAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (await RefuseAsync(Refund, nameof(Refund)) is { } refused) return refused;
        var number = Number;
        return await refundOrder.RunAsync(order => order.Number == number, Refund.ToRequest(), new(Mover.Market, User.AccountId), Cancel) switch
        {
            RefundOrder.Outcome.Asked => LocalRedirect($"/admin/orders/{Number}"),
            var no => await RefuseAsync("", Texts[$"orders.refund.no.{no}"]),
        };
    }

    protected override Task LoadAsync() => FindAsync();

    private async Task<bool> FindAsync()
    {
        Order = await orders.FindAsync(Number, Cancel);
        if (Order is null) return false;
        Refunds = await readRefunds.RunAsync(Order, Cancel);
        Refund.Show(Order);
        return true;
    }
}
