using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Catalog;

/// <summary>A running market and the people and goods in it.</summary>
public sealed class Market : IAsyncLifetime
{
    private int _next;

    internal StoreApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await StoreApp.StartAsync();

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>Somebody at the phone of an approved shop of their own.</summary>
    internal async Task<(Visitor Seller, ShopCard Shop, long AccountId)> SellerAsync()
    {
        var (visitor, id, _) = await App.SignedInAsync("en");
        return (visitor, await ShopAsync(id), id);
    }

    internal async Task<ShopCard> ShopAsync(long owner = 1)
    {
        var by = new Signature(owner, App.Clock.GetUtcNow().UtcDateTime);
        var shop = Shop.Open($"老叶蜂场{Interlocked.Increment(ref _next)}", "山里养蜂三十年。", by);
        shop.Settle("331124", "浙江 松阳", "大岭脚村");
        shop.Submit(by);
        shop.Approve(by);
        await App.WriteAsync(db =>
        {
            db.Add(shop);
            return Task.CompletedTask;
        });
        return (await App.RunAsync<IShops, ShopCard?>(shops => shops.FindAsync(shop.Code, default)))!;
    }

    /// <summary>A photo this account has uploaded.</summary>
    internal Task<string> PhotoAsync(long account) => App.RunAsync<IPhotos, string>(async photos =>
    {
        using var upload = new MemoryStream(Applicant.Picture);
        return (await photos.SaveAsync(upload, account, key: null, default)).Code!;
    });

    /// <summary>A product on show with one size a price and these batches, made in the database.</summary>
    internal async Task<Product> ProductAsync(ShopCard shop, string name, IReadOnlyList<string> sizes, params (int Days, int Quantity)[] batches)
    {
        var today = LocalTime.Today(App.Clock);
        var product = new Product { Code = Code.NewPublic(), ShopId = shop.Id, CreatedAt = App.Clock.GetUtcNow().UtcDateTime };
        product.Describe(name, "honey", "", "");
        foreach (var (position, label) in sizes.Index())
        {
            var variant = new Variant { Code = Code.NewPublic(), Product = product };
            variant.Offer(label, 500 * (position + 1), new(4_000 * (position + 1)), position);
            product.Variants.Add(variant);
        }
        product.Reprice();
        foreach (var (days, quantity) in batches)
        {
            var batch = new Batch { Code = Code.NewPublic(), Product = product, HarvestedOn = today.AddDays(-3), BestBefore = today.AddDays(days), Place = "玉岩镇" };
            foreach (var variant in product.Variants) product.Receive(batch, variant, quantity);
        }
        product.Follow(shop.Place, shop.IsOpen);
        product.Publish();
        await App.WriteAsync(db =>
        {
            db.Add(product);
            return Task.CompletedTask;
        });
        return product;
    }
}
