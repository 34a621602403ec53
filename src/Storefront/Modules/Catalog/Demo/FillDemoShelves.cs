using Storefront.Data;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Demo;

/// <summary>Every open shop of the demo market lists its goods, all in one transaction; the pictures are drawn before it.</summary>
internal sealed class FillDemoShelves(StoreDb db, IShops shops, IDrawings drawings, ListDemoGood list) : IDemoStep
{
    /// <summary>Spread so that neighbours on a page have different papers.</summary>
    private const int SeedStep = 7;

    public int Order => 30;

    public async Task RunAsync(CancellationToken cancel)
    {
        var open = (await shops.OpenAsync(1, cancel)).Items.ToDictionary(shop => shop.Name, StringComparer.Ordinal);
        var ready = new List<Listing>();
        foreach (var goods in DemoGood.All.Index().GroupBy(one => one.Item.Shop)) ready.AddRange(await DrawAsync(open[goods.Key], [.. goods], cancel));
        await db.WriteAsync(async token =>
        {
            // The newest come first on the home page: taking turns keeps one shop from filling it, and each shop's best is listed last.
            foreach (var one in ready.OrderByDescending(one => one.Turn)) await list.RunAsync(one.Good, one.Shop, one.Seller, one.Photos, one.Poster, token);
        }, cancel);
    }

    private async Task<List<Listing>> DrawAsync(ShopCard shop, IReadOnlyList<(int Index, DemoGood Good)> goods, CancellationToken cancel)
    {
        var seller = (await shops.MembersAsync(shop.Id, cancel))[0];
        var sheets = goods.SelectMany(one => one.Good.Pictures.Append(one.Good.Poster).OfType<string>().Select((motif, at) => new Drawing(motif, one.Index * SeedStep + at * 3))).ToList();
        var codes = new Queue<string>(await drawings.DrawAsync(sheets, seller, cancel));
        return [.. goods.Select((one, turn) => new Listing(
            one.Good, shop, seller, [.. one.Good.Pictures.Select(_ => codes.Dequeue())], one.Good.Poster is null ? null : codes.Dequeue(), turn))];
    }

    private sealed record Listing(DemoGood Good, ShopCard Shop, long Seller, IReadOnlyList<string> Photos, string? Poster, int Turn);
}
