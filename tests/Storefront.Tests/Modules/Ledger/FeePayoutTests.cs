using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Ledger;

/// <summary>A helper's fees go the way of the shops' money: on hold, available, in a batch, in the bank's file, and back.</summary>
public sealed class FeePayoutTests : IAsyncLifetime
{
    private readonly Books _books = new();

    public Task InitializeAsync() => _books.InitializeAsync();

    public Task DisposeAsync() => _books.DisposeAsync();

    [Fact]
    public async Task Fees_of_two_shops_are_one_line_of_the_batch_and_come_back_whole()
    {
        var (helper, id, orders) = await EarnAsync(10_000, 20_000);
        Assert.Equal([(id, new Money(3_000))], await ProposeAsync());
        var finance = await _books.FinanceAsync();
        var batch = (await finance.SubmitAsync(await finance.GetAsync("/admin/money/payouts"))).Location!;
        var draft = await finance.GetAsync(batch);
        Assert.Contains("Helper ", draft.Text, StringComparison.Ordinal);
        await PressAsync(finance, draft, "Order");
        var line = (await LinesAsync()).Single(one => one.HelperId == id);
        Assert.Contains($"{line.Code},Helper", (await finance.GetAsync(batch + "/bank")).Text, StringComparison.Ordinal);
        Assert.Contains(",Alipay,帮手小陈,13900001111,30.00\r\n", (await finance.GetAsync(batch + "/bank")).Text, StringComparison.Ordinal);
        Assert.Equal(["¥0.00", "¥0.00", "¥30.00"], await FiguresAsync(helper));

        Assert.Equal(DecidePayout.Outcome.Done, await SayAsync(line.Code, new(PayoutAct.Paid, "B-7", "slip")));
        Assert.Contains("B-7", (await helper.OpenAsync("/me/notices")).Text, StringComparison.Ordinal);
        Assert.Contains("B-7", (await helper.GetAsync("/me/fees")).Page.QuerySelector("#sent")!.TextContent, StringComparison.Ordinal);

        // What went back to a buyer after that is owed, and is taken off what is earned next.
        await _books.RefundAsync(orders[0], "late", new BookRefund.Part((await _books.LinesAsync(orders[0]))[0].Line, new(5_000), Money.Zero));
        Assert.Equal("-¥5.00", (await FiguresAsync(helper))[0]);
        Assert.Empty(await ProposeAsync());
        Assert.Equal(DecidePayout.Outcome.Done, await SayAsync(line.Code, new(PayoutAct.Returned, "no such account")));
        Assert.Equal(["¥25.00", "¥0.00", "¥0.00"], await FiguresAsync(helper));
        Assert.Equal([(id, new Money(2_500))], await ProposeAsync());
    }

    [Fact]
    public async Task Nothing_is_sent_before_its_order_is_over_nor_more_than_is_there()
    {
        var (_, shop) = await _books.OpenShopAsync();
        var (helper, id) = await _books.ThankAsync(shop, 1_000);
        var first = await _books.SellAsync(shop.Id, (20_000, 0, "honey"));
        Assert.Equal(["¥0.00", "¥20.00", "¥0.00"], await FiguresAsync(helper));
        Assert.Empty(await ProposeAsync());
        await _books.ReleaseAsync(first);
        var draft = await _books.App.RunAsync<ProposePayouts, ProposePayouts.Result>(propose => propose.RunAsync(default));
        await _books.RefundAsync(first, "between", new BookRefund.Part((await _books.LinesAsync(first))[0].Line, new(10), Money.Zero));
        await _books.App.RunAsync<OrderPayouts, OrderPayouts.Outcome>(order => order.RunAsync(draft.Code!, drop: false, default));
        Assert.Equal(PayoutState.Short, (await LinesAsync()).Single(line => line.HelperId == id).State);
        Assert.Equal("¥19.99", (await FiguresAsync(helper))[0]);
    }

    [Fact]
    public async Task Where_fees_go_is_said_on_a_page_of_ones_own()
    {
        var (_, shop) = await _books.OpenShopAsync();
        var (helper, id) = await _books.ThankAsync(shop, 1_000);
        await _books.App.WriteAsync(async db => db.RemoveRange(await db.FeeAccounts.ToListAsync()));
        await _books.ReleaseAsync(await _books.SellAsync(shop.Id, (20_000, 0, "honey")));
        Assert.Empty(await ProposeAsync());
        Assert.Contains("do not know where", (await helper.GetAsync("/me/fees")).Text, StringComparison.Ordinal);
        var wrong = await helper.SubmitAsync(await helper.GetAsync("/me/fees/account"), new { Input__Kind = "Bank", Input__Holder = "陈", Input__Number = "12ab" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("陈", wrong.Page.QuerySelector("[name='Input.Holder']")!.GetAttribute("value"));
        Assert.Contains("12 to 25 digits", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("/me/fees", (await helper.SubmitAsync(wrong, new { Input__Number = "6222 0212 3456 7890" })).Location);
        var page = await helper.GetAsync("/me/fees/account");
        Assert.Contains("****7890", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("62220212", page.Text, StringComparison.Ordinal);
        Assert.Contains("****7890", (await helper.OpenAsync("/me/notices")).Text, StringComparison.Ordinal);
        Assert.Equal([(id, new Money(2_000))], await ProposeAsync());
    }

    [Fact]
    public async Task Who_is_owed_a_payout_cannot_be_erased_and_who_is_owed_less_can()
    {
        var (_, id, orders) = await EarnAsync(10_000);
        Assert.Contains(await HindrancesAsync(id), one => one.TextKey == "ledger.hindrance.fees");
        await _books.RefundAsync(orders[0], "some", new BookRefund.Part((await _books.LinesAsync(orders[0]))[0].Line, new(100), Money.Zero));
        Assert.Empty(await HindrancesAsync(id));
    }

    /// <summary>A tenth of what each shop sold, released.</summary>
    private async Task<(Visitor Helper, long Id, List<OrderPaid> Orders)> EarnAsync(params long[] goods)
    {
        var (_, shop) = await _books.OpenShopAsync(hasAccount: false);
        var (helper, id) = await _books.ThankAsync(shop, 1_000);
        var orders = new List<OrderPaid>();
        foreach (var fen in goods)
        {
            orders.Add(await _books.SellAsync(shop.Id, (fen, 0, "honey")));
            (_, shop) = await _books.OpenShopAsync(hasAccount: false);
            await _books.ThankAsync(shop, 1_000, id);
        }
        await _books.ReleaseAsync([.. orders]);
        return (helper, id, orders);
    }

    /// <summary>Whom a draft made now would pay what; the draft is dropped again.</summary>
    private async Task<List<(long Helper, Money Amount)>> ProposeAsync()
    {
        var draft = await _books.App.RunAsync<ProposePayouts, ProposePayouts.Result>(propose => propose.RunAsync(default));
        if (draft.Code is not { } code) return [];
        await _books.App.RunAsync<OrderPayouts, OrderPayouts.Outcome>(order => order.RunAsync(code, drop: true, default));
        return [.. (await _books.App.ReadAsync(db => db.PayoutLines.AsNoTracking().Where(line => line.Batch.Code == code && line.HelperId != 0).ToListAsync())).Select(line => (line.HelperId, line.Amount))];
    }

    private async Task<List<PayoutLine>> LinesAsync() => await _books.App.ReadAsync(db => db.PayoutLines.AsNoTracking().Where(line => line.Batch.State == BatchState.Ordered).ToListAsync());

    private Task<DecidePayout.Outcome> SayAsync(string line, DecidePayout.Decision decision) => _books.App.RunAsync<DecidePayout, DecidePayout.Outcome>(decide => decide.RunAsync(line, decision, default));

    private Task<IReadOnlyList<Hindrance>> HindrancesAsync(long account) =>
        _books.App.RunAsync<IEnumerable<IErasureHindrance>, IReadOnlyList<Hindrance>>(all => all.OfType<MoneyOwed>().Single().FindAsync(account, default));

    private static async Task<string[]> FiguresAsync(Visitor helper) => [.. (await helper.GetAsync("/me/fees")).Page.QuerySelectorAll(".figures b").Select(figure => figure.TextContent)];

    private static Task<Answer> PressAsync(Visitor finance, Answer page, string handler) =>
        finance.PostAsync(page.Raw.RequestMessage!.RequestUri!.PathAndQuery + $"?handler={handler}", Visitor.FieldsOf(page, null, "main form[method=post]"));
}
