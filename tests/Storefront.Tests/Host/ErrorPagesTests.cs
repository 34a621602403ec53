using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Storefront.Modules.Accounts.Contracts;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Tests.Support;

namespace Storefront.Tests.Host;

/// <summary>What a visitor sees when there is nothing, or something broke; and what a probe is told.</summary>
public sealed class ErrorPagesTests : IAsyncLifetime
{
    private StoreApp _app = null!;

    public async Task InitializeAsync() => _app = await StoreApp.StartAsync(services =>
    {
        services.AddScoped<ISavedAddresses, Broken>();
        services.AddHealthChecks().AddCheck("broken", () => HealthCheckResult.Unhealthy(), tags: ["ready"]);
    });

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [InlineData("zh-CN", "没有找到这一页")]
    [InlineData("en", "This page was not found")]
    public async Task Not_found_is_said_in_the_readers_language(string language, string words)
    {
        var answer = await _app.NewVisitor(language).GetAsync("/nowhere/at/all");
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(language, answer.Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal(words, answer.Page.QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_failure_shows_a_number_and_nothing_of_the_machine()
    {
        var (visitor, _, _) = await _app.SignedInAsync("en");
        var answer = await visitor.GetAsync("/me/addresses");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Matches("Problem number [0-9a-f]{12}", answer.Text);
        Assert.DoesNotContain("Broken on purpose", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Text, StringComparison.Ordinal);
        Assert.True(answer.Raw.Headers.Contains("Content-Security-Policy"));
        Assert.True(answer.Raw.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Another_persons_page_is_refused_where_it_stands()
    {
        var (visitor, _, _) = await _app.SignedInAsync("en");
        var answer = await visitor.GetAsync("/admin/audit");
        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("This page is not for you", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_link_stays_on_the_page_and_is_remembered()
    {
        var visitor = _app.NewVisitor("zh-CN");
        var chosen = await visitor.GetAsync("/sign-in?ReturnUrl=%2Fcart&lang=en");
        Assert.Equal("/sign-in?ReturnUrl=%2Fcart", chosen.Location);
        Assert.Equal("en", (await visitor.GetAsync("/me")).Page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("en", (await visitor.GetAsync("/me?lang=tlh")).Page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_shop_that_lives_may_be_unready()
    {
        var probe = _app.NewVisitor();
        Assert.Equal(HttpStatusCode.OK, (await probe.GetAsync("/health/live")).Status);
        var ready = await probe.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.Status);
    }

    private sealed class Broken : ISavedAddresses
    {
        public Task<IReadOnlyList<SavedAddressCard>> ListAsync(long accountId, CancellationToken cancel) => throw new InvalidOperationException("Broken on purpose");

        public Task KeepAsync(long accountId, Address address, CancellationToken cancel) => throw new InvalidOperationException("Broken on purpose");
    }
}
