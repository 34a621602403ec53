using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.Sandbox.Pages;
using Storefront.Modules.Payments.Model;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Payments;

public sealed class PayPageTests : IAsyncLifetime
{
    private Till _till = null!;
    private Support.Visitor _visitor = null!;

    public async Task InitializeAsync()
    {
        _till = await Till.OpenAsync();
        _visitor = _till.App.NewVisitor("en");
    }

    public async Task DisposeAsync() => await _till.DisposeAsync();

    [Theory]
    [InlineData("/pay/00000000000000000000000000")]
    [InlineData("/pay/00000000000000000000000000/return")]
    [InlineData("/sandbox/00000000000000000000000000")]
    public async Task Codes_nobody_has_are_not_found(string path) => Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync(path)).Status);

    [Theory]
    [InlineData(ChargePage.Pay)]
    [InlineData(ChargePage.Twice)]
    public async Task Paying_at_the_bank_leads_back_to_the_order(string act)
    {
        var (code, attempt) = await _till.StageAsync();
        var done = await _till.ActAsync(_visitor, attempt, act);
        Assert.EndsWith($"/pay/{attempt}/return", done.Location, StringComparison.Ordinal);
        Assert.Equal("/health/live", (await _visitor.GetAsync(done.Location!)).Location);
        Assert.Equal("/health/live", (await _visitor.GetAsync($"/pay/{attempt}")).Location);
        Assert.Equal(1, await _till.SaidAsync<PaymentSettled>(code));
    }

    [Fact]
    public async Task The_first_visit_hurries_to_the_bank_and_a_reload_stays_with_the_same_step()
    {
        var (_, attempt) = await _till.StageAsync("scripted");
        var first = await _visitor.GetAsync($"/pay/{attempt}");
        Assert.Equal("0;url=https://vendor.example/pay", first.Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
        var again = await _visitor.GetAsync($"/pay/{attempt}");
        Assert.Null(again.Page.QuerySelector("meta[http-equiv=refresh]"));
        Assert.Equal("https://vendor.example/pay", again.Page.QuerySelector("main a.button")!.GetAttribute("href"));
        Assert.Single(_till.Scripted.Starts);
    }

    [Fact]
    public async Task The_page_that_waits_is_told_in_a_word()
    {
        var (_, attempt) = await _till.StageAsync("scripted");
        _till.Scripted.OnStart = (_, _) => Task.FromResult<StartVerdict>(new StartVerdict.Begun(new NextStep.QrCode("weixin://x"), "v"));
        var page = await _visitor.GetAsync($"/pay/{attempt}");
        var watch = page.Page.QuerySelector("[data-watch]")!;
        Assert.Equal("waiting", watch.GetAttribute("data-state"));
        var word = await _visitor.GetAsync(watch.GetAttribute("data-watch")!);
        Assert.Equal("""{"state":"waiting"}""", word.Text);
        Assert.Equal("no-store", word.Raw.Headers.CacheControl!.ToString());
        await _till.DeliverAsync("p", new PaymentSeen(attempt, PaymentStatus.Paid, Sum.Cny(Till.Price)));
        Assert.Equal("""{"state":"paid"}""", (await _visitor.GetAsync(watch.GetAttribute("data-watch")!)).Text);
        Assert.Equal("/health/live", (await _visitor.GetAsync(watch.GetAttribute("data-then")!)).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await _visitor.GetAsync("/pay/00000000000000000000000000/state")).Status);
    }

    [Fact]
    public async Task A_late_payment_is_found_by_asking()
    {
        var (code, attempt) = await _till.StageAsync();
        var done = await _till.ActAsync(_visitor, attempt, ChargePage.Late);
        var back = await _visitor.GetAsync(done.Location!);
        Assert.Contains("Waiting for your payment", back.Text, StringComparison.Ordinal);
        Assert.Null(back.Page.QuerySelector("meta[http-equiv=refresh]"));
        _till.App.Clock.Advance(TimeSpan.FromSeconds(70));
        // Without scripts: the button has the bank asked in the next round.
        await _till.App.WriteAsync(db => db.PaymentAttempts.ExecuteUpdateAsync(set => set.SetProperty(one => one.CheckAt, _till.App.Clock.GetUtcNow().UtcDateTime.AddHours(1))));
        Assert.EndsWith($"/pay/{attempt}/return", (await _visitor.SubmitAsync(back)).Location, StringComparison.Ordinal);
        await _till.WorkAsync<AskGateways>();
        Assert.Equal(PaymentState.Paid, (await _till.PaymentAsync(code)).State);
    }

    [Fact]
    public async Task A_silent_bank_is_asked_and_the_admin_sees_it()
    {
        var (code, attempt) = await _till.StageAsync();
        await _till.ActAsync(_visitor, attempt, ChargePage.Never);
        await _till.TickAsync(TimeSpan.FromMinutes(1));
        var page = await _visitor.GetAsync($"/pay/{attempt}");
        Assert.Contains("We are asking your bank", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("main [type=radio]"));
        Assert.Equal("Look again", page.Page.QuerySelector("main form button")!.TextContent);
        var (finance, _, _) = await _till.App.SignedInAsync("en", Policies.FinanceRole);
        Assert.Contains(code, (await finance.GetAsync("/admin/payments")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_refund_waits_for_finance_and_goes_out_again_under_a_new_code()
    {
        var (code, attempt) = await _till.StageAsync("scripted");
        await _till.BeginAsync(attempt);
        await _till.DeliverAsync("p", new PaymentSeen(attempt, PaymentStatus.Paid, Sum.Cny(Till.Price)));
        await _till.RefundAsync(code, "claim", new(100));
        _till.Scripted.OnRefund = request => new(request.Charge.Attempt, request.Refund, RefundStatus.Failed, Why: "card closed");
        await _till.TickAsync(TimeSpan.Zero);
        var (finance, _, _) = await _till.App.SignedInAsync("en", Policies.FinanceRole);
        var list = await finance.GetAsync("/admin/payments?show=refunds");
        Assert.Contains("card closed", list.Text, StringComparison.Ordinal);
        _till.Scripted.OnRefund = request => new(request.Charge.Attempt, request.Refund, RefundStatus.Succeeded);
        Assert.NotNull((await finance.SubmitAsync(list)).Location);
        await _till.TickAsync(TimeSpan.Zero);
        Assert.Equal(2, _till.Scripted.Refunds.Distinct().Count());
        Assert.Equal(new Money(100), (await _till.PaymentAsync(code)).Refunded);
        Assert.DoesNotContain(code, (await finance.GetAsync("/admin/payments?show=refunds")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_admins_list_is_for_finance_only()
    {
        Assert.Contains("/sign-in", (await _visitor.GetAsync("/admin/payments")).Location, StringComparison.Ordinal);
        var (moderator, _, _) = await _till.App.SignedInAsync("en", Policies.ModeratorRole);
        Assert.Equal(HttpStatusCode.Forbidden, (await moderator.GetAsync("/admin/payments")).Status);
    }

    [Fact]
    public async Task Every_kind_of_step_is_shown()
    {
        var form = await StepAsync(new NextStep.FormPost(new("https://vendor.example/cashier?x=1"), new Dictionary<string, string> { ["sign"] = "a+b" }));
        Assert.Equal("a+b", form.Page.QuerySelector("form[action='https://vendor.example/cashier?x=1'] [name=sign]")!.GetAttribute("value"));
        Assert.Contains("form-action 'self' https://vendor.example;", form.Raw.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.StartsWith("data:image/png;base64,", (await StepAsync(new NextStep.QrCode("weixin://wxpay/x"))).Page.QuerySelector("main img")!.GetAttribute("src"), StringComparison.Ordinal);
        Assert.Contains("6222 0000", (await StepAsync(new NextStep.Wait("Bank card 6222 0000"))).Text, StringComparison.Ordinal);
        var client = await StepAsync(new NextStep.ClientParameters(new Dictionary<string, string> { ["package"] = "prepay_id=1" }));
        Assert.Equal("""{"package":"prepay_id=1"}""", client.Page.QuerySelector("[data-pay]")!.GetAttribute("data-pay"));
    }

    [Fact]
    public async Task A_stale_step_is_asked_for_again_under_the_same_code()
    {
        var (_, attempt) = await _till.StageAsync("scripted");
        _till.Scripted.OnStart = (_, _) => Task.FromResult<StartVerdict>(new StartVerdict.Begun(
            new NextStep.Redirect(new($"https://vendor.example/{_till.Scripted.Starts.Count}")), "v", _till.App.Clock.GetUtcNow().UtcDateTime.AddMinutes(5)));
        await _visitor.GetAsync($"/pay/{attempt}");
        _till.App.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Contains("https://vendor.example/2", (await _visitor.GetAsync($"/pay/{attempt}")).Text, StringComparison.Ordinal);
        Assert.Equal([attempt, attempt], _till.Scripted.Starts);
    }

    [Fact]
    public async Task Notices_come_from_anywhere_and_get_the_exact_reply()
    {
        using var elsewhere = new HttpClient { BaseAddress = _till.App.Address };
        var (code, attempt) = await _till.StageAsync("scripted");
        await _till.BeginAsync(attempt);
        var notice = ScriptedGateway.NoticeOf("wire", new PaymentSeen(attempt, PaymentStatus.Paid, Sum.Cny(Till.Price)));
        using var accepted = await elsewhere.PostAsync("/pay/notices/scripted", new ByteArrayContent(notice.Body.ToArray()));
        Assert.Equal((HttpStatusCode.Accepted, """{"code":"OK"}"""), (accepted.StatusCode, await accepted.Content.ReadAsStringAsync()));
        Assert.Equal(PaymentState.Paid, (await _till.PaymentAsync(code)).State);
        using var rejected = await elsewhere.PostAsync("/pay/notices/scripted", new ByteArrayContent([]));
        Assert.Equal((HttpStatusCode.Unauthorized, ""), (rejected.StatusCode, await rejected.Content.ReadAsStringAsync()));
        using var forged = await elsewhere.PostAsync("/pay/notices/sandbox", new StringContent("""{"Id":"evt"}""", Encoding.UTF8));
        Assert.Equal((HttpStatusCode.BadRequest, "refused"), (forged.StatusCode, await forged.Content.ReadAsStringAsync()));
        using var nobody = await elsewhere.PostAsync("/pay/notices/nobody", new ByteArrayContent([1]));
        Assert.Equal(HttpStatusCode.NotFound, nobody.StatusCode);
        using var large = await elsewhere.PostAsync("/pay/notices/scripted", new ByteArrayContent(new byte[64 * 1024 + 1]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
    }

    [Fact]
    public async Task After_the_time_is_over_the_page_says_so_and_begins_nothing()
    {
        var (_, attempt) = await _till.StageAsync("scripted", minutes: 1);
        await _till.TickAsync(TimeSpan.FromMinutes(2));
        var page = await _visitor.GetAsync($"/pay/{attempt}");
        Assert.Contains("The time to pay is over", (await _visitor.GetAsync($"/pay/{attempt}/return")).Text, StringComparison.Ordinal);
        Assert.Contains("This payment has ended", page.Text, StringComparison.Ordinal);
        Assert.Empty(_till.Scripted.Starts);
    }

    private async Task<Answer> StepAsync(NextStep step)
    {
        var (_, attempt) = await _till.StageAsync("scripted");
        _till.Scripted.OnStart = (_, _) => Task.FromResult<StartVerdict>(new StartVerdict.Begun(step, "v"));
        return await _visitor.GetAsync($"/pay/{attempt}");
    }
}
