using System.Text;
using Microsoft.AspNetCore.Mvc;
using QRCoder;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;

namespace Storefront.Modules.Orders.Pages.Sell;

/// <summary>What lies in the box beside the goods: what is in it, from which batch, and a code that leads to the batch's own page. Made to be printed.</summary>
internal sealed class Slip(SellerOrders orders) : StorePage
{
    [BindProperty(SupportsGet = true)]
    public string Number { get; set; } = "";

    /// <summary>The order's first parcel is 1; null: one that is still to be packed.</summary>
    [FromQuery]
    public int? Parcel { get; set; }

    [FromQuery]
    public bool Prices { get; set; }

    /// <summary>What is in a parcel still to be packed, by line in the lines' order; nothing said: everything that waits.</summary>
    [FromQuery]
    public List<int?> Pieces { get; set; } = [];

    public Order Order { get; private set; } = null!;

    public IReadOnlyList<OrderLine> Lines => [.. Order.Lines.OrderBy(line => line.Id)];

    public IReadOnlyList<(OrderLine Line, int Quantity)> Rows { get; private set; } = [];

    public Money Sum => Rows.Aggregate(Money.Zero, (sum, row) => sum + row.Line.Price * row.Quantity);

    /// <summary>Each batch in the box once, with the picture of its code.</summary>
    public IEnumerable<(OrderLine Line, string Picture)> Batches => Rows.Select(row => row.Line).DistinctBy(line => line.BatchCode)
        .Select(line => (line, Draw($"{Request.Scheme}://{Request.Host}{ICatalog.BatchPath(line.BatchCode)}")));

    public int Packed(int at) => Math.Clamp(Pieces.ElementAtOrDefault(at) ?? (Pieces.Count == 0 ? Lines[at].Left : 0), 0, Lines[at].Left);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await orders.FindAsync(Number, Cancel) is not { } order) return NotFound();
        Order = order;
        if (Parcel is not { } at) Rows = [.. Lines.Select((line, index) => (line, Quantity: order.IsPaidAndHere ? Packed(index) : line.ToSend)).Where(row => row.Quantity > 0)];
        else if (order.Parcels.OrderBy(parcel => parcel.Id).ElementAtOrDefault(at - 1) is { } parcel)
            Rows = [.. parcel.Lines.Select(part => (Lines.First(line => line.Id == part.LineId), part.Quantity))];
        else return NotFound();
        return Page();
    }

    /// <summary>A picture in the page itself: no request, no script, and sharp on paper.</summary>
    private static string Draw(string address)
    {
        using var drawing = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(drawing);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(Encoding.UTF8.GetBytes(picture.GetGraphic(pixelsPerModule: 4)));
    }
}
