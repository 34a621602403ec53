using System.Linq.Expressions;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders;

/// <summary>An order as a line of a list.</summary>
internal sealed record OrderRow(
    string Code, string Number, string ShopName, OrderState State, DateTime PlacedAt, string Name, string Region, Money Goods, Money Freight, string? Note, IReadOnlyList<OrderRow.Piece> Pieces)
{
    public static readonly Expression<Func<Order, OrderRow>> Of = order => new(
        order.Code, order.Number, order.ShopName, order.State, order.PlacedAt, order.Address.Name, order.Address.Region, order.Goods, order.Freight, order.Note,
        order.Lines.Where(line => line.Withdrawn < line.Quantity).Select(line => new Piece(line.ProductName, line.Label, line.Quantity - line.Withdrawn, line.PhotoCode)).ToList());

    public Money Total => Goods + Freight;

    /// <summary>What is sent, without what was given back before.</summary>
    internal sealed record Piece(string Product, string Label, int Quantity, string? PhotoCode)
    {
        public override string ToString() => $"{Product} {Label} × {Quantity}";
    }
}
