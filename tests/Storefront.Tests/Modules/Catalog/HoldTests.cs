using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog;
using Storefront.Modules.Catalog.Contracts;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Catalog;

public sealed class HoldTests(Market market) : IClassFixture<Market>
{
    private const int Minutes = 30;

    private StoreApp App => market.App;

    [Fact]
    public async Task Sixty_four_buyers_of_ten_jars_get_exactly_ten()
    {
        var product = await market.ProductAsync(await market.ShopAsync(), "最后十罐", ["一斤"], (100, 6), (200, 4));
        var variant = product.Variants[0].Id;
        var held = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => HoldAsync(Code.NewSecret(), new Wanted(variant, 1))));
        Assert.Equal(10, held.Count(outcome => outcome.Held));
        Assert.Equal(0, await AvailableAsync(product));
    }

    [Fact]
    public async Task What_expires_first_goes_first_and_over_several_batches()
    {
        var product = await market.ProductAsync(await market.ShopAsync(), "两批", ["一斤"], (200, 4), (100, 6));
        var outcome = await HoldAsync(Code.NewSecret(), new Wanted(product.Variants[0].Id, 8));
        Assert.Equal([6, 2], outcome.Parts.OrderBy(part => part.BestBefore).Select(part => part.Quantity));
    }

    [Fact]
    public async Task One_thing_missing_holds_nothing()
    {
        var product = await market.ProductAsync(await market.ShopAsync(), "大小罐", ["一斤", "二斤"], (100, 5));
        var (small, large) = (product.Variants[0].Id, product.Variants[1].Id);
        var outcome = await HoldAsync(Code.NewSecret(), new Wanted(small, 5), new Wanted(large, 6));
        Assert.Equal([large], outcome.Missing);
        Assert.Empty(outcome.Parts);
        Assert.Equal(10, await AvailableAsync(product));
    }

    [Fact]
    public async Task Nothing_is_held_of_a_batch_past_its_date_or_recalled_nor_of_a_hidden_product()
    {
        var old = await market.ProductAsync(await market.ShopAsync(), "过期", ["一斤"], (0, 5));
        Assert.False((await HoldAsync(Code.NewSecret(), new Wanted(old.Variants[0].Id, 1))).Held);
        var bad = await market.ProductAsync(await market.ShopAsync(), "召回", ["一斤"], (100, 5));
        await App.ReadAsync(db => db.Batches.Where(batch => batch.ProductId == bad.Id).ExecuteUpdateAsync(set => set.SetProperty(batch => batch.Recalled, true)));
        Assert.False((await HoldAsync(Code.NewSecret(), new Wanted(bad.Variants[0].Id, 1))).Held);
        var shop = await market.ShopAsync();
        var hidden = await market.ProductAsync(shop, "下架", ["一斤"], (100, 5));
        await App.RunAsync<ShowProduct, ShowProduct.Outcome>(show => show.RunAsync(shop, hidden.Code, show: false, default));
        Assert.False((await HoldAsync(Code.NewSecret(), new Wanted(hidden.Variants[0].Id, 1))).Held);
    }

    [Fact]
    public async Task A_hold_that_ran_out_is_taken_again_only_while_there_is_stock()
    {
        var product = await market.ProductAsync(await market.ShopAsync(), "付晚了", ["一斤"], (100, 5));
        var variant = product.Variants[0].Id;
        var (late, later) = (Code.NewSecret(), Code.NewSecret());
        await HoldAsync(late, new Wanted(variant, 3));
        await HoldAsync(later, new Wanted(variant, 2));
        App.Clock.Advance(TimeSpan.FromMinutes(Minutes + 1));
        await ReturnExpiredAsync();
        Assert.Equal(5, await AvailableAsync(product));
        Assert.True(await SellAsync(late));
        Assert.True((await HoldAsync(Code.NewSecret(), new Wanted(variant, 1))).Held);
        Assert.False(await SellAsync(later));
        Assert.Equal(1, await AvailableAsync(product));
    }

    [Fact]
    public async Task A_batch_recalled_while_the_buyer_pays_is_not_sold()
    {
        var product = await market.ProductAsync(await market.ShopAsync(), "付款时召回", ["一斤"], (100, 5));
        var checkout = Code.NewSecret();
        await HoldAsync(checkout, new Wanted(product.Variants[0].Id, 2));
        await App.ReadAsync(db => db.Batches.Where(batch => batch.ProductId == product.Id).ExecuteUpdateAsync(set => set.SetProperty(batch => batch.Recalled, true)));
        Assert.False(await SellAsync(checkout));
    }

    /// <summary>Any order of holding, selling, giving back, running out, returning, receiving and writing off keeps the sums, and a refusal changes nothing.</summary>
    [Fact]
    public void Stock_adds_up_whatever_happens()
    {
        var act = from kind in Gen.Choose(0, 7)
                  from checkout in Gen.Choose(0, 2)
                  from size in Gen.Choose(0, 1)
                  from quantity in Gen.Choose(1, 4)
                  select new Act(kind, checkout, size, quantity);
        var story = act.ListOf(14).ToArbitrary();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(12), Prop.ForAll(story, acts => Task.Run(() => PlayAsync(acts)).GetAwaiter().GetResult()));
    }

    private async Task PlayAsync(IEnumerable<Act> acts)
    {
        var product = await market.ProductAsync(await market.ShopAsync(), "一本账", ["一斤", "二斤"], (100, 4), (50, 3));
        var checkouts = Enumerable.Range(0, 3).Select(_ => Code.NewSecret()).ToList();
        var returned = 0;
        foreach (var act in acts)
        {
            var before = await LedgerAsync(product);
            var variant = product.Variants[act.Size].Id;
            switch (act.Kind)
            {
                case <= 1 when before.Holds.All(hold => hold.CheckoutCode != checkouts[act.Checkout] || hold.State != HoldState.Sold):
                    if (!(await HoldAsync(checkouts[act.Checkout], new Wanted(variant, act.Quantity), new Wanted(product.Variants[1 - act.Size].Id, 1))).Held) await SameAsync(product, before);
                    break;
                case 2:
                    if (!await SellAsync(checkouts[act.Checkout])) await SameAsync(product, before);
                    break;
                case 3:
                    await App.RunAsync<ICatalog, bool>(async catalog => { await catalog.ReleaseAsync(checkouts[act.Checkout], default); return true; });
                    break;
                case 4:
                    App.Clock.Advance(TimeSpan.FromMinutes(Minutes + 1));
                    await ReturnExpiredAsync();
                    Assert.DoesNotContain((await LedgerAsync(product)).Holds, hold => hold.State == HoldState.Held);
                    break;
                case 5 when before.Stocks.FirstOrDefault(stock => stock.Sold > 0) is { } sold:
                    await App.RunAsync<ICatalog, bool>(async catalog => { await catalog.ReturnAsync([(sold.VariantId, sold.BatchId, 1)], default); return true; });
                    returned++;
                    break;
                case 6:
                    await MoveAsync(before.Stocks[act.Size].Id, row => row.WriteOffAsync(act.Quantity, default));
                    break;
                case 7:
                    await MoveAsync(before.Stocks[act.Size].Id, row => row.ReceiveAsync(act.Quantity, default));
                    break;
            }
            await SumsAsync(product, returned);
        }
    }

    private async Task SumsAsync(Product product, int returned)
    {
        var (stocks, holds) = await LedgerAsync(product);
        foreach (var stock in stocks)
        {
            Assert.True(stock.OnHand - stock.Held >= 0 && stock.Held >= 0);
            Assert.Equal(stock.Received - stock.WrittenOff, stock.Sold + stock.OnHand);
            Assert.Equal(stock.Held, holds.Where(hold => hold.StockId == stock.Id && hold.State == HoldState.Held).Sum(hold => hold.Quantity));
        }
        Assert.Equal(stocks.Sum(stock => stock.Sold) + returned, holds.Where(hold => hold.State == HoldState.Sold).Sum(hold => hold.Quantity));
    }

    private async Task SameAsync(Product product, Ledger before)
    {
        var after = await LedgerAsync(product);
        Assert.Equal(before.Stocks.Select(stock => (stock.Id, stock.OnHand, stock.Held, stock.Sold)), after.Stocks.Select(stock => (stock.Id, stock.OnHand, stock.Held, stock.Sold)));
        Assert.Equal(before.Holds.Select(hold => (hold.Id, hold.State, hold.Quantity)), after.Holds.Select(hold => (hold.Id, hold.State, hold.Quantity)));
    }

    private Task<Ledger> LedgerAsync(Product product) => App.ReadAsync(async db => new Ledger(
        await db.Stocks.AsNoTracking().Where(stock => stock.ProductId == product.Id).OrderBy(stock => stock.Id).ToListAsync(),
        await db.StockHolds.AsNoTracking().Where(hold => hold.Stock.ProductId == product.Id).OrderBy(hold => hold.Id).ToListAsync()));

    private Task<int> AvailableAsync(Product product) => App.ReadAsync(db => db.Stocks.Where(stock => stock.ProductId == product.Id).SumAsync(stock => stock.OnHand - stock.Held));

    private Task<HoldOutcome> HoldAsync(string checkout, params IReadOnlyList<Wanted> wanted) =>
        App.RunAsync<ICatalog, HoldOutcome>(catalog => catalog.HoldAsync(checkout, wanted, App.Clock.GetUtcNow().UtcDateTime.AddMinutes(Minutes), default));

    private Task<bool> SellAsync(string checkout) => App.RunAsync<ICatalog, bool>(catalog => catalog.SellAsync(checkout, default));

    private Task<bool> ReturnExpiredAsync() => App.RunAsync<ReturnExpiredHolds, bool>(async work => { await work.RunAsync(default); return true; });

    private Task<bool> MoveAsync(long stockId, Func<IQueryable<Stock>, Task<bool>> move) =>
        App.ReadAsync(db => db.WriteAsync(_ => move(db.Stocks.Where(stock => stock.Id == stockId)), default));

    private sealed record Act(int Kind, int Checkout, int Size, int Quantity);

    private sealed record Ledger(List<Stock> Stocks, List<StockHold> Holds);
}
