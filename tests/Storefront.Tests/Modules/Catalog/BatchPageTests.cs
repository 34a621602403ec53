using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Tests.Modules.Orders;

namespace Storefront.Tests.Modules.Catalog;

/// <summary>Where the code in the box leads.</summary>
public sealed class BatchPageTests(Stalls market) : IClassFixture<Stalls>
{
    [Fact]
    public async Task A_batch_says_where_it_comes_from_and_at_once_when_it_is_recalled()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var buyer = market.App.NewVisitor("en");
        var order = await market.SoldAsync(buyer, await market.OfferAsync(shop, 9));
        var path = $"/b/{order.Lines[0].BatchCode}";
        var page = await market.App.NewVisitor("en").GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        foreach (var text in new[] { "冬蜜", "玉岩镇", shop.Name }) Assert.Contains(text, page.Text, StringComparison.Ordinal);
        foreach (var text in new[] { order.Number, order.Address.Name, order.Address.Phone, "recalled" }) Assert.DoesNotContain(text, page.Text, StringComparison.Ordinal);
        Assert.Equal(page.Text, (await owner.GetAsync(path)).Text);
        await owner.SubmitAsync(await owner.GetAsync($"/sell/products/{order.Lines[0].ProductCode}/stock"), new { reason = "检出水分超标" }, "form[action*=Recall]");
        Assert.Contains("do not eat it", (await market.App.NewVisitor("en").GetAsync(path)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await buyer.GetAsync("/b/0000000000")).Status);
    }

    [Fact]
    public async Task What_is_changed_on_the_product_shows_on_its_batches_at_once()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        var batch = await market.App.ReadAsync(db => db.Batches.AsNoTracking().Include(one => one.Product).Where(one => one.Stocks.Any(stock => stock.Variant.Code == variant)).SingleAsync());
        Assert.NotNull((await market.App.NewVisitor("en").GetAsync($"/b/{batch.Code}")).Page.QuerySelector($"main a[href='/p/{batch.Product.Code}']"));
        await owner.SubmitAsync(await owner.GetAsync("/sell/products"), form: "form[action*=Hide]");
        Assert.Null((await market.App.NewVisitor("en").GetAsync($"/b/{batch.Code}")).Page.QuerySelector($"main a[href='/p/{batch.Product.Code}']"));
    }

    [Fact]
    public async Task Of_a_product_that_was_taken_down_only_the_facts_of_the_batch_stay()
    {
        var (_, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        var batch = await market.App.ReadAsync(db => db.Batches.AsNoTracking().Include(one => one.Product).Where(one => one.Stocks.Any(stock => stock.Variant.Code == variant)).SingleAsync());
        await market.App.WriteAsync(async db => (await db.Products.SingleAsync(product => product.Id == batch.ProductId)).Block());
        var page = await market.App.NewVisitor("en").GetAsync($"/b/{batch.Code}");
        Assert.Contains("玉岩镇", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector($"main a[href='/p/{batch.Product.Code}']"));
    }
}
