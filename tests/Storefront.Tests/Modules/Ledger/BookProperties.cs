using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Storefront.Data.Events;
using Storefront.Load.Verify;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Payments.Contracts;
using Storefront.Shared;

namespace Storefront.Tests.Modules.Ledger;

/// <summary>Whatever happens to orders, payouts and balances in whatever order, the book adds up: invariants 5 and 6 over the real database.</summary>
public sealed class BookProperties(Books books) : IClassFixture<Books>
{
    private static readonly string[] Asked =
    [
        "every journal sums to zero", "what a seller has and was paid is the sum of his lines", "what a helper has and was paid is the sum of the fees", "a journal's lines say what its entries say", "no more of a line goes back than was sold",
        "money is released whole, once and in time", "every payout is booked as it stands", "no payout took more than was available", "commission, fee and share are goods and freight",
    ];

    /// <summary>Every kind of journal once, so that none of them is left to chance.</summary>
    private static readonly (Act Act, int Number)[] OneOfEach =
    [
        (Act.Sell, 9_000), (Act.Sell, 9_001), (Act.Refund, 2), (Act.Cancel, 1), (Act.Complete, 0), (Act.Days, 5), (Act.Days, 5), (Act.Release, 0),
        (Act.Give, 5_000), (Act.PayOut, 0), (Act.ComesBack, 0), (Act.Surplus, 10), (Act.SendBack, 5),
    ];

    private readonly List<OrderPaid> _orders = [];
    private readonly HashSet<string> _over = new(StringComparer.Ordinal);
    private long[] _shops = [];
    private long _captured;
    private long _owed;
    private long _sentBack;
    private int _step;

    private enum Act { Sell, Cancel, Refund, Complete, Days, Release, PayOut, Confirm, ComesBack, Give, Take, SendBack, Surplus }

    private static Act[] Acts => [.. Enum.GetValues<Act>(), Act.Sell, Act.Sell, Act.Refund, Act.Complete, Act.Complete, Act.Days, Act.Days, Act.Release, Act.Release, Act.PayOut];

    [Fact]
    public async Task The_book_adds_up_after_any_history()
    {
        var (thankful, other) = ((await books.OpenShopAsync()).Shop, (await books.OpenShopAsync()).Shop);
        await books.ThankAsync(thankful, 700);
        _shops = [thankful.Id, other.Id];
        var histories = (from act in Gen.Elements(Acts) from number in Gen.Choose(0, 9_999) select (Act: act, Number: number)).NonEmptyListOf().Resize(24).ToArbitrary();
        await RunAsync(OneOfEach);
        await Task.Run(() => Prop.ForAll(histories, acts => RunAsync(acts).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(15)));
        Assert.True(await books.App.ReadAsync(db => db.Journals.Select(journal => journal.Kind).Distinct().CountAsync()) == Enum.GetValues<JournalKind>().Length, "some kind of journal was never tried");
    }

    private async Task RunAsync(IReadOnlyList<(Act Act, int Number)> acts)
    {
        foreach (var (act, number) in acts) await DoAsync(act, number);
        foreach (var question in BookInvariants.All.Where(question => Asked.Contains(question.Says)))
        {
            var answer = await books.App.ReadAsync(question.AskAsync);
            Assert.True(answer.Holds, $"{question.Says}: {string.Join("; ", answer.Wrong)}");
        }
        var sums = await books.App.ReadAsync(db => db.LedgerEntries.GroupBy(entry => entry.Account).ToDictionaryAsync(group => group.Key, group => group.Sum(entry => entry.Amount.Fen)));
        Assert.Equal(_captured - _sentBack, sums.GetValueOrDefault(LedgerAccount.GatewayClearing));
        Assert.Equal(-_owed, sums.GetValueOrDefault(LedgerAccount.BuyerRefunds));
        Assert.False(await books.App.ReadAsync(db => db.Set<OutboxRow>().AnyAsync(row => row.HandledAt == null)), "an event was not booked");
    }

    private async Task DoAsync(Act act, int number)
    {
        _step++;
        var (shop, order) = (_shops[number % 2], _orders.Count == 0 ? null : _orders[number % _orders.Count]);
        switch (act)
        {
            case Act.Sell: await SellAsync(shop, number); break;
            case Act.Cancel when order is not null && _over.Add(order.OrderCode): await CancelAsync(order); break;
            case Act.Refund when order is not null: await RefundAsync(order, number); break;
            case Act.Complete when order is not null && _over.Add(order.OrderCode): await books.CompleteAsync(order); break;
            case Act.Days: books.App.Clock.Advance(TimeSpan.FromDays(number % 6)); break;
            case Act.Release: await books.RunReleaseAsync(); break;
            case Act.PayOut: await PayOutAsync(); break;
            case Act.Confirm: await DecideAsync(new(PayoutAct.Paid, "B1", "proof"), number); break;
            case Act.ComesBack: await DecideAsync(new(PayoutAct.Returned, "no such account"), number); break;
            case Act.Give or Act.Take: await AdjustAsync(shop, act == Act.Give ? number + 1 : -number - 1); break;
            case Act.SendBack when _owed > 0: await SendBackAsync(Math.Min(_owed, number + 1)); break;
            case Act.Surplus: await SurplusAsync(number + 1); break;
        }
    }

    private async Task SellAsync(long shop, int number)
    {
        string[] categories = ["honey", "tea", "fruit"];
        var lines = Enumerable.Range(1, number % 3 + 1).Select(line => ((long)number * line % 4_321 + 1, (long)number * line % 77, categories[line - 1])).ToArray();
        var paid = await books.SellAsync(shop, lines);
        _orders.Add(paid);
        _captured += (paid.Goods + paid.Freight).Fen;
    }

    private async Task CancelAsync(OrderPaid order)
    {
        var left = await LeftAsync(order);
        var sum = left.Aggregate(Money.Zero, (all, line) => all + line.Shares.Total);
        var cancelled = new OrderCancelled(order.OrderCode, order.Number, order.CheckoutCode, order.ShopId, sum);
        await books.SayAsync(cancelled, cancelled);
        _owed += sum.Fen;
    }

    private async Task RefundAsync(OrderPaid order, int number)
    {
        var parts = (await LeftAsync(order)).Select(line => new BookRefund.Part(line.Line, Cut(line.Shares.Goods, number), Cut(line.Shares.Freight, number / 2))).ToArray();
        var key = $"refund-{_step}";
        var sums = new[] { await books.RefundAsync(order, key, parts), await books.RefundAsync(order, key, parts) };
        _owed += sums[0]!.Value.Fen + (sums[1]?.Fen ?? 0);
    }

    /// <summary>Often all of it, often none.</summary>
    private static Money Cut(Money whole, int number) => (number % 4) switch { 0 => whole, 1 => Money.Zero, _ => new(whole.Fen * (number % 100) / 100) };

    private async Task<List<(long Line, LineShares Shares)>> LeftAsync(OrderPaid order)
    {
        var lines = await books.App.ReadAsync(db => db.JournalLines.AsNoTracking().Where(line => line.OrderCode == order.OrderCode && line.Line != null).ToListAsync());
        return [.. lines.GroupBy(line => line.Line!.Value).Select(group => (group.Key, group.Aggregate(LineShares.None, (all, line) => all + line.Shares)))];
    }

    private async Task PayOutAsync()
    {
        foreach (var line in (await books.PayOutAsync()).Values.Where(line => line.State == PayoutState.Ordered))
            Assert.True((await books.BalanceAsync(line.ShopId)).Available >= Money.Zero, $"payout {line.Code} took more than there was");
    }

    private async Task DecideAsync(DecidePayout.Decision decision, int number)
    {
        var codes = await books.App.ReadAsync(db => db.PayoutLines.OrderBy(line => line.Id).Select(line => line.Code).ToListAsync());
        if (codes.Count == 0) return;
        await books.App.RunAsync<DecidePayout, DecidePayout.Outcome>(decide => decide.RunAsync(codes[number % codes.Count], decision, default));
    }

    private async Task AdjustAsync(long shop, long fen)
    {
        var code = await books.App.ReadAsync(db => db.Set<Storefront.Modules.Sellers.Model.Shop>().Where(one => one.Id == shop).Select(one => one.Code).SingleAsync());
        await books.App.RunAsync<AdjustBalance, bool>(adjust => adjust.RunAsync(new(code, new(fen), fen % 2 == 0 ? AdjustmentPair.Commission : AdjustmentPair.Costs, "a reason that is long enough"), default));
    }

    private async Task SendBackAsync(long fen)
    {
        var settled = new RefundSettled("checkout", $"key-{_step}", "sandbox", new(fen));
        await books.SayAsync(settled, settled);
        (_owed, _sentBack) = (_owed - fen, _sentBack + fen);
    }

    private async Task SurplusAsync(long fen)
    {
        await books.SayAsync(new SurplusReceived("checkout", "sandbox", $"attempt-{_step}", new(fen)));
        (_owed, _captured) = (_owed + fen, _captured + fen);
    }
}
