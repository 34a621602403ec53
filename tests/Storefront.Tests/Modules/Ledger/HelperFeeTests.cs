using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Ledger;

/// <summary>The fee follows the consent that was in force when an order was paid.</summary>
public sealed class HelperFeeTests(Books books) : IClassFixture<Books>
{
    [Fact]
    public async Task The_fee_is_that_of_the_day_and_stays_as_it_was_booked()
    {
        var (owner, shop) = await books.OpenShopAsync();
        var before = await books.SellAsync(shop.Id, (10_000, 500, "honey"));
        var (helper, id, _) = await books.App.SignedInAsync("en");
        await ConsentAsync(shop, id, FeeKind.Percent, 500);
        var percent = await books.SellAsync(shop.Id, (10_000, 500, "honey"));
        await ConsentAsync(shop, id, FeeKind.PerLine, 150);
        var perLine = await books.SellAsync(shop.Id, (10_000, 500, "honey"), (100, 0, "honey"));
        await EndAsync(shop);
        var after = await books.SellAsync(shop.Id, (10_000, 500, "honey"));
        var fees = new List<long>();
        foreach (var order in new[] { before, percent, perLine, after }) fees.Add(await FeeAsync(order));
        Assert.Equal([0, 500, 245, 0], fees);
        await books.SayAsync(percent);
        Assert.Equal(500, await FeeAsync(percent));
        Assert.Contains("-¥5.00", Card(await owner.GetAsync("/sell/money"), percent), StringComparison.Ordinal);

        var own = await helper.GetAsync("/me/fees");
        Assert.Equal(["¥0.00", "¥7.45", "¥0.00"], own.Page.QuerySelectorAll(".figures b").Select(sum => sum.TextContent));
        Assert.DoesNotContain(before.Number + " ", own.Text, StringComparison.Ordinal);
        await books.RefundAsync(percent, "half", new BookRefund.Part((await books.LinesAsync(percent))[0].Line, new(5_000), Money.Zero));
        Assert.Equal("¥4.95", (await helper.GetAsync("/me/fees")).Page.QuerySelectorAll(".figures b")[1].TextContent);
        Assert.Equal(0, await books.App.ReadAsync(db => db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.HelperFee && entry.HelperId == null).CountAsync()));
    }

    [Fact]
    public async Task A_helper_reads_only_what_went_through_the_own_hands_and_no_balance()
    {
        var (_, shop) = await books.OpenShopAsync();
        var hidden = await books.SellAsync(shop.Id, (77_700, 0, "honey"));
        var (helper, id, _) = await books.App.SignedInAsync("en");
        await ConsentAsync(shop, id, FeeKind.Percent, 1_000);
        var own = await books.SellAsync(shop.Id, (10_000, 0, "honey"));
        foreach (var path in new[] { "/sell/money", "/sell/money/print", "/sell/money/csv" })
        {
            var page = await helper.GetAsync(path);
            Assert.Contains(own.Number, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("777.00", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(hidden.Number + "<", page.Text, StringComparison.Ordinal);
        }
        Assert.Null((await helper.GetAsync("/sell/money")).Page.QuerySelector(".figures"));
    }

    [Theory]
    [InlineData(FeeKind.None, 0, 10_000, 9_500, 0)]
    [InlineData(FeeKind.Percent, 500, 999, 949, 50)]
    [InlineData(FeeKind.PerLine, 150, 100, 95, 95)]
    [InlineData(FeeKind.Percent, 5_000, 100, 20, 20)]
    [InlineData(FeeKind.PerLine, 150, 0, 0, 0)]
    public void A_fee_is_rounded_once_and_never_more_than_is_left(FeeKind kind, int value, long goods, long left, long fee) =>
        Assert.Equal(new Money(fee), new HelperTerms(1, kind, value).Of(new(goods), new(left)));

    private async Task<long> FeeAsync(OrderPaid order) => -(await books.SumsAsync(order.OrderCode)).GetValueOrDefault(LedgerAccount.HelperFee);

    private static string Card(Answer page, OrderPaid order) => page.Page.QuerySelectorAll("article").First(card => card.TextContent.Contains(order.Number, StringComparison.Ordinal)).TextContent;

    private async Task ConsentAsync(Shop shop, long helper, FeeKind kind, int value)
    {
        await EndAsync(shop);
        books.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await books.App.WriteAsync(async db =>
        {
            var by = new Signature(1, books.App.Clock.GetUtcNow().UtcDateTime);
            if (!await db.ShopMembers.AnyAsync(member => member.ShopId == shop.Id && member.AccountId == helper))
                (await db.Shops.Include(one => one.Members).SingleAsync(one => one.Id == shop.Id)).Admit(helper, MemberRole.Helper, by);
            var words = new ReadWords("en", "test", "I agree.");
            var consent = new HelperConsent(shop.Id, helper, kind, value, words, by);
            consent.Give(words, by);
            db.Add(consent);
        });
        books.App.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    private async Task EndAsync(Shop shop)
    {
        books.App.Clock.Advance(TimeSpan.FromSeconds(1));
        await books.App.WriteAsync(async db =>
        {
            foreach (var consent in await db.HelperConsents.Where(one => one.ShopId == shop.Id).ToListAsync()) consent.End(books.App.Clock.GetUtcNow().UtcDateTime);
        });
    }
}
