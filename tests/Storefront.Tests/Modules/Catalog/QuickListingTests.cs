using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Catalog;

/// <summary>Six fields, guesses that are asked about, and the short ways from the list of goods.</summary>
public sealed class QuickListingTests(Market market) : IClassFixture<Market>
{
    private const string Share = "7.43 复制打开抖音，看看【老叶的作品】今年的冬蜜 3斤装 99元 包邮 https://v.douyin.com/iRNBho6u/ 01/30 oQK:/";

    private static Dictionary<string, string?> Six => new()
    {
        ["Input.Name"] = "松阳冬蜜",
        ["Input.Sizes[0].Price"] = "99",
        ["Input.Sizes[0].Grams"] = "3斤",
        ["Input.Sizes[0].Quantity"] = "20",
        ["Input.HarvestedOn"] = SellerPages.Day(-2),
    };

    [Fact]
    public async Task Six_fields_are_enough_and_what_was_guessed_is_asked_about_once()
    {
        var (seller, shop, _) = await market.SellerAsync();
        var asked = await SellerPages.PostAsync(seller, SellerPages.New, Six, "publish");
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        var question = asked.Page.QuerySelector(".guesses")!.TextContent;
        Assert.All(["Category", "Honey", "Best before"], word => Assert.Contains(word, question, StringComparison.Ordinal));
        Assert.Equal(0, await market.App.ReadAsync(db => db.Products.CountAsync(product => product.ShopId == shop.Id)));
        var done = await seller.SubmitAsync(asked, new { Then = "publish:sure" }, "main form[data-listing]");
        Assert.Equal(HttpStatusCode.Redirect, done.Status);
        var product = await market.App.ReadAsync(db => db.Products.AsNoTracking().Include(product => product.Variants).SingleAsync(product => product.ShopId == shop.Id));
        Assert.Equal((ProductState.Published, "honey", null), (product.State, product.Category, product.Guessed));
        Assert.Equal(("3斤", 1500), (product.Sizes.Single().Label, product.Sizes.Single().NetGrams));
        var batch = await market.App.ReadAsync(db => db.Batches.AsNoTracking().SingleAsync(batch => batch.ProductId == product.Id));
        Assert.Equal(batch.HarvestedOn.AddMonths(18), batch.BestBefore);
    }

    [Fact]
    public async Task A_guess_is_taken_or_taken_away_with_one_tap()
    {
        var (seller, _, _) = await market.SellerAsync();
        var read = await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?> { ["Input.ShareText"] = Share }, "read");
        Assert.Equal(
            ["Input.Category", "Input.Name", "Input.Sizes[0].Grams", "Input.Sizes[0].Label", "Input.Sizes[0].Price"],
            read.Page.QuerySelectorAll("[data-guess]").Select(guess => guess.GetAttribute("data-guess")!).Order(StringComparer.Ordinal));
        Assert.Contains("from “99元”", read.Page.QuerySelector("#Input_Sizes_0__Price-hint")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("usually pays", read.Text, StringComparison.Ordinal);
        var away = await seller.SubmitAsync(read, new { Then = "away:Price" }, "main form[data-listing]");
        Assert.Equal((HttpStatusCode.OK, ""), (away.Status, Value(away, "Input.Sizes[0].Price")));
        Assert.Empty(away.Page.QuerySelectorAll("[data-guess='Input.Sizes[0].Price']"));
        var agreed = await seller.SubmitAsync(away, new { Then = "agree:Name" }, "main form[data-listing]");
        Assert.Equal("冬蜜", Value(agreed, "Input.Name"));
        Assert.Empty(agreed.Page.QuerySelectorAll("[data-guess='Input.Name']"));
        Assert.NotEmpty(agreed.Page.QuerySelectorAll("[data-guess='Input.Category']"));
    }

    [Fact]
    public async Task A_draft_remembers_what_was_guessed_and_no_short_way_publishes_it()
    {
        var (seller, shop, _) = await market.SellerAsync();
        var read = await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?> { ["Input.ShareText"] = Share }, "read");
        var fields = Visitor.FieldsOf(read, new { Then = "save" }, "main form[data-listing]").Select(field => field.Key == "Input.Name" ? KeyValuePair.Create(field.Key, "我家的冬蜜") : field);
        var saved = await seller.FollowAsync(await seller.PostAsync(SellerPages.New, fields));
        Assert.Empty(saved.Page.QuerySelectorAll("[data-guess='Input.Name']"));
        Assert.NotEmpty(saved.Page.QuerySelectorAll("[data-guess='Input.Sizes[0].Price']"));
        var list = await seller.GetAsync("/sell/products");
        Assert.Contains("Has guesses", list.Text, StringComparison.Ordinal);
        var refused = await seller.SubmitAsync(list, null, "main form[action*=Publish]");
        var product = await market.App.ReadAsync(db => db.Products.AsNoTracking().SingleAsync(product => product.ShopId == shop.Id));
        Assert.Equal(($"/sell/products/{product.Code}", ProductState.Draft), (refused.Location, product.State));
    }

    [Fact]
    public async Task A_copy_of_a_draft_has_the_same_guesses()
    {
        var (seller, shop, _) = await market.SellerAsync();
        var read = await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?> { ["Input.ShareText"] = Share }, "read");
        var draft = (await seller.SubmitAsync(read, new { Then = "save" }, "main form[data-listing]")).Location!.Split('/', '?')[3];
        var copy = await seller.GetAsync($"{SellerPages.New}?like={draft}");
        Assert.Equal(5, copy.Page.QuerySelectorAll("[data-guess]").Length);
        var asked = await seller.SubmitAsync(copy, new { Then = "publish" }, "main form[data-listing]");
        Assert.Equal(5, asked.Page.QuerySelectorAll(".guesses li").Length);
        Assert.False(await market.App.ReadAsync(db => db.Products.AnyAsync(product => product.ShopId == shop.Id && product.State == ProductState.Published)));
    }

    [Fact]
    public async Task Nothing_guessed_reaches_what_is_on_show()
    {
        var (seller, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(seller, "松阳冬蜜");
        var emptied = new Dictionary<string, string?> { ["Input.Sizes[0].Price"] = "", ["Input.Sizes[0].Grams"] = "", ["Input.ShareText"] = Share };
        var read = await SellerPages.PostAsync(seller, $"/sell/products/{code}", emptied, "read");
        Assert.Equal("99", Value(read, "Input.Sizes[0].Price"));
        var asked = await seller.SubmitAsync(read, new { Then = "save" }, "main form[data-listing]");
        Assert.Equal((HttpStatusCode.OK, 2), (asked.Status, asked.Page.QuerySelectorAll(".guesses li").Length));
        Assert.Contains("39.90", (await market.App.NewVisitor("en").GetAsync($"/p/{code}")).Text, StringComparison.Ordinal);
        var button = asked.Page.QuerySelector(".bar button")!;
        Assert.Equal("save:sure", button.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.Redirect, (await seller.SubmitAsync(asked, new { Then = "save:sure" }, "main form[data-listing]")).Status);
        Assert.Contains("99.00", (await market.App.NewVisitor("en").GetAsync($"/p/{code}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_size_that_was_named_by_its_weight_follows_the_weight()
    {
        var (seller, shop, _) = await market.SellerAsync();
        var asked = await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?>(Six) { ["Input.Sizes[0].Grams"] = "1500" }, "publish");
        Assert.Equal("1500 g", Value(asked, "Input.Sizes[0].Label"));
        Assert.Equal(HttpStatusCode.Redirect, (await seller.PostAsync(SellerPages.New, Changed(asked, "Input.Sizes[0].Grams", "1000", "publish:sure"))).Status);
        var size = await market.App.ReadAsync(db => db.Variants.AsNoTracking().SingleAsync(variant => variant.Product.ShopId == shop.Id));
        Assert.Equal(("1000 g", 1000), (size.Label, size.NetGrams));
        var wrong = await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?>(Six) { ["Input.Sizes[0].Grams"] = "1000", ["Input.Sizes[0].Label"] = "3斤" }, "save");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("The size says “3斤”", wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_folded_part_opens_where_something_in_it_is_wrong()
    {
        var (seller, _, _) = await market.SellerAsync();
        var wrong = await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?>(SellerPages.Filled("松阳冬蜜")) { ["Input.Place"] = new string('坑', 61) }, "publish");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.NotNull(wrong.Page.QuerySelector("details[open] [name='Input.Place'][aria-invalid=true]"));
        var other = await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?>(SellerPages.Filled("")), "publish");
        Assert.Null(other.Page.QuerySelector("details[open] [name='Input.Place']"));
    }

    [Fact]
    public async Task The_same_again_has_everything_but_photos_stock_and_dates()
    {
        var (seller, shop, account) = await market.SellerAsync();
        var photo = await market.PhotoAsync(account);
        var first = await SellerPages.PostAsync(seller, SellerPages.New, new Dictionary<string, string?>(SellerPages.Filled("松阳冬蜜")) { ["Input.Photos"] = photo }, "publish");
        var code = first.Location!.Split('/', '?')[3];
        var path = $"{SellerPages.New}?like={code}";
        var again = await seller.GetAsync(path);
        Assert.Equal(("松阳冬蜜", "39.90", "", ""), (Value(again, "Input.Name"), Value(again, "Input.Sizes[0].Price"), Value(again, "Input.Sizes[0].Quantity"), Value(again, "Input.HarvestedOn")));
        Assert.Empty(again.Page.QuerySelectorAll("[name='Input.Photos']"));
        Assert.Equal(HttpStatusCode.Redirect, (await SellerPages.PostAsync(seller, path, new Dictionary<string, string?>(), "save")).Status);
        var sizes = await market.App.ReadAsync(db => db.Variants.Where(variant => variant.Product.ShopId == shop.Id).Select(variant => variant.Code).ToListAsync());
        Assert.Equal(2, sizes.Distinct(StringComparer.Ordinal).Count());
        var (other, _, _) = await market.SellerAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
    }

    [Fact]
    public async Task More_of_it_and_another_price_from_the_list()
    {
        var (seller, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(seller, "冬蜜", quantity: 5);
        Assert.Equal("/sell/products?done=stocked", (await ActAsync("Restock", new { quantity = "7" })).Location);
        var wrong = await ActAsync("Restock", new { quantity = "many" });
        Assert.Equal((HttpStatusCode.BadRequest, "many"), (wrong.Status, Value(wrong, "quantity")));
        var stock = await market.App.ReadAsync(db => db.Stocks.AsNoTracking().SingleAsync(stock => stock.Product.Code == code));
        Assert.Equal(12, stock.OnHand);

        var (mine, theirs) = (await seller.GetAsync("/sell/products"), await seller.GetAsync("/sell/products"));
        Assert.Equal("/sell/products?done=priced", (await seller.SubmitAsync(mine, new { price = "42" }, "main form[action*=Reprice]")).Location);
        var late = await seller.SubmitAsync(theirs, new { price = "35" }, "main form[action*=Reprice]");
        Assert.Equal((HttpStatusCode.BadRequest, "35"), (late.Status, Value(late, "price")));
        Assert.Contains("changed this price just now", late.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await ActAsync("Reprice", new { price = "0" })).Status);
        Assert.Equal(new Money(4_200), (await market.App.ReadAsync(db => db.Products.AsNoTracking().SingleAsync(product => product.Code == code))).FromPrice);
        Assert.Contains("42.00", (await market.App.NewVisitor("en").GetAsync($"/p/{code}")).Text, StringComparison.Ordinal);

        async Task<Answer> ActAsync(string act, object values) => await seller.SubmitAsync(await seller.GetAsync("/sell/products"), values, $"main form[action*={act}]");
    }

    [Fact]
    public async Task Another_shops_size_is_not_there()
    {
        var (owner, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(owner, "冬蜜", quantity: 5);
        var (other, _, _) = await market.SellerAsync();
        await SellerPages.PublishAsync(other, "红糖", "sugar");
        var variant = await market.App.ReadAsync(db => db.Variants.Where(variant => variant.Product.Code == code).Select(variant => variant.Code).SingleAsync());
        var list = await other.GetAsync("/sell/products");
        Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync(list, new { variant, quantity = "3" }, "main form[action*=Restock]")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync(list, new { variant, price = "1", was = "3990" }, "main form[action*=Reprice]")).Status);
        Assert.Equal(5, (await market.App.ReadAsync(db => db.Stocks.AsNoTracking().SingleAsync(stock => stock.Product.Code == code))).OnHand);
    }

    private static IEnumerable<KeyValuePair<string, string>> Changed(Answer page, string field, string value, string then) =>
        Visitor.FieldsOf(page, new { Then = then }, "main form[data-listing]").Select(each => each.Key == field ? KeyValuePair.Create(each.Key, value) : each);

    private static string? Value(Answer page, string name) => page.Page.QuerySelector($"[name='{name}']")!.GetAttribute("value");
}
