using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>An order in plain words, to be copied into a message or read aloud.</summary>
internal static class OrderWords
{
    public static string Of(Order order, Texts texts) => string.Join('\n', Lines(order, texts));

    private static IEnumerable<string> Lines(Order order, Texts texts)
    {
        yield return texts["parcels.words.order", order.Number, texts[$"orders.state.{order.State}"].Value];
        foreach (var line in order.Lines.OrderBy(line => line.Id).Where(line => line.ToSend > 0)) yield return $"{line.ProductName} {line.Label} × {line.ToSend}";
        yield return texts["parcels.words.to", order.Address.Name, order.Address.Phone];
        yield return $"{order.Address.Region} {order.Address.Street}";
        if (order.Note is { } note) yield return texts["orders.note", note];
        foreach (var parcel in order.Parcels.OrderBy(parcel => parcel.Id)) yield return $"{texts[$"shipping.carrier.{parcel.Carrier}"].Value} {parcel.Waybill}";
    }
}
