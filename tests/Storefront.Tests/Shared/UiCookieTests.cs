using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Storefront.Shared;

namespace Storefront.Tests.Shared;

public sealed class UiCookieTests
{
    [Theory]
    [InlineData("3.1", 3, true)]
    [InlineData("3.0", 3, false)]
    [InlineData(null, 0, false)]
    [InlineData("-3.1", 0, true)]
    [InlineData("99999999999999.1", 0, true)]
    [InlineData("5", 5, false)]
    [InlineData("a.b.c", 0, false)]
    public void Reads_whatever_a_browser_sends(string? sent, int count, bool signedIn) => Assert.Equal((count, signedIn), UiCookie.Read(Asked(sent).Context));

    [Fact]
    public async Task Each_side_changes_its_part_and_one_cookie_is_sent()
    {
        var (context, start) = Asked("3.0");
        UiCookie.Write(context, signedIn: true);
        UiCookie.Write(context, cartCount: 7);
        Assert.Equal((7, true), UiCookie.Read(context));
        await start.FireAsync();
        var cookie = Assert.Single(context.Response.Headers.SetCookie)!;
        Assert.StartsWith("ui=7.1;", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("httponly", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private static (DefaultHttpContext Context, Starting Start) Asked(string? cookie)
    {
        var context = new DefaultHttpContext();
        var start = new Starting();
        context.Features.Set<IHttpResponseFeature>(start);
        if (cookie is not null) context.Request.Headers.Cookie = "ui=" + cookie;
        return (context, start);
    }

    private sealed class Starting : HttpResponseFeature
    {
        private readonly List<(Func<object, Task> Call, object State)> _calls = [];

        public override void OnStarting(Func<object, Task> callback, object state) => _calls.Add((callback, state));

        public async Task FireAsync()
        {
            foreach (var (call, state) in _calls) await call(state);
        }
    }
}
