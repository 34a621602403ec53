using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Videos;
using Storefront.Modules.Videos.Contracts;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Videos;

/// <summary>Short links that sellers pasted are looked up in the background, and what comes of it is seen by visitors, sellers and admins.</summary>
public sealed class ResolveLinksTests : IAsyncLifetime
{
    private const string Known = "https://www.iesdouyin.com/share/video/7412345678901234567/";
    private const string Player = "https://open.douyin.com/player/video?vid=7412345678901234567&autoplay=0";

    private PlatformFarSide _far = null!;
    private Stalls _market = null!;

    private StoreApp App => _market.App;

    public async Task InitializeAsync()
    {
        _far = await PlatformFarSide.StartAsync();
        _market = new(["Videos:Resolve=true"], _far.Serve);
        await _market.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _market.DisposeAsync();
        await _far.DisposeAsync();
    }

    [Fact]
    public async Task A_card_becomes_a_player_wherever_it_was_cached()
    {
        var (_, shop) = await _market.OpenShopAsync();
        var product = await ProductAsync(shop);
        var video = await AttachAsync(shop, product, "冬蜜开割 https://v.douyin.com/mNbVcX1/");
        var visitor = App.NewVisitor("en");
        string[] pages = [$"/v/{video}", $"/p/{product}", $"/s/{shop.Code}"];
        foreach (var path in pages)
        {
            var card = (await visitor.GetAsync(path)).Page.QuerySelector(".card a[rel~=nofollow]")!;
            Assert.Equal("https://v.douyin.com/mNbVcX1/", card.GetAttribute("href"));
            Assert.Contains("Open in Douyin", card.TextContent, StringComparison.Ordinal);
        }

        _far.Lead((302, Known));
        await ResolveAsync();

        foreach (var path in pages)
        {
            var player = (await visitor.GetAsync(path)).Page.QuerySelector("a.video-poster")!;
            Assert.Equal(("https://www.douyin.com/video/7412345678901234567", Player), (player.GetAttribute("href"), player.GetAttribute("data-embed")));
        }
        await ResolveAsync();
        Assert.Single(_far.Asked);
    }

    [Fact]
    public async Task Nothing_leaves_unless_the_settings_say_so()
    {
        await using var silent = await StoreApp.StartAsync(_far.Serve);
        await AttachAsync(silent, shopId: 1, "AAAAAAAAAA", "https://v.douyin.com/mNbVcX1/");
        await silent.SettleAsync();
        Assert.Empty(_far.Dialled);
    }

    [Fact]
    public async Task Taobao_is_never_asked()
    {
        var (_, shop) = await _market.OpenShopAsync();
        await AttachAsync(shop, await ProductAsync(shop), "https://m.tb.cn/h.Zx3CvB9");
        await ResolveAsync();
        Assert.Empty(_far.Dialled);
    }

    [Fact]
    public async Task A_silent_platform_is_asked_less_and_less_and_the_end_is_told()
    {
        var (seller, shop) = await _market.OpenShopAsync();
        var product = await ProductAsync(shop);
        await AttachAsync(shop, product, "https://v.douyin.com/mNbVcX1/");
        _far.Lead((503, null));
        for (var tries = 0; tries < RecordLookup.MostTries; tries++)
        {
            Assert.DoesNotContain("asked several times", (await seller.GetAsync($"/sell/products/{product}")).Text, StringComparison.Ordinal);
            await ResolveAsync();
            App.Clock.Advance(ResolveLinks.Pause(tries) - TimeSpan.FromMinutes(1));
            await ResolveAsync();
            Assert.Equal(tries + 1, _far.Asked.Count);
            App.Clock.Advance(TimeSpan.FromMinutes(1));
        }
        await ResolveAsync();
        Assert.Equal(RecordLookup.MostTries, _far.Asked.Count);

        Assert.Contains("asked several times", (await seller.GetAsync($"/sell/products/{product}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("asked several times", (await App.NewVisitor("en").GetAsync($"/p/{product}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_admin_sees_what_failed_and_asks_again()
    {
        var (_, shop) = await _market.OpenShopAsync();
        await AttachAsync(shop, await ProductAsync(shop), "老茶树 https://v.douyin.com/mNbVcX1/");
        _far.Lead((404, null));
        await ResolveAsync();
        var (admin, _, _) = await App.SignedInAsync("en", Policies.AdminRole);
        var page = await admin.GetAsync("/admin/videos");
        Assert.Contains("no longer exists", page.Text, StringComparison.Ordinal);
        Assert.Contains(shop.Name, page.Text, StringComparison.Ordinal);

        _far.Lead((302, Known));
        Assert.Equal("/admin/videos", (await admin.SubmitAsync(page)).Location);
        await ResolveAsync();

        Assert.DoesNotContain("老茶树", (await admin.GetAsync("/admin/videos")).Text, StringComparison.Ordinal);
        Assert.Equal(LookupState.Resolved, await App.ReadAsync(db => db.Videos.Select(video => video.Lookup).SingleAsync()));
        var late = await admin.PostAsync("/admin/videos", Visitor.FieldsOf(page, new { code = "AAAAAAAAAA", _once = (string?)null }, "main form[method=post]"));
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("has left the list", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_links_to_one_video_become_one_and_both_addresses_work()
    {
        var (_, shop) = await _market.OpenShopAsync();
        var (both, first) = (await ProductAsync(shop), await ProductAsync(shop));
        var known = await AttachAsync(shop, both, "https://www.douyin.com/video/7412345678901234567");
        var brief = await AttachAsync(shop, both, "冬蜜开割 https://v.douyin.com/mNbVcX1/");
        await AttachAsync(shop, first, "冬蜜开割 https://v.douyin.com/mNbVcX1/");
        _far.Lead((302, Known));
        await ResolveAsync();

        var visitor = App.NewVisitor("en");
        foreach (var path in (string[])[$"/v/{known}", $"/v/{brief}", $"/p/{both}", $"/p/{first}", $"/s/{shop.Code}"])
        {
            var players = (await visitor.GetAsync(path)).Page.QuerySelectorAll("a.video-poster");
            Assert.Equal([Player], players.Select(player => player.GetAttribute("data-embed")));
        }
        Assert.Contains("冬蜜开割", (await visitor.GetAsync($"/v/{known}")).Page.Title, StringComparison.Ordinal);
        Assert.Equal(2, (await App.RunAsync<IVideos, WatchedVideo?>(videos => videos.FindAsync(brief, default)))!.ProductCodes.Count);
        Assert.Equal(known, await AttachAsync(shop, first, "https://v.douyin.com/mNbVcX1/"));
    }

    [Fact]
    public async Task Two_nodes_ask_once()
    {
        var (_, shop) = await _market.OpenShopAsync();
        await AttachAsync(shop, await ProductAsync(shop), "https://v.douyin.com/mNbVcX1/");
        _far.Lead((302, Known));
        await Task.WhenAll(ResolveAsync(), ResolveAsync(), ResolveAsync());
        Assert.Single(_far.Asked);
    }

    [Fact]
    public async Task An_answer_to_an_older_try_is_not_written()
    {
        var (_, shop) = await _market.OpenShopAsync();
        await AttachAsync(shop, await ProductAsync(shop), "https://v.douyin.com/mNbVcX1/");
        _far.Lead((503, null));
        await ResolveAsync();
        var id = await App.ReadAsync(db => db.Videos.Select(video => video.Id).SingleAsync());
        await RecordAsync(tries: 0);
        Assert.Equal(LookupState.Open, await App.ReadAsync(db => db.Videos.Select(video => video.Lookup).SingleAsync()));
        await RecordAsync(tries: 1);
        Assert.Equal(LookupState.GaveUp, await App.ReadAsync(db => db.Videos.Select(video => video.Lookup).SingleAsync()));

        Task RecordAsync(int tries) => App.RunAsync<RecordLookup, bool>(async record =>
        {
            await record.RunAsync(id, tries, new(Link: null, LookupFailure.Gone), default);
            return true;
        });
    }

    [Fact]
    public async Task Words_that_only_an_app_understands_are_answered_with_what_to_copy()
    {
        var (_, shop) = await _market.OpenShopAsync();
        var outcome = await App.RunAsync<IVideos, AttachOutcome>(videos => videos.AttachAsync(shop.Id, "AAAAAAAAAA", "￥Zx3CvB9nM1k￥ 打开淘宝", posterCode: null, default));
        Assert.Equal("videolinks.refused.command", outcome.RefusalKey);
    }

    private Task<bool> ResolveAsync() => App.RunAsync<ResolveLinks, bool>(async resolve =>
    {
        await resolve.RunAsync(default);
        return true;
    });

    private async Task<string> ProductAsync(Shop shop)
    {
        var variant = await _market.OfferAsync(shop, quantity: 5);
        return await App.ReadAsync(db => db.Variants.Where(one => one.Code == variant).Select(one => one.Product.Code).SingleAsync());
    }

    private Task<string> AttachAsync(Shop shop, string product, string shared) => AttachAsync(App, shop.Id, product, shared);

    private static async Task<string> AttachAsync(StoreApp app, long shopId, string product, string shared)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var outcome = await scope.ServiceProvider.GetRequiredService<IVideos>().AttachAsync(shopId, product, shared, posterCode: null, default);
        await scope.ServiceProvider.GetRequiredService<Storefront.Data.StoreDb>().SaveChangesAsync();
        return outcome.Video!.Code;
    }
}
