using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Orders;

/// <summary>A batch is taken out of every sale by its shop, a product by the market; those it concerns are told.</summary>
public sealed class RecallTests(Stalls market) : IClassFixture<Stalls>
{
    private const string Reason = "检出水分超标";
    private const string RecallForm = "form[action*=Recall]";

    [Fact]
    public async Task A_shop_recalls_its_batch_and_nothing_of_it_is_sold_any_more()
    {
        var (owner, product, _) = await OfferedAsync();
        var page = await owner.GetAsync(StockOf(product));
        var none = await owner.SubmitAsync(page, new { reason = " " }, RecallForm);
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Contains("Say why", none.Text, StringComparison.Ordinal);
        Assert.False(await IsRecalledAsync(product));
        var done = await owner.SubmitAsync(none, new { reason = Reason }, RecallForm);
        Assert.Equal(StockOf(product), done.Location);
        Assert.True(await IsRecalledAsync(product));
        Assert.Contains("Sold out", (await market.App.NewVisitor("en").GetAsync($"/p/{product}")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Null((await owner.GetAsync(StockOf(product))).Page.QuerySelector(RecallForm));
    }

    [Fact]
    public async Task Anothers_batch_is_not_found()
    {
        var (_, product, _) = await OfferedAsync();
        var (thief, own, _) = await OfferedAsync();
        var batch = await market.App.ReadAsync(db => db.Batches.Where(batch => batch.Product.Code == product).Select(batch => batch.Code).SingleAsync());
        var page = await thief.GetAsync(StockOf(own));
        Assert.Equal(HttpStatusCode.NotFound, (await thief.SubmitAsync(page, new { batch, reason = Reason }, RecallForm)).Status);
        Assert.False(await IsRecalledAsync(product));
    }

    [Fact]
    public async Task What_has_not_left_is_paid_back_and_who_has_it_already_is_told()
    {
        var (owner, product, variant) = await OfferedAsync();
        var (has, _, _) = await market.App.SignedInAsync("en");
        var sent = await market.SoldAsync(has, variant);
        await owner.SubmitAsync(await owner.GetAsync($"/sell/orders/{sent.Number}"), new { Parcel__Carrier = "shunfeng", Parcel__Waybill = "SF1234567890123" }, "form[action*=Ship]");
        var (waits, _, _) = await market.App.SignedInAsync("en");
        var paid = await market.SoldAsync(waits, variant, 2);
        await owner.SubmitAsync(await owner.GetAsync(StockOf(product)), new { reason = Reason }, RecallForm);
        await market.App.DeliverAsync();
        Assert.Equal(OrderState.Cancelled, Assert.Single(await market.OrdersAsync(paid.CheckoutCode)).State);
        Assert.Equal(paid.Total, await market.AskedBackAsync(paid.CheckoutCode));
        Assert.Equal(OrderState.Shipped, Assert.Single(await market.OrdersAsync(sent.CheckoutCode)).State);
        Assert.Contains("do not eat it", (await has.GetAsync($"/orders/{sent.Code}")).Text, StringComparison.Ordinal);
        Assert.Contains(Reason, (await has.GetAsync("/me/notices")).Text, StringComparison.Ordinal);
        Assert.Contains(Reason, (await waits.GetAsync("/me/notices")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_market_stops_a_product_with_a_reason_and_lets_it_go_again()
    {
        var (owner, product, _) = await OfferedAsync();
        var (admin, _, _) = await market.App.SignedInAsync("en", Policies.AdminRole);
        var path = $"/admin/products/{product}";
        Assert.Contains(product, (await admin.GetAsync("/admin/products?q=" + product)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await admin.GetAsync("/admin/products/0000000000")).Status);
        var none = await ActAsync(admin, path, "Block", "");
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Equal(path, (await ActAsync(admin, path, "Block", Reason)).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await market.App.NewVisitor().GetAsync($"/p/{product}")).Status);
        Assert.Contains(Reason, (await owner.GetAsync("/me/notices")).Text, StringComparison.Ordinal);
        Assert.Contains(Reason, (await admin.GetAsync("/admin/audit")).Text, StringComparison.Ordinal);
        Assert.Empty((await owner.GetAsync("/sell/products")).Page.QuerySelectorAll("form[action*=Publish] button"));
        Assert.Equal(path, (await ActAsync(admin, path, "Unblock", "已整改")).Location);
        Assert.Equal(ProductState.Hidden, await market.App.ReadAsync(db => db.Products.Where(one => one.Code == product).Select(one => one.State).SingleAsync()));
    }

    [Fact]
    public async Task The_market_recalls_any_batch_and_the_shop_reads_why()
    {
        var (owner, product, _) = await OfferedAsync();
        var (admin, _, _) = await market.App.SignedInAsync("en", Policies.AdminRole);
        var batch = await market.App.ReadAsync(db => db.Batches.Where(batch => batch.Product.Code == product).Select(batch => batch.Code).SingleAsync());
        Assert.Equal($"/admin/products/{product}", (await ActAsync(admin, $"/admin/products/{product}", "Recall&batch=" + batch, Reason)).Location);
        Assert.True(await IsRecalledAsync(product));
        Assert.Contains(Reason, (await owner.GetAsync("/me/notices")).Text, StringComparison.Ordinal);
    }

    private static string StockOf(string product) => $"/sell/products/{product}/stock";

    private static async Task<Answer> ActAsync(Visitor admin, string path, string handler, string reason) =>
        await admin.PostAsync($"{path}?handler={handler}", Visitor.FieldsOf(await admin.GetAsync(path), new { Input__Reason = reason }, "main form[method=post]"));

    private async Task<(Visitor Owner, string Product, string Variant)> OfferedAsync()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        return (owner, await market.App.ReadAsync(db => db.Variants.Where(one => one.Code == variant).Select(one => one.Product.Code).SingleAsync()), variant);
    }

    private Task<bool> IsRecalledAsync(string product) => market.App.ReadAsync(db => db.Batches.Where(batch => batch.Product.Code == product).Select(batch => batch.Recalled).SingleAsync());
}
