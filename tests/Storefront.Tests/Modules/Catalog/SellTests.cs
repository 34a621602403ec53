using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Sellers;
using Storefront.Shared;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Catalog;

public sealed class SellTests(Market market) : IClassFixture<Market>
{
    private const string Share = "7.43 复制打开抖音，看看【老叶的作品】今年的冬蜜 3斤装 99元 https://v.douyin.com/iRNBho6u/ 01/30 oQK:/";

    [Theory]
    [InlineData("/sell/products")]
    [InlineData("/sell/products/new")]
    [InlineData("/sell/products/0123456789")]
    [InlineData("/sell/products/0123456789/stock")]
    public async Task A_stranger_is_sent_to_sign_in(string path) => Assert.Contains("/sign-in", (await market.App.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);

    [Fact]
    public async Task A_listing_goes_on_sale_with_its_photo_batch_and_video()
    {
        var (seller, shop, account) = await market.SellerAsync();
        var photo = await market.PhotoAsync(account);
        var answer = await SellerPages.PostAsync(
            seller, SellerPages.New, new Dictionary<string, string?>(SellerPages.Filled("松阳冬蜜")) { ["Input.Photos"] = photo, ["Input.ShareText"] = Share }, "publish", Applicant.Picture);
        Assert.Equal(HttpStatusCode.Redirect, answer.Status);
        var done = await seller.FollowAsync(answer);
        Assert.Contains("It is on sale", done.Text, StringComparison.Ordinal);
        var product = await market.App.ReadAsync(db => db.Products.AsNoTracking().Include(product => product.Variants).Include(product => product.Stocks).SingleAsync(product => product.ShopId == shop.Id));
        Assert.Equal((ProductState.Published, Showing.OnShow, photo, new Money(3_990)), (product.State, product.Shown, product.Cover, product.FromPrice));
        Assert.Equal(2, product.Photos.Count);
        Assert.Equal((5, 5), (product.Stocks.Single().Received, product.Stocks.Single().OnHand));
        Assert.Contains("https://v.douyin.com/iRNBho6u/", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_share_text_fills_in_what_is_empty_and_nothing_else()
    {
        var (seller, _, _) = await market.SellerAsync();
        var read = await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?> { ["Input.ShareText"] = Share, ["Input.Sizes[0].Price"] = "88" }, "read");
        string? Value(string name) => read.Page.QuerySelector($"[name='{name}']")!.GetAttribute("value");
        Assert.Equal((HttpStatusCode.OK, "冬蜜", "1500", "88"), (read.Status, Value("Input.Name"), Value("Input.Sizes[0].Grams"), Value("Input.Sizes[0].Price")));
        Assert.Contains("a video on Douyin", read.Text, StringComparison.Ordinal);
        Assert.Empty(read.Page.QuerySelectorAll(".error"));
        var shared = await seller.GetAsync(SellerPages.New + "?text=" + Uri.EscapeDataString(Share));
        Assert.Equal("冬蜜", shared.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays()
    {
        var (seller, _, account) = await market.SellerAsync();
        var photo = await market.PhotoAsync(account);
        var typed = new Dictionary<string, string?>(SellerPages.Filled("  "))
        {
            ["Input.Description"] = "a whole story",
            ["Input.Sizes[0].Price"] = "ninety",
            ["Input.Sizes[0].Grams"] = "much",
            ["Input.BestBefore"] = SellerPages.Day(-5),
            ["Input.Photos"] = photo,
        };
        var answer = await SellerPages.PostAsync(seller, SellerPages.New, typed, "publish", [0x00]);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.All(
            ["Write the name", "Enter a price", "Enter the net weight", "best-before date after", "This is not a photo"],
            text => Assert.Contains(text, answer.Page.QuerySelector("form .notice.bad")!.TextContent, StringComparison.Ordinal));
        string? Value(string name) => answer.Page.QuerySelector($"[name='{name}']")!.GetAttribute("value");
        Assert.Equal(("ninety", "much", photo), (Value("Input.Sizes[0].Price"), Value("Input.Sizes[0].Grams"), Value("Input.Photos")));
        Assert.Contains("a whole story", answer.Page.QuerySelector("textarea[name='Input.Description']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_needs_a_name_only_and_cannot_be_published_without_a_size()
    {
        var (seller, _, _) = await market.SellerAsync();
        var draft = new Dictionary<string, string?> { ["Input.Name"] = "红薯干", ["Input.Category"] = "dried" };
        Assert.Equal(HttpStatusCode.BadRequest, (await SellerPages.PostAsync(seller, SellerPages.New, draft, "publish")).Status);
        var saved = await SellerPages.PostAsync(seller, SellerPages.New, draft, "save");
        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
        var refused = await seller.SubmitAsync(await seller.GetAsync("/sell/products"), null, "main form");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("at least one size", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await seller.GetAsync("/p/" + saved.Location!.Split('/', '?')[3])).Status);
    }

    [Fact]
    public async Task A_text_without_a_video_keeps_the_listing_unsaved()
    {
        var (seller, shop, _) = await market.SellerAsync();
        var answer = await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?>(SellerPages.Filled("冬蜜")) { ["Input.ShareText"] = "no link here" }, "publish");
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal("true", answer.Page.QuerySelector("[name='Input.ShareText']")!.GetAttribute("aria-invalid"));
        Assert.Equal(0, await market.App.ReadAsync(db => db.Products.CountAsync(product => product.ShopId == shop.Id)));
    }

    [Fact]
    public async Task Photos_claimed_from_another_account_are_dropped()
    {
        var (seller, shop, _) = await market.SellerAsync();
        var (_, _, other) = await market.SellerAsync();
        var stolen = await market.PhotoAsync(other);
        await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?>(SellerPages.Filled("冬蜜")) { ["Input.Photos"] = stolen }, "publish");
        Assert.Empty((await market.App.ReadAsync(db => db.Products.AsNoTracking().SingleAsync(product => product.ShopId == shop.Id))).Photos);
    }

    [Fact]
    public async Task Photos_are_arranged_without_scripts()
    {
        var (seller, _, account) = await market.SellerAsync();
        var photo = await market.PhotoAsync(account);
        var code = await SellerPages.PublishAsync(seller, "冬蜜");
        var path = $"/sell/products/{code}";
        await SellerPages.PostAsync(seller, path, new Dictionary<string, string?> { ["Input.Photos"] = photo }, "save");
        var two = await SellerPages.PostAsync(seller, path, new Dictionary<string, string?> { ["Input.Name"] = "改到一半" }, $"first:{photo}", Applicant.Picture);
        Assert.Equal("改到一半", two.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal(2, two.Page.QuerySelectorAll("[name='Input.Photos']").Length);
        var none = await SellerPages.PostAsync(seller, path, new Dictionary<string, string?>(), $"drop:{photo}");
        Assert.Empty(none.Page.QuerySelectorAll("[name='Input.Photos']"));
    }

    [Fact]
    public async Task The_same_form_twice_makes_one_product()
    {
        var (seller, shop, _) = await market.SellerAsync();
        var page = await seller.GetAsync(SellerPages.New);
        var form = new { Input__Name = "只要一件", Input__Category = "honey", Then = "save" };
        var first = await seller.SubmitAsync(page, form, "main form[enctype]");
        var second = await seller.SubmitAsync(page, form, "main form[enctype]");
        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await market.App.ReadAsync(db => db.Products.CountAsync(product => product.ShopId == shop.Id)));
    }

    [Fact]
    public async Task Another_shops_product_does_not_exist()
    {
        var (owner, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(owner, "冬蜜");
        var (other, _, _) = await market.SellerAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/sell/products/{code}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/sell/products/{code}/stock")).Status);
        var list = await owner.GetAsync("/sell/products");
        var token = await other.GetAsync(SellerPages.New);
        var fields = Visitor.FieldsOf(token, null, "main form[enctype]").Where(field => field.Key is "__RequestVerificationToken" or "_once").Append(new("code", code));
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(Visitor.ActionOf(list, "main form[action*=Hide]"), fields)).Status);
        Assert.Equal(ProductState.Published, await market.App.ReadAsync(db => db.Products.Where(product => product.Code == code).Select(product => product.State).SingleAsync()));
    }

    [Fact]
    public async Task A_size_that_is_no_longer_sold_stays_in_the_books()
    {
        var (seller, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(seller, "冬蜜");
        var more = new Dictionary<string, string?> { ["Input.Sizes[0].Remove"] = "true", ["Input.Sizes[1].Label"] = "二斤装", ["Input.Sizes[1].Grams"] = "1000", ["Input.Sizes[1].Price"] = "75" };
        Assert.Equal(HttpStatusCode.Redirect, (await SellerPages.PostAsync(seller, $"/sell/products/{code}", more, "save")).Status);
        var product = await market.App.ReadAsync(db => db.Products.AsNoTracking().Include(product => product.Variants).SingleAsync(product => product.Code == code));
        Assert.Equal((2, "二斤装", new Money(7_500)), (product.Variants.Count, product.Sizes.Single().Label, product.FromPrice));
        var last = new Dictionary<string, string?> { ["Input.Sizes[0].Remove"] = "true" };
        Assert.Equal(HttpStatusCode.BadRequest, (await SellerPages.PostAsync(seller, $"/sell/products/{code}", last, "save")).Status);
    }

    [Fact]
    public async Task Stock_is_taken_in_added_and_written_off_but_never_below_what_is_held()
    {
        var (seller, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(seller, "冬蜜", quantity: 5);
        var path = $"/sell/products/{code}/stock";
        var harvest = new { Input__HarvestedOn = SellerPages.Day(-2), Input__BestBefore = SellerPages.Day(365), Input__Place = "玉岩镇" };
        Assert.Equal(HttpStatusCode.BadRequest, (await seller.SubmitAsync(await seller.GetAsync(path), harvest, "main form:has([name='Input.Place'])")).Status);
        var page = await seller.GetAsync(path);
        var fields = Visitor.FieldsOf(page, harvest, "main form").Where(field => field.Key != "Input.Sizes[0].Quantity").Append(new("Input.Sizes[0].Quantity", "4"));
        Assert.Equal(HttpStatusCode.Redirect, (await seller.PostAsync(path, fields)).Status);
        await CorrectAsync("More", "2", HttpStatusCode.Redirect);
        await CorrectAsync("Less", "1", HttpStatusCode.Redirect);
        await CorrectAsync("Less", "11", HttpStatusCode.BadRequest);
        await CorrectAsync("Less", "-3", HttpStatusCode.BadRequest);
        var stock = await market.App.ReadAsync(db => db.Stocks.AsNoTracking().SingleAsync(stock => stock.Product.Code == code));
        Assert.Equal((11, 10, 1), (stock.Received, stock.OnHand, stock.WrittenOff));

        async Task CorrectAsync(string handler, string quantity, HttpStatusCode expected)
        {
            var shown = await seller.GetAsync(path);
            var answer = await seller.PostAsync($"{path}?handler={handler}", Visitor.FieldsOf(shown, new { quantity }, "main form:has([name=batch])"));
            Assert.Equal(expected, answer.Status);
        }
    }

    [Fact]
    public async Task Goods_of_a_shop_that_rests_wait_and_come_back_with_it()
    {
        var (seller, shop, account) = await market.SellerAsync();
        var before = await SellerPages.PublishAsync(seller, "冬蜜");
        await RestAsync(pause: true);
        var meanwhile = await SellerPages.PublishAsync(seller, "春蜜");
        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound], await StatusesAsync());
        Assert.Contains("closed for now", (await market.App.NewVisitor("en").GetAsync($"/s/{shop.Code}")).Text, StringComparison.Ordinal);
        await RestAsync(pause: false);
        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK], await StatusesAsync());

        async Task<HttpStatusCode[]> StatusesAsync() => [(await seller.GetAsync($"/p/{before}")).Status, (await seller.GetAsync($"/p/{meanwhile}")).Status];

        async Task RestAsync(bool pause)
        {
            Assert.True(await market.App.RunAsync<RestShop, bool>(rest => rest.RunAsync(shop.Id, account, pause, default)));
            await market.App.DeliverAsync();
        }
    }
}
