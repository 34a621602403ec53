using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Ledger;

public sealed class BookkeeperTests : IAsyncLifetime
{
    private static int _next;
    private StoreApp _app = null!;

    public async Task InitializeAsync() => _app = await StoreApp.StartAsync(services =>
    {
        services.AddScoped<IMyShop, OneShop>();
        services.AddAuthorizationBuilder().AddPolicy(Policies.Sell, policy => policy.RequireAuthenticatedUser());
    });

    public async Task DisposeAsync() => await _app.DisposeAsync();

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
        await SayAsync(new OrderCancelled("nobody", "N0", "c", OneShop.Id, Money.Zero));
        Assert.False(await _app.ReadAsync(db => db.Journals.AnyAsync(journal => journal.OrderCode == "nobody")));
    }

    [Fact]
    public async Task A_seller_reads_what_adds_up_line_by_line()
    {
        await SayAsync(Paid(10_000, 1_200), Paid(20_000, 0), Paid(5_000, 0) with { ShopId = OneShop.Id + 1, Number = "FOREIGN" });
        var (seller, _, _) = await _app.SignedInAsync("en");
        var page = await seller.GetAsync("/sell/money");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("¥297.00", page.Page.QuerySelector(".price")!.TextContent);
        Assert.Contains("¥107.00", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("FOREIGN", page.Text, StringComparison.Ordinal);
        Assert.Contains("/sign-in", (await _app.NewVisitor().GetAsync("/sell/money")).Location, StringComparison.Ordinal);
    }

    private static OrderPaid Paid(long goods, long freight)
    {
        var number = Interlocked.Increment(ref _next);
        return new($"order{number}", $"N{number}", "checkout", OneShop.Id, "sandbox", new(goods), new(freight));
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

    /// <summary>Everybody works in the same shop.</summary>
    private sealed class OneShop : IMyShop
    {
        public const long Id = 41;
        private static readonly ShopCard Card = new(Id, "shop", "蜂场", "浙江 丽水 松阳", "331124", "", null, ShopState.Approved);

        public Task<ShopCard?> FindAsync(CancellationToken cancel) => Task.FromResult<ShopCard?>(Card);

        public Task<ShopCard> GetAsync(CancellationToken cancel) => Task.FromResult(Card);
    }
}
