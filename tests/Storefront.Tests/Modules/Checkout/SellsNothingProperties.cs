using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Checkout;

/// <summary>
/// Invariant 11: whatever happens to shop, paper, product and batches between filling in the checkout and sending it off, an order is taken
/// exactly when all of them allow it, and never from a recalled batch.
/// </summary>
public sealed class SellsNothingProperties(Stalls market) : IClassFixture<Stalls>
{
    private const int JarsInABatch = 50;

    private enum Act { Buy, Suspend, Lift, Pause, Reopen, PaperLapses, PaperIsRenewed, Block, Unblock, Hide, Publish, Recall, Harvest }

    /// <summary>Buying is what is tested, and what allows it again comes as often as what forbids it.</summary>
    private static Act[] Acts => [.. Enum.GetValues<Act>(), Act.Buy, Act.Buy, Act.Buy, Act.Buy, Act.Harvest, Act.Publish];

    [Fact]
    public void Only_what_may_be_sold_is_sold() =>
        Prop.ForAll(Gen.Elements(Acts).NonEmptyListOf().Resize(16).ToArbitrary(), acts => RunAsync([.. acts]).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    private async Task RunAsync(IReadOnlyList<Act> acts)
    {
        var (_, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, JarsInABatch);
        await ChangeAsync(shop, found => found.Licences.Add(Licence()));
        var pages = new Queue<(Visitor Visitor, Answer Page)>();
        foreach (var _ in acts.Where(act => act == Act.Buy))
        {
            var visitor = market.App.NewVisitor("en");
            await Stalls.AddAsync(visitor, variant);
            pages.Enqueue((visitor, await Stalls.FillInAsync(visitor)));
        }
        foreach (var act in acts)
        {
            if (act == Act.Buy) await BuyAsync(pages.Dequeue(), shop.Id, variant);
            else await DoAsync(act, shop, variant);
        }
    }

    private async Task BuyAsync((Visitor Visitor, Answer Page) buyer, long shopId, string variant)
    {
        var (allowed, recalled) = (await MayBeSoldAsync(shopId, variant), await RecalledJarsAsync(variant));
        var answer = await buyer.Visitor.SubmitAsync(buyer.Page, form: "main form");
        Assert.True(allowed == answer.Location is not null, $"allowed {allowed}, answered {answer.Status} {answer.Location}");
        Assert.Equal(recalled, await RecalledJarsAsync(variant));
    }

    /// <summary>The rule in plain words, asked of the rows.</summary>
    private async Task<bool> MayBeSoldAsync(long shopId, string variant)
    {
        var shop = await market.App.ReadAsync(db => db.Shops.AsNoTracking().Include(shop => shop.Licences).SingleAsync(shop => shop.Id == shopId));
        var product = await market.App.ReadAsync(db => db.Products.AsNoTracking().SingleAsync(product => product.Variants.Any(one => one.Code == variant)));
        var jars = await market.App.ReadAsync(db => db.Stocks.Where(stock => stock.Variant.Code == variant && !stock.Batch.Recalled).SumAsync(stock => stock.OnHand - stock.Held));
        return shop.State == Storefront.Modules.Sellers.Contracts.ShopState.Approved && shop.Licences.Exists(licence => licence.ExpiresOn >= LocalTime.Today(market.App.Clock))
            && product.State == ProductState.Published && jars > 0;
    }

    private Task<int> RecalledJarsAsync(string variant) =>
        market.App.ReadAsync(db => db.Stocks.Where(stock => stock.Variant.Code == variant && stock.Batch.Recalled).SumAsync(stock => stock.OnHand - stock.Held));

    private Task DoAsync(Act act, Shop shop, string variant)
    {
        var by = new Signature(1, market.App.Clock.GetUtcNow().UtcDateTime);
        var today = LocalTime.Today(market.App.Clock);
        return act switch
        {
            Act.Suspend => ChangeAsync(shop, found => { if (found.May(ShopVerb.Suspend)) found.Suspend(by, "…"); }),
            Act.Lift => ChangeAsync(shop, found => { if (found.May(ShopVerb.Lift)) found.Lift(by); }),
            Act.Pause => ChangeAsync(shop, found => { if (found.May(ShopVerb.Pause)) found.Pause(by); }),
            Act.Reopen => ChangeAsync(shop, found => { if (found.May(ShopVerb.Reopen)) found.Reopen(by); }),
            Act.PaperLapses => ExpiresAsync(shop, today.AddDays(-1)),
            Act.PaperIsRenewed => ExpiresAsync(shop, today.AddDays(300)),
            Act.Block => ChangeAsync(variant, product => product.Block()),
            Act.Unblock => ChangeAsync(variant, product => product.Unblock()),
            Act.Hide => ChangeAsync(variant, product => product.Hide()),
            Act.Publish => ChangeAsync(variant, product => { if (product.CanPublish) product.Publish(); }),
            Act.Recall => RecallAsync(variant),
            _ => ChangeAsync(variant, product => product.Receive(
                new() { Code = Code.NewPublic(), Product = product, HarvestedOn = today, BestBefore = today.AddDays(200), Place = Code.NewPublic() }, product.Variants[0], JarsInABatch)),
        };
    }

    private async Task RecallAsync(string variant)
    {
        var rows = await market.App.ReadAsync(db => db.Stocks.Where(stock => stock.Variant.Code == variant && !stock.Batch.Recalled).OrderBy(stock => stock.BatchId)
            .Select(stock => new { Product = stock.Product.Code, stock.Product.ShopId, Batch = stock.Batch.Code }).ToListAsync());
        if (rows is not [var row, ..]) return;
        await market.App.RunAsync<RecallBatch, RecallBatch.Outcome>(recall => recall.RunAsync(row.Product, row.Batch, row.ShopId, "…", alsoStage: null, default));
        await market.App.DeliverAsync();
    }

    private Licence Licence()
    {
        var licence = new Licence(new(LicenceKind.Trade, "JY13302000000001", "…", null, LocalTime.Today(market.App.Clock).AddDays(300), ["honey"]), DateTime.UnixEpoch);
        licence.Accept();
        return licence;
    }

    private Task<int> ExpiresAsync(Shop shop, DateOnly day) =>
        market.App.ReadAsync(db => db.Licences.Where(licence => licence.ShopId == shop.Id).ExecuteUpdateAsync(set => set.SetProperty(licence => licence.ExpiresOn, day)));

    private Task ChangeAsync(Shop shop, Action<Shop> change) =>
        market.App.WriteAsync(async db => change(await db.Shops.Include(one => one.Licences).SingleAsync(one => one.Id == shop.Id)));

    private Task ChangeAsync(string variant, Action<Product> change) =>
        market.App.WriteAsync(async db => change(await db.Products.Include(product => product.Variants).Include(product => product.Stocks).SingleAsync(product => product.Variants.Any(one => one.Code == variant))));
}
