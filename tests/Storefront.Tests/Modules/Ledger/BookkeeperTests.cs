using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Ledger;

public sealed class BookkeeperTests(StoreFixture market) : IClassFixture<StoreFixture>
{
    private const long SomeShop = 41_000;
    private static int _next;
    private readonly StoreApp _app = market.App;

    [Theory]
    [InlineData(9_900, 800)]
    [InlineData(1, 0)]
    [InlineData(9, 1)]
    [InlineData(10, 0)]
    [InlineData(333, 777)]
    public async Task A_sale_is_shared_to_the_fen_and_a_cancellation_takes_every_share_back(long goods, long freight)
    {
        var order = Paid(goods, freight);
        await SayAsync(order, order);
        var capture = await SumsAsync(order.OrderCode);
        Assert.Equal(goods + freight, capture[LedgerAccount.GatewayClearing]);
        Assert.Equal(order.Goods.Share(500).Fen, -capture.GetValueOrDefault(LedgerAccount.PlatformCommission));
        Assert.Equal(0, capture.Values.Sum());
        var cancelled = new OrderCancelled(order.OrderCode, order.Number, order.CheckoutCode, order.ShopId, new(goods + freight));
        await SayAsync(cancelled, cancelled);
        var after = await SumsAsync(order.OrderCode);
        Assert.Equal(0, after.GetValueOrDefault(LedgerAccount.SellerPayable));
        Assert.Equal(0, after.GetValueOrDefault(LedgerAccount.PlatformCommission));
        Assert.Equal(-(goods + freight), after[LedgerAccount.BuyerRefunds]);
    }

    [Fact]
    public async Task Refunds_and_surplus_leave_nothing_at_the_gateway()
    {
        var before = await ClearingAsync();
        var surplus = new SurplusReceived("c1", "sandbox", "a1", new(500));
        await SayAsync(surplus, surplus);
        Assert.Equal(before + 500, await ClearingAsync());
        var back = new RefundSettled("c1", "surplus:a1", "sandbox", new(500));
        await SayAsync(back, back);
        Assert.Equal(before, await ClearingAsync());
    }

    [Fact]
    public async Task An_order_cancelled_before_it_was_paid_moves_nothing()
    {
        await SayAsync(new OrderCancelled("nobody", "N0", "c", SomeShop, Money.Zero));
        Assert.False(await _app.ReadAsync(db => db.Journals.AnyAsync(journal => journal.OrderCode == "nobody")));
    }

    [Fact]
    public async Task A_seller_reads_what_adds_up_line_by_line()
    {
        var (reviewer, _, _) = await _app.SignedInAsync("en", Policies.ReviewerRole);
        var seller = await (await Applicant.NewAsync(_app)).ApprovedAsync(reviewer);
        var shop = (await seller.ShopAsync()).Id;
        await SayAsync(Paid(10_000, 1_200) with { ShopId = shop }, Paid(20_000, 0) with { ShopId = shop }, Paid(5_000, 0) with { Number = "FOREIGN" });
        var page = await seller.Visitor.GetAsync("/sell/money");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("¥297.00", page.Page.QuerySelector(".price")!.TextContent);
        Assert.Contains("¥107.00", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("FOREIGN", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Money_is_shown_to_sellers_only()
    {
        Assert.Contains("/sign-in", (await _app.NewVisitor().GetAsync("/sell/money")).Location, StringComparison.Ordinal);
        var (buyer, _, _) = await _app.SignedInAsync("en");
        Assert.NotEqual(HttpStatusCode.OK, (await buyer.GetAsync("/sell/money")).Status);
    }

    private static OrderPaid Paid(long goods, long freight)
    {
        var number = Interlocked.Increment(ref _next);
        return new($"order{number}", $"N{number}", "checkout", SomeShop, "sandbox", new(goods), new(freight));
    }

    private async Task SayAsync(params IEvent[] events)
    {
        await _app.RunAsync<IServiceProvider, int>(services =>
        {
            foreach (var happened in events) services.GetRequiredService<Outbox>().Stage(happened);
            return services.GetRequiredService<StoreDb>().SaveChangesAsync();
        });
        await _app.DeliverAsync();
    }

    private Task<Dictionary<LedgerAccount, long>> SumsAsync(string order) => _app.ReadAsync(db => db.LedgerEntries
        .Where(entry => entry.OrderCode == order).GroupBy(entry => entry.Account).ToDictionaryAsync(group => group.Key, group => group.Sum(entry => entry.Amount.Fen)));

    private Task<long> ClearingAsync() => _app.ReadAsync(db => db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.GatewayClearing).SumAsync(entry => entry.Amount.Fen));
}
