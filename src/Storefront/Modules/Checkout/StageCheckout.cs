using Storefront.Data;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Checkout.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Checkout;

/// <summary>Writes down what a placed checkout is made of: an order a seller, the payment with its first attempt, and the checkout itself.</summary>
internal sealed class StageCheckout(StoreDb db, IOrders orders, IPayments payments, ISavedAddresses addresses, Texts texts, TimeProvider clock)
{
    /// <summary>How long the goods are held: until the money can be there by the chosen way.</summary>
    public PlaceOrder.Moment MomentFor(string gateway)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new(now, now + (payments.TimeToPay(gateway) ?? PlaceOrder.HeldFor));
    }

    /// <summary>Stages all of it on the caller's transaction. Returns the payment attempt.</summary>
    public async Task<string> RunAsync(string code, PlaceOrder.Request request, DrawUpBill.Bill bill, IReadOnlyList<HeldPart> held, PlaceOrder.Moment moment, CancellationToken cancel)
    {
        foreach (var part in bill.Parts) StageOrder(code, request, part, held);
        var total = bill.Total!.Value;
        var title = texts["checkout.payment_title", bill.Parts[0].Lines.Shop!.Name, bill.Lines.Sum(line => line.Quantity)].Value;
        var attempt = payments.Stage(new(code, total, title, moment.PayUntil, IOrders.OfCheckoutPath(code)), request.Gateway);
        db.Add(new PlacedCheckout { Code = code, Key = request.Key, BuyerId = request.BuyerId, Total = total, Attempt = attempt, PlacedAt = moment.Now });
        if (request is { Remember: true, BuyerId: { } buyer }) await addresses.KeepAsync(buyer, request.Address, cancel);
        return attempt;
    }

    private void StageOrder(string code, PlaceOrder.Request request, DrawUpBill.Part part, IReadOnlyList<HeldPart> held)
    {
        var shop = part.Lines.Shop!;
        var lines = part.Lines.Lines
            .SelectMany(line => held.Where(one => one.VariantId == line.Offer!.VariantId).Select(one => new NewOrderLine(line.Offer!, one)))
            .ToList();
        orders.Stage(new(code, shop.Id, shop.Name, request.BuyerId, Texts.Language, request.Address, part.Freight!.Value, lines, request.Note, part.Lines.VideoCode));
    }
}
