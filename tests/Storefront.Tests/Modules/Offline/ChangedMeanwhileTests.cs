using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Tests.Modules.Catalog;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Offline;

/// <summary>A change written without a signal arrives after somebody else's.</summary>
public sealed class ChangedMeanwhileTests(Market market) : IClassFixture<Market>
{
    [Fact]
    public async Task The_later_one_hears_both_values_once_and_nothing_is_overwritten_unseen()
    {
        var (seller, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(seller, "两个人改的蜜");
        var path = $"/sell/products/{code}";
        var kept = await seller.GetAsync(path);
        Assert.Equal(HttpStatusCode.Redirect, (await SellerPages.PostAsync(seller, path, new Dictionary<string, string?> { ["Input.Sizes[0].Price"] = "45" }, "save")).Status);

        var late = await SendAsync(seller, path, kept, ("Input.Name", "晚到的名字"));
        Assert.Equal(HttpStatusCode.BadRequest, late.Status);
        Assert.Contains("It is “45.00” now, you wrote “39.90”.", late.Page.QuerySelector("form .notice.bad")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("晚到的名字", late.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal(("两个人改的蜜", 4_500), await NowAsync(code));

        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(seller, path, late)).Status);
        Assert.Equal(("晚到的名字", 3_990), await NowAsync(code));
    }

    [Fact]
    public async Task The_same_change_twice_is_no_quarrel()
    {
        var (seller, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(seller, "改得一样的蜜");
        var path = $"/sell/products/{code}";
        var kept = await seller.GetAsync(path);
        await SellerPages.PostAsync(seller, path, new Dictionary<string, string?> { ["Input.Sizes[0].Price"] = "45" }, "save");
        Assert.Equal(HttpStatusCode.Redirect, (await SendAsync(seller, path, kept, ("Input.Sizes[0].Price", "45.0"))).Status);
    }

    private static async Task<Answer> SendAsync(Visitor seller, string path, Answer form, params (string Name, string Value)[] changes)
    {
        var changed = changes.ToDictionary(change => change.Name, change => change.Value, StringComparer.Ordinal);
        using var body = new MultipartFormDataContent();
        foreach (var (name, value) in Visitor.FieldsOf(form, null, "main form[data-listing]").Where(field => field.Key != "Then"))
            body.Add(new StringContent(changed.GetValueOrDefault(name, value)), name);
        body.Add(new StringContent("save"), "Then");
        return await seller.SendAsync(path, body);
    }

    private Task<(string Name, long Fen)> NowAsync(string code) => market.App.ReadAsync(async db =>
    {
        var product = await db.Products.AsNoTracking().SingleAsync(product => product.Code == code);
        return (product.Name, product.FromPrice.Fen);
    });
}
