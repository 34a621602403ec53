using QRCoder;

namespace Storefront.Modules.Videos.Pages.Sell;

/// <summary>The short address of a video as people see, copy and scan it.</summary>
internal sealed class ShortAddress(HttpRequest request, string code)
{
    public string Whole => $"{request.Scheme}://{request.Host}/v/{code}";

    /// <summary>Without the scheme: what stands under a QR code on paper.</summary>
    public string Said => $"{request.Host}/v/{code}";

    /// <summary>A drawing in the page itself: sharp on any printer, no request, no script.</summary>
    public string Qr()
    {
        using var drawing = QRCodeGenerator.GenerateQrCode(Whole, QRCodeGenerator.ECCLevel.M);
        using var picture = new SvgQRCode(drawing);
        var svg = picture.GetGraphic(pixelsPerModule: 4, "#000", "#fff", drawQuietZones: true, SvgQRCode.SizingMode.ViewBoxAttribute);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg));
    }
}
