using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Host.PublicPages;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Catalog;

namespace Storefront.Tests.Host;

/// <summary>A public page is kept as it was sent, until a tag is evicted or its minute is over. What is kept shows by changing the database behind its back.</summary>
public sealed class PublicPagesTests(Market market) : IClassFixture<Market>
{
    [Fact]
    public async Task It_is_kept_until_its_tag_is_evicted()
    {
        var product = await ProductAsync();
        var first = await AskAsync(product);
        await RenameAsync(product, "新名字");
        var kept = await AskAsync(product);
        Assert.Equal(await BytesAsync(first), await BytesAsync(kept));
        Assert.Equal(first.Headers.ETag, kept.Headers.ETag);
        Assert.True(kept.Headers.Contains("Content-Security-Policy"));
        await market.App.RunAsync<IPageCache, bool>(async cache => { await cache.EvictAsync($"product:{product.Code}"); return true; });
        Assert.Contains("新名字", await (await AskAsync(product)).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_for_a_minute()
    {
        var product = await ProductAsync();
        var first = await AskAsync(product);
        await RenameAsync(product, "新名字");
        market.App.Clock.Advance(TimeSpan.FromSeconds(61));
        Assert.NotEqual(first.Headers.ETag, (await AskAsync(product)).Headers.ETag);
    }

    [Fact]
    public async Task Keys_that_the_page_does_not_know_share_its_copy()
    {
        var product = await ProductAsync();
        var first = await AskAsync(product);
        await RenameAsync(product, "新名字");
        Assert.Equal(first.Headers.ETag, (await AskAsync(product, "?utm_source=chat&x=1")).Headers.ETag);
    }

    [Fact]
    public async Task Languages_and_encodings_have_copies_of_their_own()
    {
        var product = await ProductAsync();
        var chinese = await AskAsync(product);
        Assert.Equal(["zh-CN"], chinese.Content.Headers.ContentLanguage);
        Assert.Equal(["en"], (await AskAsync(product, language: "en")).Content.Headers.ContentLanguage);
        var packed = await AskAsync(product, encoding: "br");
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.True((await BytesAsync(packed)).Length < (await BytesAsync(chinese)).Length);
    }

    [Fact]
    public async Task Who_has_it_already_is_told_so_without_it()
    {
        var product = await ProductAsync();
        var known = (await AskAsync(product)).Headers.ETag;
        var answer = await AskAsync(product, known: known);
        Assert.Equal(HttpStatusCode.NotModified, answer.StatusCode);
        Assert.Empty(await BytesAsync(answer));
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task Asked_for_its_head_alone_it_says_its_length_and_sends_nothing()
    {
        var product = await ProductAsync();
        var whole = await AskAsync(product);
        var head = await AskAsync(product, method: HttpMethod.Head);
        Assert.Equal((await BytesAsync(whole)).Length, head.Content.Headers.ContentLength);
        Assert.Empty(await BytesAsync(head));
    }

    [Fact]
    public async Task What_changed_while_it_was_made_is_not_found()
    {
        var cache = new PageCache(TimeProvider.System);
        var key = new PageKey("https", "shop", "/", "", "en", "br");
        var before = cache.See(["goods"]);
        cache.Keep(key, [], [1], before);
        Assert.NotNull(cache.Find(key));
        await cache.EvictAsync("goods");
        cache.Keep(key, [], [2], before);
        Assert.Null(cache.Find(key));
    }

    [Fact]
    public async Task Many_at_once_have_it_made_once()
    {
        var cache = new PageCache(TimeProvider.System);
        var key = new PageKey("https", "shop", "/", "", "en", "br");
        var made = 0;
        await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(async () =>
        {
            using var turn = await cache.EnterAsync(key, CancellationToken.None);
            if (cache.Find(key) is not null) return;
            Interlocked.Increment(ref made);
            await Task.Yield();
            cache.Keep(key, [], [1], cache.See(["goods"]));
        })));
        Assert.Equal(1, made);
    }

    private async Task<Product> ProductAsync() => await market.ProductAsync(await market.ShopAsync(), "旧名字", ["一斤"], (100, 5));

    private Task<int> RenameAsync(Product product, string name) => market.App.RunAsync<StoreDb, int>(db =>
        db.WriteAsync(cancel => db.Set<Product>().Where(one => one.Code == product.Code).ExecuteUpdateAsync(set => set.SetProperty(one => one.Name, name), cancel), CancellationToken.None));

    private async Task<HttpResponseMessage> AskAsync(
        Product product, string query = "", string language = "zh-CN", string encoding = "identity", EntityTagHeaderValue? known = null, HttpMethod? method = null)
    {
        using var client = new HttpClient { BaseAddress = market.App.Address };
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, $"/p/{product.Code}{query}");
        request.Headers.AcceptLanguage.ParseAdd(language);
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return await client.SendAsync(request);
    }

    private static Task<byte[]> BytesAsync(HttpResponseMessage answer) => answer.Content.ReadAsByteArrayAsync();
}
