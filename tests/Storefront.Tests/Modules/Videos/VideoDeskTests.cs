using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Videos.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Videos;

/// <summary>A seller's own videos: added, tied, given a picture, hidden, deleted; and nobody else's hands on them.</summary>
public sealed class VideoDeskTests(Stalls market) : IClassFixture<Stalls>
{
    private static int _next;

    internal static string ShareText() => $"7.43 复制打开抖音，看看【老叶的作品】今年的冬蜜开割了 # 蜂蜜 https://www.douyin.com/video/74129033881702{Interlocked.Increment(ref _next):00000}/ 06/21";

    /// <summary>Pastes a video at the shop's desk. Its code.</summary>
    internal static async Task<string> AddAsync(Visitor owner)
    {
        var added = await owner.SubmitAsync(await owner.GetAsync("/sell/videos"), new { Input__ShareText = ShareText() });
        Assert.EndsWith("?done=added", added.Location, StringComparison.Ordinal);
        return added.Location!.Split('/', '?')[3];
    }

    private static Task<Answer> PressAsync(Visitor owner, Answer page, string handler, object? values = null) => owner.SubmitAsync(page, values, $"form[action*={handler}]");

    private Task<string> ProductOfAsync(string variant) => market.App.ReadAsync(db => db.Variants.Where(one => one.Code == variant).Select(one => one.Product.Code).SingleAsync());

    [Fact]
    public async Task Pasted_text_becomes_a_video_and_nonsense_is_kept_with_a_reason()
    {
        var (owner, _) = await market.OpenShopAsync();
        var refused = await owner.SubmitAsync(await owner.GetAsync("/sell/videos"), new { Input__ShareText = "今天天气真好" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("今天天气真好", refused.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No video link we know", refused.Text, StringComparison.Ordinal);
        var text = ShareText();
        var first = await owner.SubmitAsync(refused, new { Input__ShareText = text });
        var again = await owner.SubmitAsync(await owner.GetAsync("/sell/videos"), new { Input__ShareText = text });
        Assert.Equal(first.Location, again.Location);
        Assert.Contains("今年的冬蜜开割了", (await owner.GetAsync("/sell/videos")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_tells_about_many_goods_until_it_is_untied()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (one, two) = (await ProductOfAsync(await market.OfferAsync(shop, 5)), await ProductOfAsync(await market.OfferAsync(shop, 5)));
        var stranger = await ProductOfAsync(await market.OfferAsync(5));
        var code = await AddAsync(owner);
        var guest = market.App.NewVisitor("en");
        Assert.Null((await guest.GetAsync($"/p/{one}")).Page.QuerySelector("a.video-poster"));
        Assert.Equal($"/sell/videos/{code}?done=tied", (await PressAsync(owner, await owner.GetAsync($"/sell/videos/{code}"), "Tie", new { tied = new[] { one, two, stranger } })).Location);
        Assert.NotNull((await guest.GetAsync($"/p/{one}")).Page.QuerySelector("a.video-poster"));
        Assert.Equal(2, (await guest.GetAsync($"/v/{code}")).Page.QuerySelectorAll("a[href^='/p/']").Select(link => link.GetAttribute("href")).Distinct().Count());
        Assert.Null((await guest.GetAsync($"/p/{stranger}")).Page.QuerySelector("a.video-poster"));
        await PressAsync(owner, await owner.GetAsync($"/sell/videos/{code}"), "Tie", new { tied = new[] { two } });
        Assert.Null((await guest.GetAsync($"/p/{one}")).Page.QuerySelector("a.video-poster"));
        Assert.NotNull((await guest.GetAsync($"/p/{two}")).Page.QuerySelector("a.video-poster"));
    }

    [Fact]
    public async Task Its_own_picture_is_shown_wherever_it_stands()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var product = await ProductOfAsync(await market.OfferAsync(shop, 5));
        var code = await AddAsync(owner);
        await PressAsync(owner, await owner.GetAsync($"/sell/videos/{code}"), "Tie", new { tied = new[] { product } });
        string[] pages = [$"/p/{product}", $"/v/{code}", $"/s/{shop.Code}", "/videos"];
        foreach (var page in pages) await market.App.NewVisitor().GetAsync(page);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(owner, code, "no picture at all"u8.ToArray())).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(owner, code, [])).Status);
        Assert.Equal($"/sell/videos/{code}?done=poster", (await SendAsync(owner, code, Applicant.Picture)).Location);
        var poster = await market.App.ReadAsync(db => db.Videos.Where(video => video.Code == code).Select(video => video.PosterCode).SingleAsync());
        foreach (var page in pages) Assert.Contains($"/media/{poster}-", (await market.App.NewVisitor().GetAsync(page)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_below_it_is_in_its_sellers_words()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var code = await AddAsync(owner);
        string[] pages = [$"/v/{code}", $"/s/{shop.Code}", "/videos"];
        foreach (var page in pages) Assert.Contains("今年的冬蜜开割了", (await market.App.NewVisitor().GetAsync(page)).Text, StringComparison.Ordinal);
        var wrong = await PressAsync(owner, await owner.GetAsync($"/sell/videos/{code}"), "Say", new { Input__Caption = new string('蜜', 201) });
        Assert.Equal((HttpStatusCode.BadRequest, new string('蜜', 201)), (wrong.Status, wrong.Page.QuerySelector("[name='Input.Caption']")!.TextContent.Trim()));
        Assert.Contains("At most 200 characters", wrong.Text, StringComparison.Ordinal);
        var said = await PressAsync(owner, wrong, "Say", new { Input__Caption = "  立冬\u202E开箱\r\n<b>一年一回</b> " });
        Assert.Equal($"/sell/videos/{code}?done=said", said.Location);
        foreach (var page in pages) Assert.Contains("立冬开箱 <b>一年一回</b>", (await market.App.NewVisitor().GetAsync(page)).Page.Body!.InnerHtml.Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("立冬开箱 <b>一年一回</b>", (await owner.FollowAsync(said)).Page.QuerySelector("[name='Input.Caption']")!.TextContent.Trim());
        Assert.Equal($"/sell/videos/{code}?done=said", (await PressAsync(owner, await owner.GetAsync($"/sell/videos/{code}"), "Say", new { Input__Caption = "" })).Location);
        Assert.Equal("", await market.App.ReadAsync(db => db.Videos.Where(video => video.Code == code).Select(video => video.Caption).SingleAsync()));
    }

    [Fact]
    public async Task A_poster_of_its_own_goes_with_it_and_a_borrowed_photo_stays()
    {
        var (owner, _) = await market.OpenShopAsync();
        var (code, borrower) = (await AddAsync(owner), await AddAsync(owner));
        await SendAsync(owner, code, Applicant.Picture);
        var first = await PosterOfAsync(code);
        await market.App.WriteAsync(async db => (await db.Videos.SingleAsync(video => video.Code == borrower)).BorrowPoster(first));
        await SendAsync(owner, borrower, Applicant.Picture);
        await market.App.DeliverAsync();
        Assert.Equal(HttpStatusCode.OK, await SeeAsync(first));
        var own = await PosterOfAsync(borrower);
        await SendAsync(owner, code, Applicant.Picture);
        await market.App.DeliverAsync();
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (await SeeAsync(first), await SeeAsync(await PosterOfAsync(code))));
        await PressAsync(owner, await owner.GetAsync($"/sell/videos/{borrower}"), "Say", new { Input__Caption = "冬蜜" });
        await market.App.DeliverAsync();
        Assert.Equal(HttpStatusCode.OK, await SeeAsync(own));
        await PressAsync(owner, await owner.GetAsync($"/sell/videos/{borrower}"), "Remove");
        await market.App.DeliverAsync();
        Assert.Equal(HttpStatusCode.NotFound, await SeeAsync(own));

        async Task<string> PosterOfAsync(string video) => (await market.App.ReadAsync(db => db.Videos.Where(one => one.Code == video).Select(one => one.PosterCode).SingleAsync()))!;
        async Task<HttpStatusCode> SeeAsync(string poster) => (await market.App.NewVisitor().GetAsync($"/media/{poster}-320")).Status;
    }

    [Fact]
    public async Task Hidden_it_is_nowhere_and_undo_brings_it_back()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var product = await ProductOfAsync(await market.OfferAsync(shop, 5));
        var code = await AddAsync(owner);
        await PressAsync(owner, await owner.GetAsync($"/sell/videos/{code}"), "Tie", new { tied = new[] { product } });
        Assert.Equal("vpsl", await SeenAsync(code, product, shop));
        var hidden = await owner.FollowAsync(await PressAsync(owner, await owner.GetAsync($"/sell/videos/{code}"), "Hide"));
        Assert.Equal("", await SeenAsync(code, product, shop));
        await owner.SubmitAsync(hidden, form: ".notice form[action*=Show]");
        Assert.Equal("vpsl", await SeenAsync(code, product, shop));
        Assert.Equal("/sell/videos?removed=true", (await PressAsync(owner, await owner.GetAsync($"/sell/videos/{code}"), "Remove")).Location);
        Assert.Equal("", await SeenAsync(code, product, shop));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/sell/videos/{code}")).Status);
    }

    [Fact]
    public async Task The_label_says_where_the_code_leads()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var code = await AddAsync(owner);
        var label = await owner.GetAsync($"/sell/videos/{code}/label");
        Assert.Contains($"{market.App.Address.Authority}/v/{code}", label.Text, StringComparison.Ordinal);
        Assert.Contains(shop.Name, label.Text, StringComparison.Ordinal);
        Assert.All(label.Page.QuerySelectorAll(".labels img"), image => Assert.StartsWith("data:image/svg+xml;base64,", image.GetAttribute("src"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_elses_video_is_touched()
    {
        var (owner, _) = await market.OpenShopAsync();
        var (other, _) = await market.OpenShopAsync();
        var (code, own) = (await AddAsync(owner), await AddAsync(other));
        foreach (var path in new[] { $"/sell/videos/{code}", $"/sell/videos/{code}/label", $"/sell/videos/brought/{code}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
            Assert.Contains("/sign-in", (await market.App.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
        }
        foreach (var handler in new[] { "Hide", "Remove", "Tie", "Show", "Say", "Poster" })
        {
            var page = await other.GetAsync($"/sell/videos/{own}");
            var stolen = await other.PostAsync($"/sell/videos/{code}?handler={handler}", Visitor.FieldsOf(page, null, "form[action*=Tie], form[action*=Hide]"));
            Assert.Equal(HttpStatusCode.NotFound, stolen.Status);
        }
        Assert.Equal(HttpStatusCode.OK, (await market.App.NewVisitor().GetAsync($"/v/{code}")).Status);
    }

    /// <summary>On which of its pages it is seen: its own, the product's, the shop's, the list of all.</summary>
    private async Task<string> SeenAsync(string code, string product, Shop shop)
    {
        var guest = market.App.NewVisitor();
        var seen = "";
        if ((await guest.GetAsync($"/v/{code}")).Status == HttpStatusCode.OK) seen += "v";
        if ((await guest.GetAsync($"/p/{product}")).Page.QuerySelector("a.video-poster") is not null) seen += "p";
        if ((await guest.GetAsync($"/s/{shop.Code}")).Page.QuerySelector("a.video-poster") is not null) seen += "s";
        if ((await guest.GetAsync("/videos")).Page.QuerySelector($"a[href='/v/{code}']") is not null) seen += "l";
        return seen;
    }

    private static async Task<Answer> SendAsync(Visitor owner, string code, byte[] picture)
    {
        var page = await owner.GetAsync($"/sell/videos/{code}");
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Visitor.FieldsOf(page, null, "form[action*=Poster]")) body.Add(new StringContent(value), name);
        body.Add(new ByteArrayContent(picture), "poster", "poster.jpg");
        return await owner.SendAsync($"/sell/videos/{code}?handler=Poster", body);
    }
}
