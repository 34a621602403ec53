using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;
using SellerSigned = Storefront.Modules.Sellers.Model.Signature;

namespace Storefront.Tests.Modules.Orders;

/// <summary>A running market with shops, goods and buyers. Every shop asks ¥5 a parcel and sends nothing to Tibet.</summary>
public class Stalls : IAsyncLifetime
{
    private readonly string[] _settings;
    private readonly Action<IServiceCollection>? _change;

    public Stalls() => _settings = [];

    /// <param name="settings">More settings as "Key=Value".</param>
    internal Stalls(IEnumerable<string> settings, Action<IServiceCollection>? change = null) => (_settings, _change) = ([.. settings], change);

    public const string Town = "331124102";
    public const string Tibet = "540102";

    private static readonly FreightTerms FlatTerms = FreightTerms.Default with
    {
        Prices = FreightTerms.Default.Prices.ToDictionary(price => price.Key, _ => new FreightPrice(new(500), Money.Zero)),
        Provinces = new Dictionary<string, FreightTier> { [Tibet[..2]] = FreightTier.Refused },
    };

    private int _next;

    internal StoreApp App { get; private set; } = null!;

    public async Task InitializeAsync() => App = await StoreApp.StartAsync(_change, _settings);

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>An approved shop and its owner, signed in.</summary>
    internal async Task<(Visitor Owner, Shop Shop)> OpenShopAsync(string language = "en")
    {
        var (owner, id, _) = await App.SignedInAsync(language);
        var by = new SellerSigned(id, App.Clock.GetUtcNow().UtcDateTime);
        var shop = Shop.Open($"老叶蜂场{Interlocked.Increment(ref _next)}", "山里养蜂三十年。", by);
        shop.Settle(Town, "浙江 松阳", "大岭脚");
        shop.Submit(by);
        shop.Approve(by);
        await App.WriteAsync(db => Task.FromResult(db.Add(shop)));
        await App.RunAsync<IFreightTerms, bool>(async freight =>
        {
            await freight.SaveAsync(shop.Id, FlatTerms, default);
            return true;
        });
        return (owner, shop);
    }

    /// <summary>A product on show in one size. Returns the variant's code.</summary>
    internal async Task<string> OfferAsync(Shop shop, int quantity, long fen = 3_990, string category = "honey")
    {
        var today = LocalTime.Today(App.Clock);
        var product = new Product { Code = Code.NewPublic(), ShopId = shop.Id, CreatedAt = App.Clock.GetUtcNow().UtcDateTime };
        product.Describe("冬蜜", category, "", "");
        var variant = new Variant { Code = Code.NewPublic(), Product = product };
        variant.Offer("一斤", 500, new(fen), 0);
        product.Variants.Add(variant);
        product.Reprice();
        product.Receive(new() { Code = Code.NewPublic(), Product = product, HarvestedOn = today.AddDays(-3), BestBefore = today.AddDays(300), Place = "玉岩镇" }, variant, quantity);
        product.Follow(shop.Place, shopOpen: true);
        product.Publish();
        await App.WriteAsync(db => Task.FromResult(db.Add(product)));
        return variant.Code;
    }

    internal async Task<string> OfferAsync(int quantity, long fen = 3_990) => await OfferAsync((await OpenShopAsync()).Shop, quantity, fen);

    internal Task RepriceAsync(string variant, long fen) => App.WriteAsync(async db =>
    {
        var found = await db.Variants.SingleAsync(one => one.Code == variant);
        found.Offer(found.Label, found.NetGrams, new(fen), found.Position);
    });

    internal Task<Stock> StockAsync(string variant) => App.ReadAsync(db => db.Stocks.AsNoTracking().SingleAsync(stock => stock.Variant.Code == variant));

    internal Task<List<Order>> OrdersAsync(string checkout) =>
        App.ReadAsync(db => db.Orders.AsNoTracking().Whole().Where(order => order.CheckoutCode == checkout).OrderBy(order => order.Id).ToListAsync());

    internal static Task<Answer> AddAsync(Visitor visitor, string variant, int quantity = 1, string? then = null) =>
        visitor.PostAsync("/cart/add", [new("VariantCode", variant), new("Quantity", $"{quantity}"), new("Then", then ?? "")]);

    /// <summary>What is on its way back to the buyer of a checkout.</summary>
    internal async Task<Money> AskedBackAsync(string checkout) =>
        new(await App.ReadAsync(db => db.Refunds.Where(refund => refund.Payment.Code == checkout).SumAsync(refund => refund.Amount.Fen)));

    /// <summary>The checkout as a buyer without scripts fills it in: once for the total, and then it is the page to pay on.</summary>
    internal static async Task<Answer> FillInAsync(Visitor visitor, string region = Town)
    {
        var page = await visitor.GetAsync("/checkout");
        var fields = Visitor.FieldsOf(page, new { Input__Name = "王小明", Input__Phone = "13812345678", Input__Street = "大岭脚村8号", Input__Note = "放门口" }, "main form");
        fields.RemoveAll(field => field.Key.StartsWith("Input.RegionCode", StringComparison.Ordinal));
        fields.AddRange(RegionFields(region));
        return await visitor.PostAsync("/checkout?handler=Update", fields);
    }

    internal static IEnumerable<KeyValuePair<string, string>> RegionFields(string region) =>
        new[] { ("p", 2), ("c", 4), ("a", 6), ("t", 9) }.Where(part => region.Length >= part.Item2).Select(part => KeyValuePair.Create($"Input.RegionCode.{part.Item1}", region[..part.Item2]));

    /// <summary>Places the cart's order. Returns the payment attempt and the checkout's code.</summary>
    internal async Task<(string Attempt, string Checkout)> PlaceAsync(Visitor visitor)
    {
        var placed = await visitor.SubmitAsync(await FillInAsync(visitor), form: "main form");
        Assert.True(placed.Location is not null, placed.Text);
        Assert.StartsWith("/pay/", placed.Location, StringComparison.Ordinal);
        var attempt = placed.Location["/pay/".Length..];
        return (attempt, await App.ReadAsync(db => db.PaymentAttempts.Where(one => one.Code == attempt).Select(one => one.Payment.Code).SingleAsync()));
    }

    /// <summary>The gateway says that the whole sum has arrived, and everybody hears it.</summary>
    internal async Task PayAsync(string attempt)
    {
        await SettleOnlyAsync(attempt);
        await App.DeliverAsync();
    }

    /// <summary>The gateway says that the whole sum has arrived, and nobody has heard it yet.</summary>
    internal async Task SettleOnlyAsync(string attempt)
    {
        var paid = await App.ReadAsync(db => db.PaymentAttempts.AsNoTracking().SingleAsync(one => one.Code == attempt));
        await App.RunAsync<RecordPayment, NoticeOutcome>(record => record.RunAsync(new(paid.Gateway, new PaymentSeen(attempt, PaymentStatus.Paid, paid.Sum)), default));
    }

    /// <summary>The gateway says that everything asked back of a checkout has arrived at the buyer, and everybody hears it.</summary>
    internal async Task RefundedAsync(string checkout)
    {
        await App.DeliverAsync();
        var refunds = await App.ReadAsync(db => db.Refunds.AsNoTracking().Include(refund => refund.Attempt).Where(refund => refund.Payment.Code == checkout).ToListAsync());
        foreach (var refund in refunds)
            await App.RunAsync<RecordPayment, NoticeOutcome>(record => record.RunAsync(new(refund.Attempt.Gateway, new RefundSeen(refund.Attempt.Code, refund.Code, RefundStatus.Succeeded, new(refund.Amount, refund.Attempt.Currency))), default));
        await App.DeliverAsync();
    }

    /// <summary>An event as another module stages it, heard by all.</summary>
    internal async Task SayAsync(IEvent happened)
    {
        await App.RunAsync<IServiceProvider, bool>(async services =>
        {
            services.GetRequiredService<Outbox>().Stage(happened);
            await services.GetRequiredService<StoreDb>().SaveChangesAsync();
            return true;
        });
        await App.DeliverAsync();
    }

    internal Task RunAsync<TWork>()
        where TWork : ITimedWork => App.RunAsync<TWork, bool>(async work =>
        {
            await work.RunAsync(default);
            return true;
        });

    /// <summary>A guest's paid order of one jar. The order as it stands then.</summary>
    internal async Task<Order> SoldAsync(Visitor buyer, string variant, int quantity = 1)
    {
        await AddAsync(buyer, variant, quantity);
        var (attempt, checkout) = await PlaceAsync(buyer);
        await PayAsync(attempt);
        return Assert.Single(await OrdersAsync(checkout));
    }
}
