using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Catalog;

/// <summary>A running market whose neighbours (shops, photos, freight) are kept in memory.</summary>
public sealed class Market : IAsyncLifetime
{
    private long _nextShop = 1;

    internal StoreApp App { get; private set; } = null!;

    internal Shops Known { get; } = new();

    internal Photos Kept { get; } = new();

    public async Task InitializeAsync() => App = await StoreApp.StartAsync(services =>
    {
        services.AddHttpContextAccessor();
        services.AddAuthorizationBuilder().AddPolicy(Policies.Sell, policy => policy.RequireAuthenticatedUser());
        services.Replace(ServiceDescriptor.Singleton<IShops>(Known));
        services.Replace(ServiceDescriptor.Scoped<IMyShop, MyShop>());
        services.AddSingleton(Known);
        services.Replace(ServiceDescriptor.Singleton<IPhotos>(Kept));
        services.Replace(ServiceDescriptor.Singleton<IShipping>(new Freight()));
    });

    public async Task DisposeAsync() => await App.DisposeAsync();

    internal async Task<(Visitor Seller, ShopCard Shop, long AccountId)> SellerAsync(string language = "en", ShopState state = ShopState.Approved, string place = "浙江 松阳")
    {
        var (visitor, id, _) = await App.SignedInAsync(language);
        var shop = NewShop(state, place);
        Known.ByAccount[id] = shop.Id;
        return (visitor, shop, id);
    }

    internal ShopCard NewShop(ShopState state = ShopState.Approved, string place = "浙江 松阳")
    {
        var id = Interlocked.Increment(ref _nextShop);
        return Known.All[id] = new(id, Code.NewPublic(), $"老叶蜂场{id}", place, "331124", "山里养蜂三十年。", PhotoCode: null, state);
    }

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

    internal sealed class Shops : IShops
    {
        public Dictionary<long, ShopCard> All { get; } = [];

        public Dictionary<long, long> ByAccount { get; } = [];

        public Task<ShopCard?> FindAsync(string code, CancellationToken cancel) => Task.FromResult(All.Values.FirstOrDefault(shop => shop.Code == code));

        public Task<IReadOnlyDictionary<long, ShopCard>> FindManyAsync(IReadOnlyCollection<long> ids, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyDictionary<long, ShopCard>>(All.Where(shop => ids.Contains(shop.Key)).ToDictionary());

        public Task<Page<ShopCard>> OpenAsync(int page, CancellationToken cancel) =>
            Task.FromResult(new Page<ShopCard>([.. All.Values.Where(shop => shop.IsOpen).OrderByDescending(shop => shop.Id).Take(20)], 1, HasMore: false));

        public Task<IReadOnlyCollection<(long ShopId, string Category)>> ForbiddenAsync(IReadOnlyCollection<(long ShopId, string Category)> goods, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyCollection<(long, string)>>([]);

        public Task<IReadOnlyList<long>> MembersAsync(long shopId, CancellationToken cancel) => Task.FromResult<IReadOnlyList<long>>([]);
    }

    internal sealed class MyShop(Shops shops, IHttpContextAccessor context) : IMyShop
    {
        public Task<ShopCard?> FindAsync(CancellationToken cancel) => Task.FromResult(
            context.HttpContext!.User.AccountId is { } account && shops.ByAccount.TryGetValue(account, out var shop) ? shops.All[shop] : null);

        public async Task<ShopCard> GetAsync(CancellationToken cancel) => (await FindAsync(cancel))!;
    }

    internal sealed class Photos : IPhotos
    {
        public Dictionary<string, long> Owners { get; } = [];

        public Task<PhotoOutcome> SaveAsync(Stream upload, long accountId, string? key, CancellationToken cancel)
        {
            if (upload.ReadByte() != 0xff) return Task.FromResult(new PhotoOutcome(Code: null, PhotoRefusal.NotAPicture));
            var code = Code.NewPublic();
            Owners[code] = accountId;
            return Task.FromResult(new PhotoOutcome(code, PhotoRefusal.None));
        }

        public Task<string> SaveDrawingAsync(string svg, long accountId, CancellationToken cancel) => throw new NotSupportedException();

        public Task<IReadOnlyList<string>> OwnedAsync(IReadOnlyCollection<string> codes, long accountId, CancellationToken cancel) =>
            Task.FromResult<IReadOnlyList<string>>([.. codes.Where(code => Owners.GetValueOrDefault(code) == accountId)]);
    }

    private sealed class Freight : IShipping
    {
        public Task<FreightQuote> QuoteAsync(long shopId, string regionCode, int grams, Money goods, CancellationToken cancel) => throw new NotSupportedException();

        public Task<(Money Usual, Money? FreeFrom)> UsualAsync(long shopId, int grams, CancellationToken cancel) => Task.FromResult<(Money, Money?)>((new(800), new(9_900)));
    }
}
