using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog.Demo;

/// <summary>Lists one thing as its seller would: words, photos, sizes, the harvest, then the video.</summary>
internal sealed class ListDemoGood(StoreDb db, SaveProduct save, ReceiveStock receive, IVideos videos, TimeProvider clock)
{
    /// <param name="photos">Of the seller's account, the cover first.</param>
    public async Task RunAsync(DemoGood good, ShopCard shop, long seller, IReadOnlyList<string> photos, string? poster, CancellationToken cancel)
    {
        var today = LocalTime.Today(clock);
        var sizes = good.Sizes.Select(size => new SaveProduct.Size(Code: null, size.Label, size.Grams, size.Price, size.Stock, Removed: false)).ToList();
        var saved = await save.RunAsync(
            shop, seller, new(Code: null, good.Name, good.Category, good.Description, good.Storage, photos, sizes, good.Harvest.On(today), ShareText: null, Guessed: null, Publish: true), cancel);
        if (saved.Verdict != SaveProduct.Verdict.Saved) throw new InvalidOperationException($"{good.Name} of the demo market was answered with {saved.Verdict}.");
        if (good.Again is { } again) await ReceiveAsync(shop, saved.Code, again, today, cancel);
        if (good.Video is { } video && (await videos.AttachAsync(shop.Id, saved.Code, video, poster, cancel)).RefusalKey is { } refusal)
            throw new InvalidOperationException($"The video of {good.Name} was answered with {refusal}.");
    }

    private async Task ReceiveAsync(ShopCard shop, string product, DemoHarvest again, DateOnly today, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var first = await db.Variants.Where(variant => variant.Product.Code == product).OrderBy(variant => variant.Position).Select(variant => variant.Code).FirstAsync(cancel);
        await receive.RunAsync(shop.Id, product, again.On(today), new Dictionary<string, int> { [first] = again.Stock }, cancel);
    }
}
