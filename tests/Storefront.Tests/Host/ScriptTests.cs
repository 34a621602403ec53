using System.Net;
using System.Text.RegularExpressions;
using Storefront.Tests.Modules.Catalog;
using Storefront.Tests.Support;

namespace Storefront.Tests.Host;

/// <summary>Scripts that import each other: all asked for at once, kept for a year, never of two releases.</summary>
public sealed partial class ScriptTests(Market market) : IClassFixture<Market>
{
    [Fact]
    public async Task Scripts_of_one_release_are_named_at_once_and_kept_for_a_year()
    {
        var (seller, _, _) = await market.SellerAsync();
        var page = await seller.GetAsync("/sell/products/new");
        var named = page.Page.QuerySelectorAll("link[rel=modulepreload], script[src^='/js/all.']").Select(part => part.GetAttribute("href") ?? part.GetAttribute("src")!).ToHashSet(StringComparer.Ordinal);
        Assert.Single(named.Select(path => path[..path.LastIndexOf('/')]).Distinct(StringComparer.Ordinal));
        foreach (var path in named)
        {
            var script = await seller.GetAsync(path);
            Assert.Equal((HttpStatusCode.OK, "max-age=31536000, immutable"), (script.Status, script.Raw.Headers.GetValues("Cache-Control").Single()));
            Assert.All(Begins().Matches(script.Text), import => Assert.Contains(new Uri(new(market.App.Address, path), import.Groups["path"].Value).AbsolutePath, named));
        }
        var older = await seller.GetAsync("/js/all.0000000000/phone.js");
        Assert.Equal((HttpStatusCode.OK, "no-cache"), (older.Status, older.Raw.Headers.GetValues("Cache-Control").Single()));
        Assert.Equal(HttpStatusCode.NotFound, (await seller.GetAsync("/js/all.0000000000/none.js")).Status);
    }

    [GeneratedRegex("""(?m)^import (?:[^"]* from )?"(?<path>[.]/[^"]+)";""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Begins();
}
