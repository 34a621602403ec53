using System.Net;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Gateways.WeChatPay;
using Storefront.Modules.Payments.Model;
using Storefront.Tests.Modules.Payments;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Seams.Payments;

/// <summary>Paying inside WeChat: the vendor is asked whose app it is before the charge is begun.</summary>
public sealed class WeChatPayerTests : IAsyncLifetime
{
    private const string App = "Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 Mobile MicroMessenger/8.0.40";
    private WeChatFarSide _vendor = null!;
    private Till _till = null!;
    private Visitor _payer = null!;
    private readonly HttpClient _vendorsPages = new(new HttpClientHandler { AllowAutoRedirect = false });

    public async Task InitializeAsync()
    {
        _vendor = new(new TestClock()) { TakesPlainAddresses = true };
        await _vendor.StartAsync();
        _till = await Till.OpenAsync([.. _vendor.Settings.Select(setting => $"{setting.Key}={setting.Value}"), "Payments:CallSeconds=10"]);
        _vendor.Clock = _till.App.Clock;
        _payer = _till.App.NewVisitor("en", App);
    }

    public async Task DisposeAsync()
    {
        _vendorsPages.Dispose();
        await _till.DisposeAsync();
        await _vendor.DisposeAsync();
        Assert.Empty(_vendor.Complaints);
    }

    [Fact]
    public async Task Asked_once_and_paid_in_the_app()
    {
        var (payment, attempt) = await _till.StageAsync(WeChatPayGateway.Name);
        var back = await AskAsync(attempt);
        Assert.Equal(AttemptState.Created, (await _till.AttemptAsync(attempt)).State);
        Assert.Equal($"/pay/{attempt}", (await _payer.GetAsync(back)).Location);
        var page = await _payer.GetAsync($"/pay/{attempt}");
        Assert.Contains("prepay_id=", page.Page.QuerySelector("[data-pay]")!.GetAttribute("data-pay"), StringComparison.Ordinal);
        Assert.Equal("jsapi", _vendor[attempt].Way);
        _vendor.Become(attempt, "SUCCESS");
        await _till.TickAsync(TimeSpan.FromMinutes(1));
        Assert.True((await _till.PaymentAsync(payment)).IsPaid);
        var (_, next) = await _till.StageAsync(WeChatPayGateway.Name);
        Assert.NotNull((await _payer.GetAsync($"/pay/{next}")).Page.QuerySelector("[data-pay]"));
    }

    [Fact]
    public async Task Elsewhere_nobody_is_asked()
    {
        var (_, attempt) = await _till.StageAsync(WeChatPayGateway.Name);
        Assert.NotNull((await _till.App.NewVisitor("en").GetAsync($"/pay/{attempt}")).Page.QuerySelector("main img"));
        Assert.Equal("native", _vendor[attempt].Way);
    }

    [Fact]
    public async Task Another_browser_s_answer_a_code_used_twice_and_a_silent_vendor_lead_to_a_page_that_says_so()
    {
        var (_, attempt) = await _till.StageAsync(WeChatPayGateway.Name);
        var back = await AskAsync(attempt);
        var stranger = await _till.App.NewVisitor("en", App).GetAsync(back);
        Assert.Equal(HttpStatusCode.BadRequest, stranger.Status);
        Assert.DoesNotContain(attempt, stranger.Text, StringComparison.Ordinal);
        _vendor.Mood = Mood.Down;
        await AssertAgainAsync(attempt, back);
        _vendor.Mood = Mood.Fine;
        back = await AskAsync(attempt);
        Assert.Equal($"/pay/{attempt}", (await _payer.GetAsync(back)).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await _payer.GetAsync(back)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await _payer.GetAsync(WeChatPayer.ToldPath)).Status);
    }

    [Theory]
    [InlineData("//evil.example/pay/")]
    [InlineData("https://evil.example")]
    [InlineData("/cart")]
    [InlineData("")]
    public async Task It_leads_back_to_payments_only(string to) =>
        Assert.Equal(HttpStatusCode.NotFound, (await _payer.GetAsync($"{WeChatPayer.AskPath}?to={Uri.EscapeDataString(to)}")).Status);

    private async Task AssertAgainAsync(string attempt, string back)
    {
        var refused = await _payer.GetAsync(back);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("We do not know who is paying", refused.Text, StringComparison.Ordinal);
        Assert.Equal($"/pay/{attempt}", refused.Page.QuerySelector("main a.button")!.GetAttribute("href"));
    }

    /// <summary>From the payment's page over the vendor's; the address that it sends the browser back to.</summary>
    private async Task<string> AskAsync(string attempt)
    {
        var page = await _payer.GetAsync($"/pay/{attempt}");
        var on = page.Page.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content")!["0;url=".Length..];
        Assert.Equal(page.Page.QuerySelector("main a.button")!.GetAttribute("href"), on);
        var vendor = (await _payer.GetAsync(on)).Location!;
        Assert.EndsWith("#wechat_redirect", vendor, StringComparison.Ordinal);
        using var answer = await _vendorsPages.GetAsync(new Uri(vendor));
        return answer.Headers.Location!.PathAndQuery;
    }
}
