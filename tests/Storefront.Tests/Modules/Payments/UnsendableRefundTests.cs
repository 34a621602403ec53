using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Load.Verify;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;
using Answer = Storefront.Tests.Support.Answer;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Payments;

/// <summary>Money that should go back by hand and cannot: it stays owed, everybody reads why, and it is sent again later.</summary>
public sealed class UnsendableRefundTests : IAsyncLifetime
{
    private const string Why = "the account is closed";
    private readonly Stalls _market = new(Transfers.Settings);
    private Visitor _finance = null!;
    private Visitor _seller = null!;

    public async Task InitializeAsync()
    {
        await _market.InitializeAsync();
        (_finance, _, _) = await _market.App.SignedInAsync("en", Policies.FinanceRole);
    }

    public async Task DisposeAsync() => await _market.DisposeAsync();

    [Fact]
    public async Task It_is_failed_with_its_reason_stays_owed_and_goes_out_again()
    {
        var (order, page) = await CancelledAsync();
        Assert.Equal(-order.Total, await OwedAsync());
        var asked = await RefundAsync();
        Assert.Equal((RefundState.Sent, ReturnState.OnItsWay), (asked.State, asked.Progress));

        var (form, stale) = (await _finance.GetAsync($"{page}?refund={asked.Code}"), await _finance.GetAsync($"{page}?refund={asked.Code}"));
        Assert.Equal(page, (await RefuseAsync(form, $" {Why} ")).Location);
        var failed = await RefundAsync();
        Assert.Equal((RefundState.Failed, Why), (failed.State, failed.Why));
        Assert.Equal(PaymentState.Refunding, await _market.App.ReadAsync(db => db.Payments.Select(payment => payment.State).SingleAsync()));
        await _market.App.SettleAsync();
        Assert.Equal(-order.Total, await OwedAsync());
        await AssertBooksAsync();
        foreach (var (who, path) in Readers(order, page)) Assert.Contains(Why, (await who.GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await RefuseAsync(stale, "again")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _finance.UploadAsync(stale, new { }, "Input.Proof", Applicant.Picture)).Status);

        Assert.NotNull((await _finance.SubmitAsync(await _finance.GetAsync("/admin/payments?show=refunds"))).Location);
        await _market.App.SettleAsync();
        var again = await RefundAsync();
        Assert.NotEqual(asked.Code, again.Code);
        Assert.Equal(RefundState.Sent, again.State);
        Assert.Equal(page, (await _finance.UploadAsync(await _finance.GetAsync($"{page}?refund={again.Code}"), new { }, "Input.Proof", Applicant.Picture)).Location);
        await _market.App.DeliverAsync();
        Assert.Equal(RefundState.Succeeded, (await RefundAsync()).State);
        Assert.Equal(Money.Zero, await OwedAsync());
        await AssertBooksAsync();
        var shown = await _market.App.NewVisitor("en").GetAsync($"/orders/{order.Code}");
        Assert.Contains("Paid back", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, shown.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_reason_it_stays_on_the_list()
    {
        var (_, page) = await CancelledAsync();
        var form = await _finance.GetAsync($"{page}?refund={(await RefundAsync()).Code}");
        foreach (var why in new[] { "  ", new string('x', PaymentAttempt.WhyLength + 1) })
        {
            var refused = await RefuseAsync(form, why);
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains("at most 200 characters", refused.Text, StringComparison.Ordinal);
            Assert.Equal(why, refused.Page.QuerySelector("[name='Why.Reason']")!.GetAttribute("value"));
        }
        Assert.Equal(RefundState.Sent, (await RefundAsync()).State);
    }

    private IEnumerable<(Visitor Who, string Path)> Readers(Order order, string page) =>
    [
        (_market.App.NewVisitor("en"), $"/orders/{order.Code}"),
        (_seller, $"/sell/orders/{order.Number}"),
        (_finance, page),
        (_finance, "/admin/payments?show=refunds"),
        (_finance, $"/admin/orders/{order.Number}"),
    ];

    /// <summary>Paid by transfer, called off by the seller, and on finance's list of what to send back.</summary>
    private async Task<(Order Order, string Page)> CancelledAsync()
    {
        (_seller, var shop) = await _market.OpenShopAsync();
        var guest = _market.App.NewVisitor("en");
        await Stalls.AddAsync(guest, await _market.OfferAsync(shop, 9));
        var pay = (await guest.SubmitAsync(await Stalls.FillInAsync(guest), new { Input__Gateway = "offline" }, "main form")).Location!;
        await guest.GetAsync(pay);
        var page = "/admin/payments/offline/" + await _market.App.ReadAsync(db => db.Transfers.Select(transfer => transfer.Code).SingleAsync());
        var checkout = await _market.App.ReadAsync(db => db.Payments.Select(payment => payment.Code).SingleAsync());
        var order = Assert.Single(await _market.OrdersAsync(checkout));
        await _finance.UploadAsync(await _finance.GetAsync(page), new { Input__Amount = order.Total.ToYuan() }, "Input.Proof", Applicant.Picture);
        await _market.App.DeliverAsync();
        await _seller.SubmitAsync(await _seller.GetAsync($"/sell/orders/{order.Number}"), new { Why__Reason = "no honey left" }, "form[action*=Cancel]");
        await _market.App.SettleAsync();
        return (order, page);
    }

    private Task<Answer> RefuseAsync(Answer page, string why) => _finance.SubmitAsync(page, new { Why__Reason = why }, "form[action*=Unsendable]");

    private Task<Refund> RefundAsync() => _market.App.ReadAsync(db => db.Refunds.AsNoTracking().SingleAsync());

    private async Task<Money> OwedAsync() => new(await _market.App.ReadAsync(db => db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.BuyerRefunds).SumAsync(entry => entry.Amount.Fen)));

    private async Task AssertBooksAsync()
    {
        foreach (var invariant in PaymentInvariants.All.Concat(BookInvariants.All))
        {
            var answer = await _market.App.ReadAsync(db => invariant.AskAsync(db));
            Assert.True(answer.Holds, $"{invariant.Says}: {string.Join("; ", answer.Wrong)}");
        }
    }
}
