using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Sell;

/// <summary>One of the shop's own orders and what can be done with it next.</summary>
internal sealed class SellOrder(SellerOrders orders, SellerHands hands, ICarriers carriers) : StorePage
{
    private bool _refusedRefund;

    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    [BindProperty]
    public ParcelInput Parcel { get; set; } = new();

    [BindProperty]
    public WhyInput Why { get; set; } = new();

    [BindProperty]
    public RefundInput Refund { get; set; } = new();

    public Order? Order { get; private set; }

    public IReadOnlyList<ReadRefunds.Shown> Refunds { get; private set; } = [];

    public IEnumerable<SelectListItem> Carriers =>
        [new(Texts["orders.carrier.guess"], ""), .. carriers.Keys.Select(key => new SelectListItem(Texts[$"shipping.carrier.{key}"], key))];

    public bool ChoosesPieces => ModelState.Any(entry => entry.Key.StartsWith("Parcel.Pieces", StringComparison.Ordinal) && entry.Value!.Errors.Count > 0);

    /// <summary>The last form was the one that cancels: it stays open.</summary>
    public bool IsCancelling => ModelState.TryGetValue("Why.Reason", out var entry) && entry.Errors.Count > 0;

    /// <summary>The last form was the one that gives back.</summary>
    public bool IsRefunding => ModelState.Any(entry => entry.Key.StartsWith(nameof(Refund), StringComparison.Ordinal) && entry.Value!.Errors.Count > 0) || _refusedRefund;

    private Signature ByMe => new(Mover.Seller, User.AccountId);

    private Expression<Func<Order, bool>> This
    {
        get
        {
            var (shopId, number) = (Order!.ShopId, Number);
            return order => order.ShopId == shopId && order.Number == number;
        }
    }

    public async Task<IActionResult> OnGetAsync() => await FindAsync() ? Page() : NotFound();

    public Task<IActionResult> OnPostPackAsync() => MoveAsync((order, now) => order.Pack(ByMe, now));

    public Task<IActionResult> OnPostDeliveredAsync() => MoveAsync((order, now) => order.Deliver(ByMe, now));

    public async Task<IActionResult> OnPostShipAsync()
    {
        var packed = Parcel.Packed;
        if (!await FindAsync()) return NotFound();
        if (await RefuseAsync(Parcel, nameof(Parcel)) is { } refused) return refused;
        if (Order!.IsPaidAndHere && packed?.All(pieces => pieces == 0) == true) return await RefuseAsync("", Texts["parcels.pieces.none"]);
        return await hands.Ship.RunAsync(This, Parcel.Carrier, Parcel.Waybill!.Trim(), ByMe, Cancel, packed) switch
        {
            ShipOrder.Outcome.Shipped => LocalRedirect(OrderNotices.SellPath(Number)),
            ShipOrder.Outcome.UnknownCarrier => await RefuseAsync("Parcel.Carrier", Texts["orders.carrier.unknown"]),
            _ => await RefuseAsync("", Texts["orders.too_late"]),
        };
    }

    public async Task<IActionResult> OnPostCancelAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (await RefuseAsync(Why, nameof(Why)) is { } refused) return refused;
        return await AnswerAsync(await hands.Cancel.RunAsync(This, ByMe, Why.Reason!.Trim(), Cancel));
    }

    public async Task<IActionResult> OnPostRefundAsync()
    {
        if (!await FindAsync()) return NotFound();
        if (await RefuseAsync(Refund, nameof(Refund)) is { } refused) return refused;
        var outcome = await hands.Refund.RunAsync(This, Refund.ToRequest(), ByMe, Cancel);
        if (outcome == RefundOrder.Outcome.Asked) return LocalRedirect(OrderNotices.SellPath(Number));
        _refusedRefund = true;
        return await RefuseAsync("", Texts[$"orders.refund.no.{outcome}"]);
    }

    protected override Task LoadAsync() => FindAsync();

    private async Task<bool> FindAsync()
    {
        Order = await orders.FindAsync(Number, Cancel);
        if (Order is null) return false;
        Refunds = await hands.Refunds.RunAsync(Order, Cancel);
        Refund.Show(Order);
        Parcel.Show(Order);
        HttpContext.UsesCamera = true;
        return true;
    }

    private async Task<IActionResult> MoveAsync(Func<Order, DateTime, bool> move)
    {
        if (!await FindAsync()) return NotFound();
        return await AnswerAsync(await hands.Move.RunAsync(This, (order, now) => Task.FromResult(move(order, now)), Cancel));
    }

    private async Task<IActionResult> AnswerAsync(bool moved) =>
        moved ? LocalRedirect(OrderNotices.SellPath(Number)) : await RefuseAsync("", Texts["orders.too_late"]);
}
