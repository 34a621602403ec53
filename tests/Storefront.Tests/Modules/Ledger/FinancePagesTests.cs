using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Ledger;

public sealed class FinancePagesTests(Books books) : IClassFixture<Books>
{
    public static TheoryData<string> Pages => ["payouts", "reconcile", "commission", "adjustments", "payouts/0000000000", "payouts/lines/0000000000"];

    [Theory, MemberData(nameof(Pages))]
    public async Task Only_finance_may_enter(string page)
    {
        Assert.Contains("/sign-in", (await books.App.NewVisitor().GetAsync("/admin/money/" + page)).Location, StringComparison.Ordinal);
        foreach (var role in new[] { Policies.ReviewerRole, Policies.ModeratorRole })
            Assert.True(Sellers.SellerPages.IsForbidden(await (await books.App.SignedInAsync("en", role)).Visitor.GetAsync("/admin/money/" + page)));
        var finance = await books.FinanceAsync();
        Assert.Equal(page.EndsWith('0') ? HttpStatusCode.NotFound : HttpStatusCode.OK, (await finance.GetAsync("/admin/money/" + page)).Status);
    }

    [Fact]
    public async Task A_commission_rule_is_set_once_and_stays()
    {
        var (_, shop) = await books.OpenShopAsync();
        var finance = await books.FinanceAsync();
        var today = LocalTime.Today(books.App.Clock);
        var form = await finance.GetAsync("/admin/money/commission");
        var wrong = await finance.SubmitAsync(form, new { Input__Scope = "Shop", Input__Shop = "", Input__Percent = "5.555", Input__From = $"{today.AddDays(-1):yyyy-MM-dd}" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("5.555", wrong.Page.QuerySelector("[name='Input.Percent']")!.GetAttribute("value"));
        Assert.Equal(3, wrong.Page.QuerySelectorAll(".error").Length);
        Assert.Contains("no shop", (await finance.SubmitAsync(wrong, new { Input__Shop = "0000000000", Input__Percent = "0", Input__From = $"{today:yyyy-MM-dd}" })).Text, StringComparison.Ordinal);
        var right = new { Input__Scope = "Shop", Input__Shop = shop.Code, Input__Percent = "2.5%", Input__From = $"{today:yyyy-MM-dd}" };
        Assert.Equal("/admin/money/commission", (await finance.SubmitAsync(form, right)).Location);
        Assert.Equal("/admin/money/commission", (await finance.SubmitAsync(form, right)).Location);
        Assert.Equal(1, await books.App.ReadAsync(db => db.CommissionRules.CountAsync(rule => rule.ShopId == shop.Id && rule.BasisPoints == 250)));
        Assert.Contains(shop.Name, (await finance.GetAsync("/admin/money/commission")).Text, StringComparison.Ordinal);
        var order = await books.SellAsync(shop.Id, (10_000, 0, "honey"));
        Assert.Equal(-250, (await books.SumsAsync(order.OrderCode))[LedgerAccount.PlatformCommission]);
        Assert.True(await LoggedAsync("commission-set", $"Shop/{shop.Code}"));
    }

    [Fact]
    public async Task A_correction_is_one_journal_with_a_reason()
    {
        var (owner, shop) = await books.OpenShopAsync();
        var finance = await books.FinanceAsync();
        var form = await finance.GetAsync("/admin/money/adjustments");
        var wrong = await finance.SubmitAsync(form, new { Input__Shop = shop.Code, Input__Amount = "-3", Input__Reason = "too short" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("too short", wrong.Page.QuerySelector("[name='Input.Reason']")!.TextContent.Trim());
        Assert.Equal(4, wrong.Page.QuerySelectorAll(".error").Length);
        var right = new { Input__Shop = shop.Code, Input__Direction = "Take", Input__Amount = "3.50", Input__Pair = "Costs", Input__Reason = "a parcel that came back broken" };
        Assert.Equal("/admin/money/adjustments", (await finance.SubmitAsync(form, right)).Location);
        await finance.SubmitAsync(form, right);
        Assert.Equal(new Money(-350), (await books.BalanceAsync(shop.Id)).Available);
        Assert.True(await LoggedAsync("money-adjusted", $"shop/{shop.Code}"));
        foreach (var page in new[] { await finance.GetAsync("/admin/money/adjustments"), await owner.GetAsync("/sell/money") })
            Assert.Contains("a parcel that came back broken", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconciliation_shows_both_sides_and_what_is_open()
    {
        var finance = await books.FinanceAsync();
        var now = books.App.Clock.GetUtcNow().UtcDateTime;
        await books.App.WriteAsync(db =>
        {
            var payment = new Payment { Code = "late", Amount = new(700), Title = "冬蜜", PayUntil = now, ExpireAt = now, ReturnPath = "/", CreatedAt = now };
            var (late, lost) = (PaymentAttempt.For(payment, "sandbox", now), PaymentAttempt.For(payment, "sandbox", now));
            late.Pay(now, surplus: true);
            lost.Doubt(now, "no answer from the bank");
            db.AddRange(late, lost, Refund.Of(late, Refund.SurplusKey(late.Code), new(700), now));
            return Task.CompletedTask;
        });
        Assert.Contains("this must be looked into", (await finance.GetAsync("/admin/money/reconcile")).Text, StringComparison.Ordinal);
        Assert.Contains("no answer from the bank", (await finance.GetAsync("/admin/money/reconcile?show=unknown")).Text, StringComparison.Ordinal);
        foreach (var show in new[] { "surplus", "refunds" })
            Assert.Contains("To be sent", (await finance.GetAsync("/admin/money/reconcile?show=" + show)).Page.QuerySelector(".table")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("None. Good.", (await finance.GetAsync("/admin/money/reconcile?show=differs")).Text, StringComparison.Ordinal);
        await books.SayAsync(new Storefront.Modules.Payments.Contracts.SurplusReceived("late", "sandbox", "a-late", new(700)));
        var booked = await books.App.RunAsync<Storefront.Modules.Ledger.Balances, Money>(balances => balances.ClearingAsync(default));
        await books.SayAsync(new Storefront.Modules.Payments.Contracts.RefundSettled("c", "k", "sandbox", booked - new Money(700)));
        Assert.Contains("Book and gateways agree", (await finance.GetAsync("/admin/money/reconcile")).Text, StringComparison.Ordinal);
    }

    private Task<bool> LoggedAsync(string act, string subject) =>
        books.App.ReadAsync(db => db.Set<Storefront.Modules.Moderation.Model.AuditEntry>().AnyAsync(entry => entry.Act == act && entry.Subject == subject));
}
