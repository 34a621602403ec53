using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using QRCoder;
using Storefront.Data;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Pages.Sell;

/// <summary>The grower's private link to the statement: made, shown once, renewed, ended.</summary>
[May(ShopRight.StatementLink)]
internal sealed class GrowerLink(StoreDb db, IMyShop mine, MakeStatementLink make) : StorePage
{
    public ShopCard Shop { get; private set; } = null!;

    public StatementLink? Link { get; private set; }

    /// <summary>The whole address, only in the answer that made it.</summary>
    public Uri? Address { get; private set; }

    public string Picture
    {
        get
        {
            using var drawing = QRCodeGenerator.GenerateQrCode(Address!.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
            using var picture = new PngByteQRCode(drawing);
            return "data:image/png;base64," + Convert.ToBase64String(picture.GetGraphic(pixelsPerModule: 6));
        }
    }

    public Task OnGetAsync() => LoadAsync();

    /// <summary>Answers with the page itself: what is shown once cannot be fetched again after a redirect.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        var key = await make.RunAsync(await mine.GetAsync(Cancel), User.AccountId!.Value, renew: true, Cancel);
        Address = new(new Uri($"{Request.Scheme}://{Request.Host}"), IStatementLinks.Path(key!));
        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostEndAsync()
    {
        await make.RunAsync(await mine.GetAsync(Cancel), User.AccountId!.Value, renew: false, Cancel);
        return LocalRedirect("/sell/link");
    }

    protected override async Task LoadAsync()
    {
        Shop = await mine.GetAsync(Cancel);
        Link = await db.StatementLinks.AsNoTracking().FirstOrDefaultAsync(link => link.ShopId == Shop.Id, Cancel);
    }
}
