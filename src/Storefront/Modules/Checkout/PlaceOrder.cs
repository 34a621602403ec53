using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Cart.Contracts;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Checkout.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Checkout;

/// <summary>
/// Turns the visitor's cart into one payment and an order a seller, in one transaction: stock is held, everything is staged, saved once.
/// Whatever stands in the way is a named result, and then nothing has changed.
/// </summary>
internal sealed class PlaceOrder(StoreDb db, DrawUpBill drawUpBill, ICart cart, ICatalog catalog, StageCheckout stageCheckout)
{
    public static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(30);
    private const int Tries = 3;

    public async Task<Outcome> RunAsync(Request request, CancellationToken cancel)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await db.WriteAsync(token => PlaceAsync(request, token), cancel, keep: outcome => outcome is Placed { Again: false });
            }
            catch (Exception failure) when (attempt < Tries && (failure is DbUpdateConcurrencyException || db.IsUniqueClash(failure)))
            {
                // The same form's other press won, or a fresh number was taken: look again, the checkout may be there now.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<Outcome> PlaceAsync(Request request, CancellationToken cancel)
    {
        var key = request.Key;
        if (await db.Checkouts.Where(checkout => checkout.Key == key).Select(checkout => checkout.Attempt).FirstOrDefaultAsync(cancel) is { } earlier)
            return new Placed(earlier, Again: true);
        var bill = await drawUpBill.RunAsync(request.Address.RegionCode, cancel);
        if (Refuse(bill, request.Seen) is { } refusal) return refusal;
        var (code, moment) = (Code.NewSecret(), stageCheckout.MomentFor(request.Gateway));
        var hold = await catalog.HoldAsync(code, [.. bill.Lines.Select(line => new Wanted(line.Offer!.VariantId, line.Quantity))], moment.PayUntil, cancel);
        if (!hold.Held) return new SoldOut(NamesOf(bill.Lines.Where(line => hold.Missing.Contains(line.Offer!.VariantId))));
        var attempt = await stageCheckout.RunAsync(code, request, bill, hold.Parts, moment, cancel);
        await cart.RemoveAsync([.. bill.Lines.Select(line => line.VariantCode)], cancel);
        return new Placed(attempt, Again: false);
    }

    private static Outcome? Refuse(DrawUpBill.Bill bill, Money? seen)
    {
        if (bill.Parts.Count == 0) return new CartEmpty();
        if (bill.Lines.Where(line => line.Trouble == LineTrouble.Gone).ToList() is { Count: > 0 } gone) return new Forbidden(NamesOf(gone));
        if (bill.Lines.Where(line => !line.CanBuy).ToList() is { Count: > 0 } short_) return new SoldOut(NamesOf(short_));
        if (bill.Parts.FirstOrDefault(part => !part.Delivers) is { } far) return new NotDelivered(far.Lines.Shop!.Name);
        return bill.Total != seen ? new PriceChanged(bill.Total!.Value) : null;
    }

    private static IReadOnlyList<string> NamesOf(IEnumerable<PricedLine> lines) =>
        [.. lines.Select(line => line.Offer).OfType<Offer>().Select(offer => $"{offer.ProductName} {offer.Label}")];

    /// <param name="Key">The form's own key.</param>
    /// <param name="Seen">The total the buyer was shown; null when none was.</param>
    public sealed record Request(string Key, Address Address, string? Note, string Gateway, Money? Seen, long? BuyerId, bool Remember);

    public sealed record Moment(DateTime Now, DateTime PayUntil);

    public abstract record Outcome;

    /// <param name="Again">This form had been placed before; nothing was done now.</param>
    public sealed record Placed(string Attempt, bool Again) : Outcome;

    public sealed record PriceChanged(Money Total) : Outcome;

    public sealed record SoldOut(IReadOnlyList<string> Which) : Outcome;

    public sealed record NotDelivered(string Shop) : Outcome;

    public sealed record CartEmpty : Outcome;

    public sealed record Forbidden(IReadOnlyList<string> Which) : Outcome;
}
