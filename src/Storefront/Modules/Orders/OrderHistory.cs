using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>What a person has bought. Erased, an order keeps its number, goods and sums and no longer says whose it was.</summary>
internal sealed class OrderHistory(StoreDb db, IPayments payments, IPayerProofs proofs) : IPersonalData
{
    public string Name => "orders";

    public async Task<object?> ExportAsync(long accountId, CancellationToken cancel)
    {
        var orders = await db.Orders.AsNoTracking().Whole().Include(order => order.Refunds).ThenInclude(refund => refund.Lines).AsSplitQuery().Where(order => order.BuyerId == accountId).OrderBy(order => order.Id).ToListAsync(cancel);
        string[] checkouts = [.. orders.Select(order => order.CheckoutCode).Distinct()];
        var paid = await payments.FindManyAsync(checkouts, cancel);
        var shown = (await proofs.FindAsync(checkouts, cancel)).ToLookup(proof => proof.Payment);
        return orders.Count == 0 ? null : orders.ConvertAll(order => Told(order, paid.GetValueOrDefault(order.CheckoutCode), shown[order.CheckoutCode]));
    }

    public async Task EraseAsync(long accountId, DateTime now, CancellationToken cancel)
    {
        var mine = db.Orders.Where(order => order.BuyerId == accountId);
        await proofs.StageForgetAsync(await mine.Select(order => order.CheckoutCode).Distinct().ToListAsync(cancel), cancel);
        await db.Set<OrderMove>().Where(move => move.Reason != null && mine.Select(order => order.Id).Contains(move.OrderId))
            .ExecuteUpdateAsync(set => set.SetProperty(move => move.Reason, (string?)null), cancel);
        await db.OrderRefunds.Where(refund => refund.Reason != null && mine.Select(order => order.Id).Contains(refund.OrderId))
            .ExecuteUpdateAsync(set => set.SetProperty(refund => refund.Reason, (string?)null), cancel);
        await mine.ExecuteUpdateAsync(set => set
            .SetProperty(order => order.Note, (string?)null)
            .SetProperty(order => order.Address.Name, Address.Nameless)
            .SetProperty(order => order.Address.Phone, "")
            .SetProperty(order => order.Address.RegionCode, "")
            .SetProperty(order => order.Address.Region, "")
            .SetProperty(order => order.Address.Street, ""), cancel);
    }

    private static object Told(Order order, PaymentCard? payment, IEnumerable<PayerProofCard> proofs) => new
    {
        order.Number,
        order.ShopName,
        order.PlacedAt,
        order.State,
        order.Goods,
        order.Freight,
        order.Total,
        DeliveredTo = new { order.Address.Name, order.Address.Phone, order.Address.Region, order.Address.Street },
        order.Note,
        CameByVideo = order.VideoCode,
        Lines = order.Lines.Select(line => new { line.ProductName, line.Label, line.Quantity, line.Price, line.Sum, line.WeighedGrams, line.BatchCode, line.HarvestedOn, line.BestBefore }),
        Steps = order.Moves.OrderBy(move => move.Id).Select(move => new { move.To, move.At, move.By, move.Reason }),
        Parcels = order.Parcels.Select(parcel => new { parcel.Carrier, parcel.Waybill, parcel.ShippedAt, Pieces = parcel.Lines.Sum(line => line.Quantity) }),
        GivenBack = order.Refunds.OrderBy(refund => refund.Id).Select(refund => new { refund.At, refund.By, refund.Reason, refund.Goods, refund.Freight, refund.Sum }),
        ProofsOfPayment = proofs.Select(proof => new { proof.SentAt, proof.Note }),
        Payment = payment is null ? null : new { payment.Amount, payment.Refunded, payment.State },
    };
}
