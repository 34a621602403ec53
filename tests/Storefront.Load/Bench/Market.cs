using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Host;
using Storefront.Load.Servers;
using Storefront.Modules.Catalog;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;

namespace Storefront.Load.Bench;

/// <summary>A large market in a folder of its own: twenty goods a shop, named, sized, stocked and filed as sellers would.</summary>
internal static class Market
{
    public const int PerShop = 20;
    private const int PerSave = 200;
    private const int Stock = 90_000;

    private static readonly string[] Manners = ["深山", "农家", "手工", "古法", "野生", "高山", "有机 Organic", "自家", "老树", "头茬"];
    private static readonly string[] Surnames = ["周", "林", "陈", "王", "李", "叶", "潘", "阙", "吴", "刘"];
    private static readonly string[] Places = ["茶园", "果园", "蜂场", "山货", "农庄", "粮坊", "家庭农场"];

    private static readonly (string Category, string[] Names)[] Kinds =
    [
        ("honey", ["百花蜂蜜", "洋槐蜜", "荔枝蜜", "枇杷蜜", "椴树蜂巢蜜 Comb Honey"]), ("dried", ["红薯干", "笋干", "香菇干", "萝卜干", "柿饼"]),
        ("sugar", ["红糖块", "姜汁红糖", "麦芽糖"]), ("tea", ["龙井茶", "白茶 White Tea", "红茶", "普洱茶饼"]), ("grain", ["大米", "小米", "红豆", "黑芝麻"]),
        ("fruit", ["脐橙", "猕猴桃", "蓝莓 Blueberry", "桃子"]), ("oil", ["山茶油", "菜籽油", "花生油"]), ("other", ["辣椒酱", "霉豆腐", "糯米酒曲"]),
    ];

    public static async Task MakeAsync(string folder, int products)
    {
        await using var app = Serve.Shop(folder, "--Jobs:Enabled=false");
        await app.PrepareAsync();
        for (var shops = 0; shops * PerShop < products; shops += PerSave / PerShop)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await MakeSomeAsync(scope.ServiceProvider, shops, Math.Min(PerSave, products - shops * PerShop));
        }
    }

    private static async Task MakeSomeAsync(IServiceProvider services, int firstShop, int count)
    {
        var (db, index, regions) = (services.GetRequiredService<StoreDb>(), ActivatorUtilities.CreateInstance<IndexProduct>(services), services.GetRequiredService<IRegions>());
        await db.WriteAsync(async cancel =>
        {
            var shops = Enumerable.Range(firstShop, (count + PerShop - 1) / PerShop).Select(number => OpenShop(number, regions)).ToList();
            db.AddRange(shops);
            await db.SaveChangesAsync(cancel);
            for (var one = 0; one < count; one++)
            {
                var shop = shops[one / PerShop];
                var product = Offer(shop, firstShop * PerShop + one);
                db.Add(product);
                await index.RunAsync(product, shop.Name, cancel);
            }
        }, CancellationToken.None);
    }

    private static Shop OpenShop(int number, IRegions regions)
    {
        var by = new Signature(number + 1, TimeProvider.System.GetUtcNow().UtcDateTime);
        var provinces = regions.Children("");
        var cities = regions.Children(provinces[number % provinces.Count].Code);
        var counties = cities.Count == 0 ? [] : regions.Children(cities[number / 7 % cities.Count].Code);
        var region = counties.Count == 0 ? "331124" : counties[number / 3 % counties.Count].Code;
        var name = $"{Surnames[number % Surnames.Length]}家{Places[number / 10 % Places.Length]}{number}";
        var shop = Shop.Open(name, "我们一家三代在山里种地，东西当季采、当天晒，卖的和自己吃的一样。", by);
        shop.Settle(region, regions.Origin(region) ?? "", "第一村");
        shop.File(new(LicenceKind.NoneNeeded, null, null, null, null, [.. Categories.Keys]), by.At);
        shop.Submit(by);
        shop.Approve(by);
        return shop;
    }

    private static Product Offer(Shop shop, int number)
    {
        var (category, names) = Kinds[number % Kinds.Length];
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var today = LocalTime.Today(TimeProvider.System);
        var product = new Product { Code = Code.NewPublic(), ShopId = shop.Id, CreatedAt = now };
        product.Describe(
            $"{Manners[number / 8 % Manners.Length]}{names[number / 80 % names.Length]}", category,
            "今年新收的，现做现发。\n天气热的时候请放冰箱，开封后请尽快吃完。\n收到有问题请拍照，我们负责。", "阴凉干燥处");
        product.Illustrate([Code.NewSecret(), Code.NewSecret(), Code.NewSecret()]);
        foreach (var (size, label, grams) in new[] { (0, "500 克一袋", 500), (1, "2 斤家庭装", 1_000) })
        {
            var variant = new Variant { Code = Code.NewPublic() };
            variant.Offer(label, grams, new(1_900 + number % 50 * 100 + size * 1_500), size);
            product.Variants.Add(variant);
        }
        var batch = new Batch { Code = Code.NewPublic(), Product = product, HarvestedOn = today.AddDays(-(number % 90)), BestBefore = today.AddDays(300), Place = "第一村" };
        foreach (var variant in product.Variants) product.Receive(batch, variant, Stock);
        product.Reprice();
        product.Follow(shop.Place, shopOpen: true);
        product.Publish();
        return product;
    }
}
