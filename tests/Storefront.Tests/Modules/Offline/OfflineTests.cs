using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Tests.Modules.Catalog;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Offline;

/// <summary>What a phone asks before it sends what waited there, and what it is told when it installs the stall as an app.</summary>
public sealed class OfflineTests(Market market) : IClassFixture<Market>
{
    [Theory]
    [InlineData("zh-CN", "我的摊位")]
    [InlineData("en", "My stall")]
    public async Task The_manifest_speaks_the_asked_language_and_names_files_that_are_there(string language, string name)
    {
        var visitor = market.App.NewVisitor(language == "en" ? "zh-CN" : "en");
        var answer = await visitor.GetAsync("/manifest.webmanifest?language=" + language);
        Assert.Equal("application/manifest+json", answer.Raw.Content.Headers.ContentType!.MediaType);
        var manifest = JsonDocument.Parse(answer.Text).RootElement;
        Assert.Equal((name, language), (manifest.GetProperty("short_name").GetString(), manifest.GetProperty("lang").GetString()));
        Assert.Equal(name, NameOf(await market.App.NewVisitor(language).GetAsync("/manifest.webmanifest")));
        var icons = manifest.GetProperty("icons").EnumerateArray().ToList();
        Assert.Contains(icons, icon => icon.GetProperty("purpose").GetString() == "maskable" && icon.GetProperty("sizes").GetString() == "512x512");
        foreach (var icon in icons)
        {
            var file = await visitor.GetAsync(icon.GetProperty("src").GetString()!);
            Assert.Equal((HttpStatusCode.OK, icon.GetProperty("type").GetString()), (file.Status, file.Raw.Content.Headers.ContentType?.MediaType));
        }
        var share = manifest.GetProperty("share_target");
        Assert.Equal(("/sell/share", "POST", "multipart/form-data"), (share.GetProperty("action").GetString(), share.GetProperty("method").GetString(), share.GetProperty("enctype").GetString()));
        Assert.Equal(2, manifest.GetProperty("shortcuts").GetArrayLength());
    }

    [Fact]
    public async Task Only_the_sellers_pages_name_the_manifest_and_whose_they_are()
    {
        var (seller, _, _) = await market.SellerAsync();
        var (other, _, _) = await market.SellerAsync();
        var page = await seller.GetAsync("/sell/phone");
        Assert.NotNull(page.Page.QuerySelector("link[rel=manifest]"));
        Assert.Null((await seller.GetAsync("/")).Page.QuerySelector("link[rel=manifest]"));
        Assert.Equal(MarkOf(page), MarkOf(await seller.GetAsync("/sell/products/new")));
        Assert.NotEqual(MarkOf(page), MarkOf(await other.GetAsync("/sell/phone")));
        Assert.Equal((MarkOf(page), true), await AskAsync(seller));
        Assert.Equal((null, false), await AskAsync(market.App.NewVisitor()));
    }

    [Fact]
    public async Task What_waited_is_sent_with_a_fresh_token_and_twice_is_once()
    {
        var (seller, shop, _) = await market.SellerAsync();
        var form = SellerPages.Filled("等着发的蜜").Select(field => KeyValuePair.Create(field.Key, field.Value!)).Append(new("Then", "publish")).Append(new("_once", "made-on-the-phone-0123456789abcdef")).ToList();
        Assert.Equal(HttpStatusCode.BadRequest, (await seller.PostAsync(SellerPages.New, [.. form, new("__RequestVerificationToken", "stale")])).Status);
        List<string?> led = [];
        for (var time = 0; time < 3; time++)
        {
            var token = JsonDocument.Parse((await seller.GetAsync("/sell/phone/token")).Text).RootElement.GetProperty("token").GetString()!;
            led.Add((await seller.PostAsync(SellerPages.New, [.. form, new("__RequestVerificationToken", token)])).Location);
        }
        Assert.StartsWith("/sell/products/", Assert.Single(led.Distinct(StringComparer.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(1, await market.App.ReadAsync(db => db.Products.CountAsync(product => product.ShopId == shop.Id)));
    }

    [Fact]
    public async Task The_worker_is_served_for_the_whole_site_and_begins_with_the_push_part()
    {
        var worker = await market.App.NewVisitor().GetAsync("/sw.js");
        Assert.Equal(("text/javascript", "no-cache"), (worker.Raw.Content.Headers.ContentType!.MediaType, worker.Raw.Headers.CacheControl!.ToString()));
        Assert.StartsWith("importScripts(\"/js/sw-push.js\");", worker.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await market.App.NewVisitor().GetAsync("/js/sw-push.js")).Status);
        var policy = Assert.Single(worker.Raw.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("worker-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("manifest-src 'self';", policy, StringComparison.Ordinal);
    }

    private static string? NameOf(Answer answer) => JsonDocument.Parse(answer.Text).RootElement.GetProperty("short_name").GetString();

    private static string? MarkOf(Answer page) => page.Page.QuerySelector(".connection")!.GetAttribute("data-account");

    private static async Task<(string? Account, bool HasToken)> AskAsync(Visitor visitor)
    {
        var answer = JsonDocument.Parse((await visitor.GetAsync("/sell/phone/token")).Text).RootElement;
        return (answer.GetProperty("account").GetString(), answer.GetProperty("token").GetString() is { Length: > 0 });
    }
}
