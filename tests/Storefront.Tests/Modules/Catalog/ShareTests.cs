using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Videos.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Catalog;

/// <summary>From the phone's share sheet to the product the video is about.</summary>
public sealed class ShareTests(Market market) : IClassFixture<Market>
{
    private const string Text = "7.43 复制打开抖音，看看【老叶的作品】今年的冬蜜 3斤装 99元 https://v.douyin.com/iShare6u/ 01/30 oQK:/";

    [Fact]
    public async Task A_share_leads_over_the_sign_in_to_the_question_and_loses_nothing()
    {
        var (id, phone) = await market.App.NewPersonAsync();
        await market.ShopAsync(id);
        var location = await ShareAsync(("title", "今年的冬蜜"), ("text", Text), ("url", "https://v.douyin.com/iShare6u/"));
        Assert.Equal(Text, QueryHelpers.ParseQuery(new Uri(market.App.Address, location).Query)["text"]);

        var guest = market.App.NewVisitor("en");
        var door = await guest.GetAsync(location);
        Assert.Contains("/sign-in", door.Location, StringComparison.Ordinal);
        // The longest way in: by a code, whose page keeps the way back in a cookie.
        var asked = await guest.SubmitAsync(await guest.OpenAsync(door.Location!), new { Input__Phone = phone });
        var inside = await guest.FollowAsync(await guest.SubmitAsync(await guest.OpenAsync(asked.Location!), new { Input__Code = await market.App.CodeSentToAsync(phone) }));
        Assert.Equal(HttpStatusCode.OK, inside.Status);
        Assert.Contains("今年的冬蜜 3斤装 99元", inside.Page.QuerySelector(".shared-video")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_text_is_shortened_to_what_every_hand_can_carry()
    {
        var location = await ShareAsync(("text", string.Concat(Enumerable.Repeat("山里的蜂蜜一年割一次🍯", 60)) + " https://v.douyin.com/iShare6u/ 01/30"));
        Assert.InRange(location.Length, 1_000, 2_600);
        Assert.EndsWith("https://v.douyin.com/iShare6u/", QueryHelpers.ParseQuery(new Uri(market.App.Address, location).Query)["text"], StringComparison.Ordinal);
        Assert.Equal("/sell/share", await ShareAsync(("photos", "nothing of a text")));
    }

    [Fact]
    public async Task One_tap_ties_the_video_to_a_product_and_the_phones_photos_stay_at_hand()
    {
        var (seller, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(seller, "冬蜜");
        var page = await seller.GetAsync($"/sell/share?text={Uri.EscapeDataString(Text)}&shared=photo-key");
        var fresh = page.Page.QuerySelector("main a[href^='/sell/products/new']")!.GetAttribute("href")!;
        Assert.Contains("shared=photo-key", fresh, StringComparison.Ordinal);
        Assert.Equal("冬蜜", (await seller.GetAsync(fresh)).Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        var tied = await seller.SubmitAsync(page, null, $"form[action='/sell/share/{code}']");
        Assert.Equal($"/sell/products/{code}?done=attached&shared=photo-key", tied.Location);
        Assert.Contains("on the product", (await seller.GetAsync(tied.Location!)).Text, StringComparison.Ordinal);
        Assert.Equal(1, await market.App.ReadAsync(db => db.VideoTies.CountAsync(tie => tie.ProductCode == code)));

        var (other, _, _) = await market.SellerAsync();
        var theirs = await SellerPages.PublishAsync(other, "红糖", "sugar");
        var mine = await other.GetAsync($"/sell/share?text={Uri.EscapeDataString(Text)}");
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/sell/share/{code}", Visitor.FieldsOf(mine, null, $"form[action='/sell/share/{theirs}']"))).Status);
    }

    [Fact]
    public async Task What_is_no_video_is_said_with_a_way_on()
    {
        var (seller, _, _) = await market.SellerAsync();
        var code = await SellerPages.PublishAsync(seller, "冬蜜");
        var none = await seller.GetAsync("/sell/share?text=no+link+here");
        Assert.Contains("no link here", none.Page.QuerySelector("textarea[name=text]")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(none.Page.QuerySelectorAll(".share-list"));
        var profile = await seller.GetAsync("/sell/share?text=" + Uri.EscapeDataString("https://www.tiktok.com/@bee.uncle"));
        var refused = await seller.SubmitAsync(profile, null, $"form[action='/sell/share/{code}']");
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.NotNull(refused.Page.QuerySelector("main a[href^='/sell/share?text=']"));
    }

    [Fact]
    public async Task Many_products_are_paged_and_searched()
    {
        var (seller, shop, _) = await market.SellerAsync();
        for (var i = 0; i < 21; i++) await market.ProductAsync(shop, i == 0 ? "老黄片" : $"冬蜜 {i}", ["一斤装"]);
        var path = "/sell/share?text=" + Uri.EscapeDataString(Text);
        var page = await seller.GetAsync(path);
        Assert.Equal(20, page.Page.QuerySelectorAll(".share-list form").Length);
        Assert.Contains("冬蜜 20", page.Page.QuerySelector(".share-list")!.TextContent, StringComparison.Ordinal);
        Assert.Single((await seller.GetAsync(path + "&page=2")).Page.QuerySelectorAll(".share-list form"));
        var found = await seller.GetAsync(path + "&q=" + Uri.EscapeDataString("黄"));
        Assert.Contains("老黄片", found.Page.QuerySelectorAll(".share-list form").Single().TextContent, StringComparison.Ordinal);
        Assert.Contains("There is no such product", (await seller.GetAsync(path + "&q=zzz")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pictures_without_a_worker_are_named_as_lost_however_large_and_the_text_comes_along()
    {
        var (seller, _, _) = await market.SellerAsync();
        var location = await ShareAsync(new byte[30 * 1024 * 1024], ("text", Text));
        Assert.Equal(Text, QueryHelpers.ParseQuery(new Uri(market.App.Address, location).Query)["text"]);
        Assert.Contains("did not come along", (await seller.GetAsync(location)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("did not come along", (await seller.GetAsync(location.Replace("&pictures=true", "", StringComparison.Ordinal))).Text, StringComparison.Ordinal);
    }

    private Task<string> ShareAsync(params (string Field, string Value)[] parts) => ShareAsync([], parts);

    /// <summary>As the phone's share sheet sends it: from nowhere, without a cookie.</summary>
    private async Task<string> ShareAsync(byte[] picture, params (string Field, string Value)[] parts)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = market.App.Address };
        using var body = new MultipartFormDataContent();
        foreach (var (field, value) in parts) body.Add(new StringContent(value), field);
        if (picture.Length > 0) body.Add(new ByteArrayContent(picture), "photos", "photo.jpg");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sell/share") { Content = body };
        request.Headers.Add("Sec-Fetch-Site", "none");
        using var answer = await http.SendAsync(request);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }
}
