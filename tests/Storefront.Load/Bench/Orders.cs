using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Load.Servers;
using Storefront.Modules.Cart.Model;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Checkout;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Load.Bench;

/// <summary>Guests whose carts hold one thing each of two sellers place their orders by the use case itself, in this process and without HTTP.</summary>
internal sealed class Orders : IAsyncDisposable
{
    private static readonly Address To = new("林小满", "13800000007", "330106", "浙江省 杭州市 西湖区", "栗子弄 18 号");

    private readonly WebApplication _shop;
    private readonly List<Cart> _carts;
    private int _next = -1;

    private Orders(WebApplication shop, List<Cart> carts) => (_shop, _carts) = (shop, carts);

    public static async Task<Orders> OpenAsync(string folder, int carts)
    {
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("zh-CN");
        Environment.SetEnvironmentVariable("ASPNETCORE_ENVIRONMENT", "Measuring");
        var shop = Serve.Shop(folder, "--Jobs:Enabled=false");
        await using var scope = shop.Services.CreateAsyncScope();
        return new(shop, await FillAsync(scope.ServiceProvider.GetRequiredService<StoreDb>(), carts));
    }

    public async Task<bool> PlaceAsync()
    {
        var cart = _carts[Interlocked.Increment(ref _next)];
        await using var scope = _shop.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Headers.Cookie = "cart=" + cart.Key;
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = context;
        var placed = await scope.ServiceProvider.GetRequiredService<PlaceOrder>()
            .RunAsync(new(Code.NewSecret(), To, Note: null, "sandbox", cart.Total, BuyerId: null, Remember: false), CancellationToken.None);
        return placed is PlaceOrder.Placed { Again: false };
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    private static async Task<List<Cart>> FillAsync(StoreDb db, int count)
    {
        var sizes = await db.Variants.AsNoTracking().Where(variant => variant.Position == 0).OrderBy(variant => variant.Code)
            .Select(variant => new { variant.Code, variant.Price, variant.Product.ShopId }).ToListAsync();
        var freight = FreightTerms.Default.Prices[FreightTier.Usual].First;
        var made = new List<Cart>();
        await db.WriteAsync(_ =>
        {
            for (var number = 0; made.Count < count; number++)
            {
                var (one, other) = (sizes[number % sizes.Count], sizes[(number + 1) % sizes.Count]);
                if (one.ShopId == other.ShopId) continue;
                var cart = new VisitorCart { Key = Code.NewSecret() };
                foreach (var size in new[] { one, other }) cart.Set(size.Code, 1, size.Price, TimeProvider.System.GetUtcNow().UtcDateTime);
                db.Add(cart);
                made.Add(new(cart.Key, one.Price + other.Price + freight + freight));
            }
            return Task.CompletedTask;
        }, CancellationToken.None);
        return made;
    }

    private sealed record Cart(string Key, Money Total);
}
