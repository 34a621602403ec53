using Microsoft.AspNetCore.Mvc;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Sell;

/// <summary>What to take from the shelf, and a slip for each parcel. Made to be printed.</summary>
internal sealed class Packing(SellerOrders orders) : StorePage
{
    [FromQuery(Name = "page")]
    public int Number { get; set; } = 1;

    public Page<Order> List { get; private set; } = Page<Order>.Empty;

    /// <summary>All slips of this page together, by batch.</summary>
    public IEnumerable<(OrderLine Line, int Quantity)> Shelf => List.Items.SelectMany(order => order.Lines).Where(line => line.Left > 0)
        .GroupBy(line => (line.VariantId, line.BatchId))
        .Select(group => (Line: group.First(), Quantity: group.Sum(line => line.Left)))
        .OrderBy(row => row.Line.ProductName, StringComparer.Ordinal).ThenBy(row => row.Line.Label, StringComparer.Ordinal).ThenBy(row => row.Line.BestBefore);

    public async Task OnGetAsync() => List = await orders.PackingAsync(Number, Cancel);
}
