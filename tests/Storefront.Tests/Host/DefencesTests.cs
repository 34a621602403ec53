using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Host;

/// <summary>What stands around every page: headers, methods, origins and host names.</summary>
public sealed class DefencesTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    [Theory]
    [InlineData("/me", 200)]
    [InlineData("/nowhere", 404)]
    [InlineData("/favicon.svg", 200)]
    [InlineData("/me/sessions", 302)]
    [InlineData("/health/live", 200)]
    public async Task Every_answer_carries_the_headers(string path, int status)
    {
        var answer = await SendAsync(HttpMethod.Get, path);
        Assert.Equal(status, (int)answer.StatusCode);
        HasHeaders(answer);
    }

    [Fact]
    public async Task Refused_posts_and_methods_carry_them_too()
    {
        HasHeaders(await SendAsync(HttpMethod.Post, "/sign-in", ("Origin", "https://evil.example")));
        HasHeaders(await SendAsync(HttpMethod.Post, "/sign-in", ("Sec-Fetch-Site", "same-origin")));
        HasHeaders(await SendAsync(HttpMethod.Trace, "/me"));
    }

    [Fact]
    public async Task Trace_is_refused() => Assert.Equal(HttpStatusCode.MethodNotAllowed, (await SendAsync(HttpMethod.Trace, "/me")).StatusCode);

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("X-Nothing", "said")]
    public async Task A_form_sent_from_elsewhere_changes_nothing(string header, string value)
    {
        var (visitor, id, _) = await shop.App.SignedInAsync();
        var fields = Visitor.FieldsOf(await visitor.GetAsync("/me/profile"), new { Input__Name = "Changed by Eve" }, "main form");
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = visitor.Cookies, AllowAutoRedirect = false });
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(shop.App.Address, "/me/profile")) { Content = new FormUrlEncodedContent(fields) };
        post.Headers.TryAddWithoutValidation(header, value);

        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(post)).StatusCode);
        Assert.NotEqual("Changed by Eve", await shop.App.ReadAsync(db => db.Accounts.Where(account => account.Id == id).Select(account => account.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync();
        var fields = Visitor.FieldsOf(await visitor.GetAsync("/me/profile"), new { __RequestVerificationToken = (string?)null }, "main form");
        fields.RemoveAll(field => field.Key == "__RequestVerificationToken");
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync("/me/profile", fields)).Status);
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task Only_our_own_host_names_are_answered(string host, HttpStatusCode status) =>
        Assert.Equal(status, (await SendAsync(HttpMethod.Get, "/sign-in", ("Host", host))).StatusCode);

    [Fact]
    public async Task Cookies_are_not_for_scripts_and_not_for_other_sites()
    {
        var (visitor, _, _) = await shop.App.SignedInAsync();
        Assert.All(["session", "antiforgery"], name => Assert.True(visitor.Cookies.GetAllCookies()[name]!.HttpOnly));
        var answer = await SendAsync(HttpMethod.Get, "/sign-in");
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie => Assert.Contains("samesite=", cookie, StringComparison.OrdinalIgnoreCase));
    }

    private static void HasHeaders(HttpResponseMessage answer)
    {
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        foreach (var (header, value) in new[] { ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "strict-origin-when-cross-origin"), ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin") })
            Assert.Equal(value, Assert.Single(answer.Headers.GetValues(header)));
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var request = new HttpRequestMessage(method, new Uri(shop.App.Address, path));
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await http.SendAsync(request);
    }
}
