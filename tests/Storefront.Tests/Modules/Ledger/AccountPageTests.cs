using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Seams.Payments;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Ledger;

/// <summary>A shop's account at the vendor that pays sellers, as its owner meets it.</summary>
public sealed class AccountPageTests : IAsyncLifetime
{
    private const string Path = "/sell/money/account";
    private PayoutVendor _vendor = null!;

    public async Task InitializeAsync() => _vendor = await PayoutVendor.OpenAsync();

    public async Task DisposeAsync() => await _vendor.DisposeAsync();

    [Fact]
    public async Task An_owner_is_led_to_the_vendor_and_back_until_the_account_is_ready()
    {
        var (owner, shop) = await _vendor.Books.OpenShopAsync();
        Assert.NotNull((await owner.GetAsync("/sell/money")).Page.QuerySelector($"a[href='{Path}']"));
        var page = await owner.GetAsync(Path);
        Assert.Contains("before", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("meta[http-equiv=refresh]"));
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var led = await owner.SubmitAsync(page);
            Assert.Equal(HttpStatusCode.OK, led.Status);
            Assert.StartsWith("0;url=https://connect.stripe.com/setup/", led.Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"), StringComparison.Ordinal);
        }
        Assert.Single(_vendor.Far.AllAccounts);

        Assert.Equal(Path, (await owner.GetAsync(Path + "/return")).Location);
        var missing = await owner.GetAsync(Path);
        Assert.Equal(["A bank account", "A picture of a document", "Agreement to its terms", "Who you are, or who is responsible"],
            missing.Page.QuerySelectorAll("main .card li").Select(need => need.TextContent.Trim()).Order(StringComparer.Ordinal));
        Assert.Contains("Details missing", missing.Text, StringComparison.Ordinal);
        Assert.Contains("open too long", (await owner.GetAsync(Path + "?again=true")).Text, StringComparison.Ordinal);
        var payee = (await _vendor.PayeeAsync(shop)).Code;
        _vendor.Far.Become(payee, "pending", payouts: false, disabled: null);
        await owner.GetAsync(Path + "/return");
        Assert.Contains("Being checked", (await owner.GetAsync(Path)).Text, StringComparison.Ordinal);
        _vendor.Far.Ready(payee);
        Assert.Equal(200, await _vendor.PostAsync(_vendor.Far.AccountNotice(payee)));
        await _vendor.TickAsync(TimeSpan.Zero);
        foreach (var shown in new[] { Path, "/sell/money" }) Assert.NotNull((await owner.GetAsync(shown)).Page.QuerySelector(".badge.good"));
        _vendor.Far.Become(payee, "inactive", payouts: false, disabled: "rejected.fraud");
        await _vendor.PostAsync(_vendor.Far.AccountNotice(payee));
        await _vendor.TickAsync(TimeSpan.Zero);
        var closed = await owner.GetAsync(Path);
        Assert.Contains("Refused", closed.Text, StringComparison.Ordinal);
        Assert.Null(closed.Page.QuerySelector("main form"));
    }

    [Fact]
    public async Task A_notice_that_never_comes_is_made_up_for_by_asking_and_an_old_one_changes_nothing()
    {
        var (owner, shop) = await _vendor.Books.OpenShopAsync();
        await owner.SubmitAsync(await owner.GetAsync(Path));
        var payee = (await _vendor.PayeeAsync(shop)).Code;
        var old = _vendor.Far.AccountNotice(payee);
        _vendor.Far.Ready(payee);
        await _vendor.TickAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(PayeeState.Ready, (await _vendor.PayeeAsync(shop)).State);
        await _vendor.PostAsync(_vendor.Far.Sign(System.Text.Encoding.UTF8.GetString(old.Body.Span)));
        await _vendor.TickAsync(TimeSpan.Zero);
        Assert.Equal(PayeeState.Ready, (await _vendor.PayeeAsync(shop)).State);
    }

    [Fact]
    public async Task A_vendor_that_does_not_answer_is_said_on_the_page_and_what_was_known_stays()
    {
        var (owner, shop) = await _vendor.Books.OpenShopAsync();
        _vendor.Far.Mood = Mood.Silent;
        var late = await owner.SubmitAsync(await owner.GetAsync(Path));
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("try again in some minutes", late.Text, StringComparison.Ordinal);
        _vendor.Far.Mood = Mood.Fine;
        await owner.SubmitAsync(await owner.GetAsync(Path));
        Assert.Single(_vendor.Far.AllAccounts);
        _vendor.Far.Ready((await _vendor.PayeeAsync(shop)).Code);
        await owner.GetAsync(Path + "/return");
        _vendor.Far.Mood = Mood.Dropped;
        await owner.GetAsync(Path + "/return");
        var page = await owner.GetAsync(Path);
        Assert.Contains("how it stood before", page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Page.QuerySelector(".badge.good"));
    }

    [Fact]
    public async Task Only_the_owner_sees_it()
    {
        var (_, shop) = await _vendor.Books.OpenShopAsync();
        var (hand, id, _) = await _vendor.App.SignedInAsync("en");
        await _vendor.App.WriteAsync(async db => (await db.Shops.Include(one => one.Members).SingleAsync(one => one.Id == shop.Id)).Admit(id, MemberRole.Family, new(id, DateTime.UnixEpoch)));
        Assert.Equal(HttpStatusCode.OK, (await hand.GetAsync("/sell/money")).Status);
        Assert.Null((await hand.GetAsync("/sell/money")).Page.QuerySelector($"a[href='{Path}']"));
        Assert.Equal(HttpStatusCode.Forbidden, (await hand.GetAsync(Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await hand.GetAsync(Path + "/return")).Status);
        var token = Support.Visitor.FieldsOf(await hand.GetAsync("/sell/freight"), null, "main form[method=post]");
        Assert.Equal(HttpStatusCode.Forbidden, (await hand.PostAsync(Path, token)).Status);
        var (stranger, _, _) = await _vendor.App.SignedInAsync("en");
        Assert.Equal("/sell", (await stranger.GetAsync(Path)).Location);
        Assert.Contains("/sign-in", (await _vendor.App.NewVisitor().GetAsync(Path)).Location, StringComparison.Ordinal);
        Assert.Empty(_vendor.Far.AllAccounts);
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_such_thing_and_a_wrong_setting_says_why()
    {
        var books = new Books();
        await books.InitializeAsync();
        var (owner, _) = await books.OpenShopAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync(Path)).Status);
        Assert.Null((await owner.GetAsync("/sell/money")).Page.QuerySelector($"a[href='{Path}']"));
        Assert.DoesNotContain("Payments:Stripe", (await (await books.FinanceAsync()).GetAsync("/admin/money/payouts")).Text, StringComparison.Ordinal);
        await books.DisposeAsync();
        var wrong = new Books { Settings = ["Payments:Stripe:Connect=true", "Payments:Stripe:ConnectCountry=Hongkong", "Logging:LogLevel:Default=None"] };
        await wrong.InitializeAsync();
        var page = await (await wrong.FinanceAsync()).GetAsync("/admin/money/payouts");
        Assert.Contains("Payments:Stripe:ConnectCountry must be", page.Text, StringComparison.Ordinal);
        Assert.Contains("Payments:Stripe:SecretKey must begin", page.Text, StringComparison.Ordinal);
        await wrong.DisposeAsync();
    }
}
