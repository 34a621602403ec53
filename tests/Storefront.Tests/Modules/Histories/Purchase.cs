using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways.Sandbox;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;
using Storefront.Tests.Modules.Orders;

namespace Storefront.Tests.Modules.Histories;

/// <summary>A placed checkout: stock held, an order a seller, the payment and its first attempt, in one transaction as the checkout does it.</summary>
internal sealed record Purchase(string Checkout, IReadOnlyList<string> Orders)
{
    private static readonly TimeSpan HeldFor = TimeSpan.FromMinutes(30);
    private static readonly Address Address = new("王小明", "13812345678", "331124102", "浙江省 丽水市 松阳县 玉岩镇", "大岭脚村8号");

    /// <param name="goods">A variant of each shop, and how many.</param>
    public static Task<Purchase> PlaceAsync(Stalls market, IReadOnlyList<(Shop Shop, string Variant, int Quantity)> goods) => market.App.RunAsync<IServiceProvider, Purchase>(services =>
        services.GetRequiredService<StoreDb>().WriteAsync(async cancel =>
        {
            var (catalog, orders, code) = (services.GetRequiredService<ICatalog>(), services.GetRequiredService<IOrders>(), Code.NewSecret());
            var until = market.App.Clock.GetUtcNow().UtcDateTime + HeldFor;
            var offers = (await catalog.OffersAsync([.. goods.Select(good => good.Variant)], cancel)).ToDictionary(offer => offer.VariantCode);
            var hold = await catalog.HoldAsync(code, [.. goods.Select(good => new Wanted(offers[good.Variant].VariantId, good.Quantity))], until, cancel);
            Assert.True(hold.Held);
            var freight = new Money(501);
            var staged = goods.GroupBy(good => good.Shop).Select(shop => orders.Stage(new(
                code, shop.Key.Id, shop.Key.Name, null, "en", Address, freight,
                [.. shop.SelectMany(good => hold.Parts.Where(part => part.VariantId == offers[good.Variant].VariantId).Select(part => new NewOrderLine(offers[good.Variant], part)))], null))).ToList();
            var total = goods.Aggregate(freight * staged.Count, (sum, good) => sum + offers[good.Variant].Price * good.Quantity);
            services.GetRequiredService<IPayments>().Stage(new(code, total, "冬蜜", until, IOrders.OfCheckoutPath(code)), SandboxGateway.Name);
            return new Purchase(code, staged);
        }, default));
}
