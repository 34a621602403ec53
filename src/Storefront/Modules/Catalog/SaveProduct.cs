using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Videos.Contracts;
using Storefront.Shared;

namespace Storefront.Modules.Catalog;

/// <summary>Saves what a seller wrote about a product, new or known, and publishes it when asked: everything or nothing.</summary>
internal sealed class SaveProduct(StoreDb db, IPhotos photos, IVideos videos, IndexProduct index, TimeProvider clock)
{
    public enum Verdict { Saved, NotFound, NothingToSell, Blocked, NoVideo, ChangedMeanwhile }

    /// <param name="Code">Null for a size that is new.</param>
    /// <param name="Quantity">Units in the first batch; of no effect later.</param>
    public sealed record Size(string? Code, string Label, int NetGrams, Money Price, int Quantity, bool Removed);

    public sealed record Harvest(DateOnly On, DateOnly BestBefore, string Place);

    /// <param name="Code">Null for a new product.</param>
    /// <param name="Harvest">The first batch; of no effect when there is one.</param>
    /// <param name="Guessed">What nobody has agreed to yet; a draft remembers it.</param>
    public sealed record Listing(
        string? Code, string Name, string Category, string Description, string StorageHint, IReadOnlyList<string> Photos, IReadOnlyList<Size> Sizes, Harvest? Harvest,
        string? ShareText, string? Guessed, bool Publish);

    /// <param name="VideoRefusal">Text key that says why the share text was of no use.</param>
    public sealed record Outcome(Verdict Verdict, string Code = "", string? VideoRefusal = null);

    public async Task<Outcome> RunAsync(ShopCard shop, long accountId, Listing listing, CancellationToken cancel)
    {
        try
        {
            return await db.WriteAsync(token => SaveAsync(shop, accountId, listing, token), cancel, outcome => outcome.Verdict == Verdict.Saved);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new(Verdict.ChangedMeanwhile);
        }
    }

    private async Task<Outcome> SaveAsync(ShopCard shop, long accountId, Listing listing, CancellationToken cancel)
    {
        if (await FindAsync(shop, listing.Code, cancel) is not { } product) return new(Verdict.NotFound);
        // It was put on show while the form was open: buyers never see what nobody has agreed to.
        if (product.State == ProductState.Published && listing.Guessed is not null) return new(Verdict.ChangedMeanwhile);
        product.Describe(listing.Name, listing.Category, listing.Description, listing.StorageHint);
        product.Remember(listing.Guessed);
        product.Illustrate(await AllowedAsync(product, listing.Photos, accountId, cancel));
        product.Follow(shop.Place, shop.IsOpen);
        var sizes = Apply(product, listing.Sizes);
        if (listing.Harvest is { } harvest && !await db.Batches.AnyAsync(batch => batch.ProductId == product.Id, cancel)) Receive(product, harvest, sizes);
        if (listing.Publish && product.State == ProductState.Blocked) return new(Verdict.Blocked);
        if (!product.Sizes.Any() && (listing.Publish || product.State == ProductState.Published)) return new(Verdict.NothingToSell);
        if (listing.Publish) product.Publish();
        await index.RunAsync(product, shop.Name, cancel);
        return await AttachAsync(product, listing.ShareText, cancel) is { } refusal ? new(Verdict.NoVideo, VideoRefusal: refusal) : new(Verdict.Saved, product.Code);
    }

    private async Task<Product?> FindAsync(ShopCard shop, string? code, CancellationToken cancel)
    {
        if (code is not null)
            return await db.Products.Include(product => product.Variants).FirstOrDefaultAsync(product => product.Code == code && product.ShopId == shop.Id, cancel);
        var made = new Product { Code = Code.NewPublic(), ShopId = shop.Id, CreatedAt = clock.GetUtcNow().UtcDateTime };
        db.Add(made);
        return made;
    }

    /// <summary>Photos the product has, whoever of the shop brought them, and those this account uploaded. A form can claim anything.</summary>
    private async Task<IReadOnlyList<string>> AllowedAsync(Product product, IReadOnlyList<string> claimed, long accountId, CancellationToken cancel)
    {
        var added = claimed.Except(product.Photos, StringComparer.Ordinal).ToList();
        var owned = added.Count == 0 ? [] : await photos.OwnedAsync(added, accountId, cancel);
        return [.. claimed.Distinct(StringComparer.Ordinal).Where(code => product.Photos.Contains(code) || owned.Contains(code))];
    }

    private static List<(Variant Variant, int Quantity)> Apply(Product product, IReadOnlyList<Size> sizes)
    {
        var applied = new List<(Variant, int)>();
        foreach (var (position, size) in sizes.Take(Product.MostVariants).Index())
        {
            var variant = size.Code is null ? null : product.Sizes.FirstOrDefault(known => known.Code == size.Code);
            if (size.Removed)
            {
                variant?.Remove();
                continue;
            }
            if (variant is null) product.Variants.Add(variant = new() { Code = Code.NewPublic(), Product = product });
            variant.Offer(size.Label, size.NetGrams, size.Price, position);
            applied.Add((variant, size.Quantity));
        }
        product.Reprice();
        return applied;
    }

    private static void Receive(Product product, Harvest harvest, List<(Variant Variant, int Quantity)> sizes)
    {
        var batch = new Batch { Code = Code.NewPublic(), Product = product, HarvestedOn = harvest.On, BestBefore = harvest.BestBefore, Place = harvest.Place };
        foreach (var (variant, quantity) in sizes.Where(size => size.Quantity > 0)) product.Receive(batch, variant, quantity);
    }

    private async Task<string?> AttachAsync(Product product, string? shareText, CancellationToken cancel) =>
        string.IsNullOrWhiteSpace(shareText) ? null : (await videos.AttachAsync(product.ShopId, product.Code, shareText, product.Cover, cancel)).RefusalKey;
}
