using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Sellers.Demo;

/// <summary>Fills in a whole application the way the steps of the form do.</summary>
internal sealed class DraftDemoShop(IDrawings drawings, IDocuments documents, IRegions regions, PayoutDesk payouts, TimeProvider clock)
{
    public async Task<Shop> RunAsync(DemoShop wanted, long owner, string holder, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var picture = await drawings.DrawAsync([new(wanted.Picture, wanted.Seed)], owner, cancel);
        var shop = Shop.Open(wanted.Name, wanted.Story, new(owner, now));
        shop.Describe(wanted.Name, wanted.Story, picture[0]);
        shop.Settle(wanted.Region, regions.Origin(wanted.Region)!, wanted.Village);
        DateOnly? expires = wanted.Paper.ExpiresIn is { } days ? LocalTime.Today(clock).AddDays(days) : null;
        shop.File(new(wanted.Paper.Kind, wanted.Paper.Number, wanted.Paper.Issuer, await DocumentAsync(wanted, owner, cancel), expires, wanted.Paper.Covers), now);
        shop.PayTo(PayoutKind.Alipay, holder, wanted.Owner, payouts.Seal);
        return shop;
    }

    private async Task<string?> DocumentAsync(DemoShop wanted, long owner, CancellationToken cancel)
    {
        if (!wanted.Paper.Document) return null;
        using var photo = new MemoryStream(PaperPicture.Draw(wanted.Seed));
        return (await documents.SaveAsync(photo, owner, cancel)).Code;
    }
}
