using Microsoft.EntityFrameworkCore;
using Storefront.Data.Events;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Ledger;

public sealed class BookkeeperTests(Books books) : IClassFixture<Books>
{
    private const long SomeShop = 41_000;
    private readonly StoreApp _app = books.App;

    [Theory]
    [InlineData(9_900, 800)]
    [InlineData(1, 0)]
    [InlineData(9, 1)]
    [InlineData(10, 0)]
    [InlineData(333, 777)]
    public async Task A_sale_is_shared_to_the_fen_and_a_cancellation_takes_every_share_back(long goods, long freight)
    {
        var order = await books.SellAsync(SomeShop, (goods, freight, "honey"));
        await books.SayAsync(order);
        var capture = await books.SumsAsync(order.OrderCode);
        Assert.Equal(goods + freight, capture[LedgerAccount.GatewayClearing]);
        Assert.Equal(order.Goods.Share(500).Fen, -capture.GetValueOrDefault(LedgerAccount.PlatformCommission));
        Assert.Equal(0, capture.Values.Sum());
        var cancelled = Cancelled(order, goods + freight);
        await books.SayAsync(cancelled, cancelled);
        var after = await books.SumsAsync(order.OrderCode);
        Assert.Equal(0, after.GetValueOrDefault(LedgerAccount.SellerPayable));
        Assert.Equal(0, after.GetValueOrDefault(LedgerAccount.PlatformCommission));
        Assert.Equal(-(goods + freight), after[LedgerAccount.BuyerRefunds]);
    }

    [Fact]
    public async Task Refunds_and_surplus_leave_nothing_at_the_gateway()
    {
        var before = await ClearingAsync();
        var surplus = new SurplusReceived("c1", "sandbox", "a1", new(500));
        await books.SayAsync(surplus, surplus);
        Assert.Equal(before + new Money(500), await ClearingAsync());
        var back = new RefundSettled("c1", "surplus:a1", "sandbox", new(500));
        await books.SayAsync(back, back);
        Assert.Equal(before, await ClearingAsync());
    }

    [Fact]
    public async Task An_order_cancelled_before_it_was_paid_moves_nothing()
    {
        await books.SayAsync(new OrderCancelled("nobody", "N0", "c", SomeShop, Money.Zero));
        Assert.False(await _app.ReadAsync(db => db.Journals.AnyAsync(journal => journal.OrderCode == "nobody")));
    }

    [Fact]
    public async Task Commission_goes_by_the_line_and_the_day_of_payment()
    {
        const long Shop = 42_000;
        await _app.WriteAsync(db => Task.FromResult(db.Add(new CommissionRule { Scope = RuleScope.Category, Category = "tea", BasisPoints = 1_000, From = LocalTime.Today(_app.Clock), SetAt = _app.Clock.GetUtcNow().UtcDateTime })));
        var order = await books.SellAsync(Shop, (1_005, 10, "honey"), (1_005, 10, "tea"));
        Assert.Equal(-(50 + 101), (await books.SumsAsync(order.OrderCode))[LedgerAccount.PlatformCommission]);
        var late = order with { OrderCode = order.OrderCode + "y", PaidAt = order.PaidAt.AddDays(-1) };
        await Assert.ThrowsAsync<InvalidOperationException>(() => _app.RunAsync<BookSale, bool>(async sale => { await sale.RunAsync(late, default); return true; }));
    }

    [Fact]
    public async Task Partial_refunds_and_then_the_rest_reverse_everything_exactly()
    {
        const long Shop = 43_000;
        var order = await books.SellAsync(Shop, (333, 100, "honey"), (667, 0, "tea"));
        var lines = await books.LinesAsync(order);
        Assert.Equal(new(150), await books.RefundAsync(order, "r1", new BookRefund.Part(lines[0].Line, new(111), new(39))));
        Assert.Null(await books.RefundAsync(order, "r1", new BookRefund.Part(lines[0].Line, new(111), new(39))));
        Assert.Equal(new(1), await books.RefundAsync(order, "r2", new BookRefund.Part(lines[1].Line, new(1), Money.Zero)));
        await Assert.ThrowsAsync<InvalidOperationException>(() => books.RefundAsync(order, "r3", new BookRefund.Part(lines[0].Line, new(223), Money.Zero)));
        await books.SayAsync(Cancelled(order, 1_100 - 151));
        var sums = await books.SumsAsync(order.OrderCode);
        Assert.Equal(-1_100, sums[LedgerAccount.BuyerRefunds]);
        Assert.All(sums.Where(sum => sum.Key is not (LedgerAccount.BuyerRefunds or LedgerAccount.GatewayClearing)), sum => Assert.Equal(0, sum.Value));
        Assert.Equal(new(Money.Zero, Money.Zero, Money.Zero), await books.BalanceAsync(Shop));
    }

    [Fact]
    public async Task A_cancellation_that_gives_back_another_sum_than_is_left_is_not_booked()
    {
        var order = await books.SellAsync(SomeShop, (500, 0, "honey"));
        await books.SayAsync(Cancelled(order, 499));
        Assert.False(await _app.ReadAsync(db => db.Journals.AnyAsync(journal => journal.Key == "cancel:" + order.OrderCode)));
        Assert.True(await _app.ReadAsync(db => db.Set<OutboxRow>().AnyAsync(row => row.HandledAt == null && row.LastError!.Contains(order.Number))));
        await _app.WriteAsync(db => db.Set<OutboxRow>().Where(row => row.HandledAt == null).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task Money_is_available_a_while_after_completion_and_a_later_refund_takes_it_from_there()
    {
        const long Shop = 44_000;
        var order = await books.SellAsync(Shop, (10_000, 1_000, "honey"));
        await books.RefundAsync(order, "early", new BookRefund.Part((await books.LinesAsync(order))[0].Line, new(1_000), Money.Zero));
        await books.CompleteAsync(order);
        await books.CompleteAsync(order);
        _app.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        await books.RunReleaseAsync();
        Assert.Equal(new(Money.Zero, new(9_550), Money.Zero), await books.BalanceAsync(Shop));
        _app.Clock.Advance(TimeSpan.FromMinutes(1));
        await books.RunReleaseAsync();
        await books.RunReleaseAsync();
        Assert.Equal(new(new(9_550), Money.Zero, Money.Zero), await books.BalanceAsync(Shop));
        await books.RefundAsync(order, "late", new BookRefund.Part((await books.LinesAsync(order))[0].Line, new(2_000), new(1_000)));
        Assert.Equal(new(new(6_650), Money.Zero, Money.Zero), await books.BalanceAsync(Shop));
    }

    [Fact]
    public async Task The_book_is_never_changed()
    {
        await books.SellAsync(SomeShop, (100, 0, "honey"));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => _app.WriteAsync(async db => db.Remove(await db.LedgerEntries.FirstAsync())));
        Assert.Contains("append-only", failure.Message, StringComparison.Ordinal);
    }

    private static OrderCancelled Cancelled(OrderPaid order, long refund) => new(order.OrderCode, order.Number, order.CheckoutCode, order.ShopId, new(refund));

    private Task<Money> ClearingAsync() => _app.RunAsync<Balances, Money>(balances => balances.ClearingAsync(default));
}
