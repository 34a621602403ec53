using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Videos;
using Storefront.Modules.Videos.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Videos;

/// <summary>What a video brought: looking writes nothing, visits are counted from kept pages too, orders and yuan come from the orders.</summary>
public sealed class BroughtTests(Stalls market) : IClassFixture<Stalls>
{
    private const string Machine = "Mozilla/5.0 (compatible; SomeBot/2.1)";

    [Fact]
    public async Task A_visit_counts_once_a_browser_and_is_written_down_later()
    {
        var (owner, _) = await market.OpenShopAsync();
        var code = await VideoDeskTests.AddAsync(owner);
        var (first, second) = (market.App.NewVisitor(), market.App.NewVisitor());
        foreach (var visitor in new[] { first, first, second }) Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync($"/v/{code}")).Status);
        await market.App.NewVisitor(agent: Machine).GetAsync($"/v/{code}");
        using (var ahead = new HttpRequestMessage(HttpMethod.Get, new Uri(market.App.Address, $"/v/{code}")) { Headers = { { "Sec-Purpose", "prefetch" } } })
        using (var http = new HttpClient())
            await http.SendAsync(ahead);
        Assert.Empty(await DaysAsync(code));
        await WriteDownAsync();
        await market.App.NewVisitor().GetAsync($"/v/{code}");
        await WriteDownAsync();
        await WriteDownAsync();
        var day = Assert.Single(await DaysAsync(code));
        Assert.Equal((LocalTime.Today(market.App.Clock), 3, 0), (day.Day, day.Visits, day.Carts));
        Assert.Contains("Visits 3", (await owner.GetAsync("/sell/videos")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cookie_says_the_video_and_nothing_else()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var code = await VideoDeskTests.AddAsync(owner);
        var guest = market.App.NewVisitor();
        foreach (var path in new[] { "/", "/videos", $"/s/{shop.Code}" }) await guest.GetAsync(path);
        Assert.Empty(guest.Cookies.GetAllCookies());
        await guest.GetAsync($"/v/{code}");
        var cookie = Assert.Single(guest.Cookies.GetAllCookies());
        Assert.Equal((code, true), (cookie.Value, cookie.HttpOnly));
        Assert.InRange((cookie.Expires.ToUniversalTime() - market.App.Clock.GetUtcNow().UtcDateTime).TotalDays, 2, 3);
    }

    [Fact]
    public async Task An_order_knows_its_video_and_a_refund_is_taken_off()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (other, otherShop) = await market.OpenShopAsync();
        var (mine, theirs) = (await market.OfferAsync(shop, 9), await market.OfferAsync(otherShop, 9));
        var code = await VideoDeskTests.AddAsync(owner);
        var foreign = await VideoDeskTests.AddAsync(other);
        var guest = market.App.NewVisitor("en");
        await guest.GetAsync($"/v/{code}");
        await Stalls.AddAsync(guest, mine, 2);
        await Stalls.AddAsync(guest, theirs);
        var (attempt, checkout) = await market.PlaceAsync(guest);
        Assert.Equal(["0", "¥0.00"], await NumbersAsync(owner, code));
        await market.PayAsync(attempt);
        var orders = await market.OrdersAsync(checkout);
        Assert.Equal([(shop.Id, code), (otherShop.Id, null)], orders.Select(order => (order.ShopId, order.VideoCode)));
        Assert.Equal(["1", "¥84.80"], await NumbersAsync(owner, code));
        Assert.Equal(["1", "¥84.80"], await NumbersAsync(owner, null));
        Assert.Equal(["0", "¥0.00"], await NumbersAsync(other, foreign));
        Assert.Equal(["0", "¥0.00"], await NumbersAsync(other, null));

        var number = orders[0].Number;
        await owner.SubmitAsync(await owner.GetAsync($"/sell/orders/{number}"), form: "form[action*=Pack]");
        var page = await owner.GetAsync($"/sell/orders/{number}");
        await owner.SubmitAsync(page, new { Refund__Sum = "10", Refund__Reason = "少了一点" }, "form[action*=Refund]");
        Assert.Equal(["1", "¥74.80"], await NumbersAsync(owner, code));
        await WriteDownAsync();
        Assert.Equal((1, 1), await SumAsync(code));
        Assert.Equal((0, 0), await SumAsync(foreign));
    }

    [Fact]
    public async Task A_called_off_order_brought_nothing()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        var code = await VideoDeskTests.AddAsync(owner);
        var guest = market.App.NewVisitor("en");
        await guest.GetAsync($"/v/{code}");
        var order = await market.SoldAsync(guest, variant);
        Assert.Equal(["1", "¥44.90"], await NumbersAsync(owner, code));
        await owner.SubmitAsync(await owner.GetAsync($"/sell/orders/{order.Number}"), new { Why__Reason = "没货了" }, "form[action*=Cancel]");
        Assert.Equal(["0", "¥0.00"], await NumbersAsync(owner, code));
    }

    [Fact]
    public async Task Goods_of_a_guest_who_signs_in_keep_their_video()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        var code = await VideoDeskTests.AddAsync(owner);
        var (elsewhere, _, phone) = await market.App.SignedInAsync();
        await Stalls.AddAsync(elsewhere, await market.OfferAsync(shop, 9));
        var guest = market.App.NewVisitor();
        await guest.GetAsync($"/v/{code}");
        await Stalls.AddAsync(guest, variant);
        await market.App.SignInAsync(guest, phone);
        Assert.Equal(code, (await market.SoldAsync(guest, variant)).VideoCode);
    }

    [Fact]
    public async Task A_made_up_cookie_brings_nothing()
    {
        var (_, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        var guest = market.App.NewVisitor();
        guest.Cookies.Add(market.App.Address, new Cookie("video", "0000000000"));
        Assert.Null((await market.SoldAsync(guest, variant)).VideoCode);
    }

    [Fact]
    public async Task What_is_counted_when_the_shop_closes_is_written_down()
    {
        var (owner, _) = await market.OpenShopAsync();
        var code = await VideoDeskTests.AddAsync(owner);
        await market.App.NewVisitor().GetAsync($"/v/{code}");
        await market.App.Services.GetServices<IHostedService>().OfType<KeepVisits>().Single().StopAsync(default);
        Assert.Equal((1, 0), await SumAsync(code));
    }

    [Fact]
    public async Task Days_are_those_of_the_shops_clock()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        var code = await VideoDeskTests.AddAsync(owner);
        var guest = market.App.NewVisitor();
        await guest.GetAsync($"/v/{code}");
        var order = await market.SoldAsync(guest, variant);
        var yesterday = LocalTime.Today(market.App.Clock).AddDays(-1);
        // Half an hour after midnight in Shanghai it is still the day before in UTC.
        var early = DateTime.SpecifyKind(yesterday.ToDateTime(new(0, 30)) - LocalTime.Offset, DateTimeKind.Utc);
        await market.App.ReadAsync(db => db.Orders.Where(one => one.Id == order.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.PlacedAt, early)));
        var page = await owner.GetAsync($"/sell/videos/brought/{code}");
        var row = page.Page.QuerySelectorAll("tbody tr").Single(row => row.QuerySelector("td:nth-child(4)")!.TextContent == "1");
        Assert.Equal($"{yesterday:yyyy-MM-dd}", row.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.GetAsync($"/sell/videos/brought/{code}?days=7000")).Status);
    }

    private static async Task<string[]> NumbersAsync(Visitor owner, string? code)
    {
        var page = await owner.GetAsync(code is null ? "/sell/videos/brought" : $"/sell/videos/brought/{code}");
        return [.. page.Page.QuerySelectorAll(".summary dd").Skip(2).Select(sum => sum.TextContent.Trim())];
    }

    private Task<bool> WriteDownAsync() => market.App.RunAsync<WriteDownVisits, bool>(async work =>
    {
        await work.RunAsync(default);
        return true;
    });

    private Task<List<VideoDay>> DaysAsync(string code) => market.App.ReadAsync(db => db.Videos.AsNoTracking().Where(video => video.Code == code).SelectMany(video => video.Days).ToListAsync());

    private async Task<(int Visits, int Carts)> SumAsync(string code)
    {
        var days = await DaysAsync(code);
        return (days.Sum(day => day.Visits), days.Sum(day => day.Carts));
    }
}
