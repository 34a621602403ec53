using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Modules.Orders;

namespace Storefront.Tests.Modules.Catalog;

/// <summary>A shop hears that goods run low by the sale that makes it so.</summary>
public sealed class LowStockTests(Stalls market) : IClassFixture<Stalls>
{
    [Fact]
    public async Task Each_line_is_told_once_to_everybody_who_works_there()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, TellLowStock.Few + 2);
        await SellAsync(variant, 1);
        Assert.Empty(await ToldAsync(shop));
        await SellAsync(variant, 1);
        await SellAsync(variant, 2);
        Assert.Equal(["catalog.notice.low"], await ToldAsync(shop));
        var notices = await owner.GetAsync("/me/notices");
        Assert.Contains("only 5 left", notices.Text, StringComparison.Ordinal);
        var path = notices.Page.QuerySelector("main a[href*='/stock?shop=']")!.GetAttribute("href")!;
        Assert.Equal(System.Net.HttpStatusCode.OK, (await owner.GetAsync(path)).Status);
        await SellAsync(variant, 3);
        Assert.Equal(["catalog.notice.low", "catalog.notice.gone"], await ToldAsync(shop));
        Assert.Contains("LowStock.Push", (await owner.GetAsync("/me/notices/settings")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_only_lies_in_unpaid_orders_is_not_gone()
    {
        var (_, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 2);
        var buyer = market.App.NewVisitor();
        await Stalls.AddAsync(buyer, variant, 2);
        await market.PlaceAsync(buyer);
        await market.App.SettleAsync();
        Assert.Empty(await ToldAsync(shop));
    }

    private async Task SellAsync(string variant, int quantity)
    {
        var buyer = market.App.NewVisitor();
        await Stalls.AddAsync(buyer, variant, quantity);
        await market.PayAsync((await market.PlaceAsync(buyer)).Attempt);
    }

    private Task<List<string>> ToldAsync(Shop shop) => market.App.ReadAsync(db =>
    {
        var members = db.ShopMembers.Where(member => member.ShopId == shop.Id).Select(member => member.AccountId);
        return db.Notices.Where(notice => notice.Topic == Topic.LowStock && members.Contains(notice.AccountId)).OrderBy(notice => notice.Id).Select(notice => notice.TextKey).ToListAsync();
    });
}
