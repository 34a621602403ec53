using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Accounts;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Seams.Payments;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Ledger;

/// <summary>Payouts that come back from a vendor: by its own word, or because finance asks.</summary>
public sealed class ReversedPayoutTests : IAsyncLifetime
{
    private PayoutVendor _vendor = null!;
    private Shop _shop = null!;
    private string _line = "";

    public async Task InitializeAsync()
    {
        _vendor = await PayoutVendor.OpenAsync();
        (_, _shop) = await _vendor.ShopAsync(10_000);
        _line = (await _vendor.Books.PayOutAsync(toAccounts: true))[_shop.Id].Code;
        await _vendor.TickAsync(TimeSpan.Zero);
    }

    public async Task DisposeAsync() => await _vendor.DisposeAsync();

    [Fact]
    public async Task Parts_and_the_rest_are_booked_back_once_though_told_twice_and_in_the_wrong_order()
    {
        _vendor.Far.ReverseAtDesk(_line, 2_500);
        var first = _vendor.Far.TransferNotice(_line);
        _vendor.Far.ReverseAtDesk(_line, 1_000);
        var second = _vendor.Far.TransferNotice(_line);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => _vendor.PostAsync(second)));
        foreach (var late in new[] { first, second, first }) Assert.Equal(200, await _vendor.PostAsync(late));
        await _vendor.TickAsync(TimeSpan.Zero);
        var line = await _vendor.LineAsync(_line);
        Assert.Equal((PayoutState.Paid, new Money(3_500)), (line.State, line.CameBack));
        Assert.Equal(new(new(3_500), Money.Zero, new(6_000)), await _vendor.Books.BalanceAsync(_shop.Id));
        _vendor.Far.ReverseAtDesk(_line, 6_000);
        await _vendor.PostAsync(_vendor.Far.TransferNotice(_line));
        await _vendor.TickAsync(TimeSpan.Zero);
        Assert.Equal(PayoutState.Returned, (await _vendor.LineAsync(_line)).State);
        Assert.Equal(["payout:", "payout-return::3500", "payout-return::9500"], await _vendor.JournalsAsync(_line));
        Assert.Equal(new(new(9_500), Money.Zero, Money.Zero), await _vendor.Books.BalanceAsync(_shop.Id));
    }

    [Fact]
    public async Task The_book_hears_of_parts_in_any_order_and_of_the_arrival_last()
    {
        var (_, shop) = await _vendor.ShopAsync(10_000);
        var line = (await _vendor.Books.PayOutAsync(toAccounts: true))[shop.Id].Code;
        await _vendor.Books.SayAsync(new RemittanceReversed(line, "stripe", new(700)));
        await _vendor.Books.SayAsync(new RemittanceReversed(line, "stripe", new(300)), new RemittanceReversed(line, "stripe", new(700)));
        await _vendor.Books.SayAsync(new RemittanceSettled(line, "stripe", "tr_1"), new RemittanceSettled(line, "stripe", "tr_1"));
        var known = await _vendor.LineAsync(line);
        Assert.Equal((PayoutState.Paid, new Money(700), "tr_1"), (known.State, known.CameBack, known.Reference));
        Assert.Equal(["payout:", "payout-return::700"], await _vendor.JournalsAsync(line));
        await _vendor.Books.SayAsync(new RemittanceRefused(line, "stripe", "no"));
        Assert.Equal(PayoutWay.Account, (await _vendor.LineAsync(line)).Way);
    }

    [Fact]
    public async Task A_refused_reversal_stays_due_until_the_vendor_says_what_has_come_back()
    {
        var finance = await _vendor.Books.FinanceAsync();
        Assert.NotNull((await ReverseAsync(finance, $"/admin/money/payouts/lines/{_line}", "sent to the wrong shop")).Location);
        // Back already, and its notice was lost.
        _vendor.Far.ReverseAtDesk(_line, 9_500);
        await _vendor.App.RunAsync<IServiceProvider, bool>(async services =>
        {
            var vendor = new Tongue(services.GetServices<IPayoutGateway>().Single(one => one.Key == "stripe"));
            await ActivatorUtilities.CreateInstance<SendRemittances>(services, new PayoutBook([vendor], services.GetRequiredService<VendorRim>())).RunAsync(default);
            return true;
        });
        Assert.Equal((RemittanceState.Returning, Money.Zero), await _vendor.RemittanceAsync(_line) is var unsure ? (unsure.State, unsure.Reversed) : default);
        await _vendor.TickAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(RemittanceState.Returned, (await _vendor.RemittanceAsync(_line)).State);
        Assert.Equal(PayoutState.Returned, (await _vendor.LineAsync(_line)).State);
    }

    [Fact]
    public async Task Finance_takes_a_payout_back_and_the_book_follows_when_it_is_back()
    {
        var finance = await _vendor.Books.FinanceAsync();
        var path = $"/admin/money/payouts/lines/{_line}";
        Assert.Null((await finance.GetAsync(path)).Page.QuerySelector("form#returned, form#paid"));
        Assert.Equal(HttpStatusCode.BadRequest, (await ReverseAsync(finance, path, " ")).Status);
        Assert.NotNull((await ReverseAsync(finance, path, "sent to the wrong shop")).Location);
        var waiting = await finance.GetAsync(path);
        Assert.Contains("being taken back", waiting.Text, StringComparison.Ordinal);
        Assert.Null(waiting.Page.QuerySelector("form#reverse"));
        Assert.Equal(PayoutState.Paid, (await _vendor.LineAsync(_line)).State);
        _vendor.Far.Mood = Mood.DroppedAfterwards;
        await _vendor.TickAsync(TimeSpan.Zero);
        _vendor.Far.Mood = Mood.Fine;
        await _vendor.TickAsync(TimeSpan.FromDays(2));
        Assert.Single(Assert.Single(_vendor.Far.Sent).Reversals);
        Assert.Equal(["payout:", "payout-return:"], await _vendor.JournalsAsync(_line));
        Assert.Equal(new(new(9_500), Money.Zero, Money.Zero), await _vendor.Books.BalanceAsync(_shop.Id));
        await _vendor.PostAsync(_vendor.Far.TransferNotice(_line));
        await _vendor.TickAsync(TimeSpan.FromDays(1));
        Assert.Equal(["payout:", "payout-return:"], await _vendor.JournalsAsync(_line));
    }

    [Fact]
    public async Task A_reversal_that_is_refused_says_why_books_nothing_and_may_be_asked_for_again()
    {
        var finance = await _vendor.Books.FinanceAsync();
        var path = $"/admin/money/payouts/lines/{_line}";
        _vendor.Far.Spent = 1;
        await ReverseAsync(finance, path, "sent to the wrong shop");
        await _vendor.TickAsync(TimeSpan.Zero);
        Assert.Contains("balance_insufficient", (await finance.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(["payout:"], await _vendor.JournalsAsync(_line));
        _vendor.Far.Spent = 0;
        await ReverseAsync(finance, path, "sent to the wrong shop");
        await _vendor.TickAsync(TimeSpan.Zero);
        Assert.Equal(PayoutState.Returned, (await _vendor.LineAsync(_line)).State);
    }

    [Fact]
    public async Task What_came_back_without_a_notice_is_found_when_finance_asks_for_it()
    {
        _vendor.Far.ReverseAtDesk(_line, 9_500);
        await ReverseAsync(await _vendor.Books.FinanceAsync(), $"/admin/money/payouts/lines/{_line}", "sent to the wrong shop");
        await _vendor.TickAsync(TimeSpan.Zero);
        Assert.Equal(PayoutState.Returned, (await _vendor.LineAsync(_line)).State);
    }

    [Fact]
    public async Task Another_sum_and_a_strange_payout_are_a_person_s_matter()
    {
        _vendor.Far.Currency = "hkd";
        Assert.Equal(200, await _vendor.PostAsync(_vendor.Far.TransferNotice(_line)));
        var strange = new { id = "tr_x", @object = "transfer", amount = 100, amount_reversed = 0, currency = "cny", metadata = new { payout = "0123456789" } };
        Assert.Equal(200, await _vendor.PostAsync(_vendor.Far.Event("transfer.created", strange)));
        Assert.Equal([NoticeOutcome.WrongSum, NoticeOutcome.Foreign], await _vendor.App.ReadAsync(db => db.Set<GatewayNotice>().OrderBy(kept => kept.Id).Select(kept => kept.Outcome).ToListAsync()));
        Assert.Equal(PayoutState.Paid, (await _vendor.LineAsync(_line)).State);
    }

    [Fact]
    public async Task Its_owner_stays_until_what_was_asked_back_is_back()
    {
        Assert.DoesNotContain("/sell/money", await HindrancesAsync());
        await ReverseAsync(await _vendor.Books.FinanceAsync(), $"/admin/money/payouts/lines/{_line}", "sent to the wrong shop");
        Assert.Contains("/sell/money", await HindrancesAsync());
    }

    [Fact]
    public async Task Nobody_asks_about_the_account_of_an_erased_seller()
    {
        var (_, other) = await _vendor.Books.OpenShopAsync();
        await _vendor.ReadyAsync(other);
        var now = _vendor.App.Clock.GetUtcNow().UtcDateTime;
        await _vendor.App.WriteAsync(async db =>
        {
            foreach (var payee in await db.Payees.ToListAsync()) payee.Stir("", now);
            foreach (var shop in await db.Shops.ToListAsync()) shop.Close(new(1, now), "end of the season");
        });
        foreach (var owner in new[] { _shop, other }.Select(shop => shop.Members.Single().AccountId))
            Assert.Empty((await _vendor.App.RunAsync<EraseAccount, IReadOnlyList<Hindrance>?>(erase => erase.RunAsync(owner, default)))!);
        var left = Assert.Single(await _vendor.App.ReadAsync(db => db.Payees.AsNoTracking().ToListAsync()));
        Assert.Equal((_shop.Id, null), (left.ShopId, left.CheckAt));
    }

    private async Task<IEnumerable<string>> HindrancesAsync() =>
        (await _vendor.App.RunAsync<EraseAccount, IReadOnlyList<Hindrance>>(erase => erase.FindHindrancesAsync(_shop.Members.Single().AccountId, default))).Select(hindrance => hindrance.Path);

    private static async Task<Answer> ReverseAsync(Visitor finance, string path, string reason) =>
        await finance.PostAsync($"{path}?handler=Reverse", Visitor.FieldsOf(await finance.GetAsync(path), new { Input__Reason = reason }, "form#reverse"));

    /// <summary>Answers to what it is told to do, and to no question.</summary>
    private sealed class Tongue(IPayoutGateway vendor) : IPayoutGateway
    {
        public string Key => vendor.Key;

        public bool IsWanted => vendor.IsWanted;

        public IReadOnlyList<string> Problems => vendor.Problems;

        public Task<OnboardVerdict> OnboardAsync(OnboardRequest request, CancellationToken cancel) => vendor.OnboardAsync(request, cancel);

        public Task<PayeeSeen> QueryPayeeAsync(PayeeRef payee, CancellationToken cancel) => throw new IOException("silent");

        public Task<RemittanceSeen> SendAsync(RemitRequest request, CancellationToken cancel) => vendor.SendAsync(request, cancel);

        public Task<RemittanceSeen> QueryAsync(RemitRequest request, CancellationToken cancel) => throw new IOException("silent");

        public Task<ReversalSeen> ReverseAsync(ReverseRequest request, CancellationToken cancel) => vendor.ReverseAsync(request, cancel);
    }
}
