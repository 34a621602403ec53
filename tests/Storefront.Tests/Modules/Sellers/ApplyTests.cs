using System.Net;
using Storefront.Data;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Notifications.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Sellers;

public sealed class ApplyTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    private StoreApp App => fixture.App;

    [Theory]
    [InlineData("/sell")]
    [InlineData("/sell/apply/shop")]
    [InlineData("/sell/apply/place")]
    [InlineData("/sell/apply/licence")]
    [InlineData("/sell/apply/payout")]
    [InlineData("/sell/apply/check")]
    [InlineData("/sell/me")]
    public async Task A_guest_is_sent_to_sign_in(string path) =>
        Assert.Contains("/sign-in", (await App.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);

    [Fact]
    public async Task Without_a_shop_the_way_to_one_is_shown()
    {
        var (visitor, _, _) = await App.SignedInAsync();
        Assert.NotNull((await visitor.GetAsync("/sell")).Page.QuerySelector("main a[href='/sell/apply/shop']"));
        Assert.Equal("/sell", (await visitor.GetAsync("/sell/me")).Location);
        Assert.Equal("/sell/apply/shop", (await visitor.GetAsync("/sell/apply/payout")).Location);
        Assert.Equal("/sell/apply/shop", (await visitor.GetAsync("/sell/apply/check")).Location);
    }

    [Fact]
    public async Task It_goes_on_where_it_was_left()
    {
        var applicant = await Applicant.NewAsync(App);
        Assert.Equal("/sell/apply/place", (await applicant.DescribeAsync()).Location);
        Assert.Equal("/sell/apply/licence", (await applicant.PlaceAsync()).Location);
        Assert.NotNull((await applicant.Visitor.GetAsync("/sell")).Page.QuerySelector("main a[href='/sell/apply/licence']"));
        Assert.Equal("/sell/apply/licence", (await applicant.Visitor.GetAsync("/sell/apply/check")).Location);
        Assert.Equal("大岭脚村", ValueOf(await applicant.Visitor.GetAsync("/sell/apply/place"), "Input.Village"));
        Assert.Equal("浙江 松阳", (await applicant.ShopAsync()).Place);
    }

    [Fact]
    public async Task A_place_is_chosen_level_by_level_without_scripts()
    {
        var applicant = await Applicant.NewAsync(App);
        await applicant.DescribeAsync();
        var page = await applicant.Visitor.GetAsync("/sell/apply/place");
        const string Form = "main form[method=post]";
        foreach (var (level, code) in new[] { ("p", "33"), ("c", "3311"), ("a", "331124") })
        {
            var fields = Visitor.FieldsOf(page, null, Form).Where(field => field.Key != $"Input.RegionCode.{level}").Append(new($"Input.RegionCode.{level}", code));
            page = await applicant.Visitor.PostAsync("/sell/apply/place?handler=Region", fields);
            Assert.Equal(HttpStatusCode.OK, page.Status);
        }
        Assert.Equal("/sell/apply/licence", (await applicant.Visitor.PostAsync("/sell/apply/place", Visitor.FieldsOf(page, new { Input__Village = "大岭脚村" }, Form))).Location);
        Assert.Equal("331124", (await applicant.ShopAsync()).RegionCode);
    }

    [Fact]
    public async Task A_bad_answer_keeps_what_was_typed()
    {
        var applicant = await Applicant.NewAsync(App);
        var visitor = applicant.Visitor;
        var shop = await visitor.UploadAsync(await visitor.GetAsync("/sell/apply/shop"), new { Input__Name = "店", Input__Story = "三代人养蜂。" });
        Assert.Equal(HttpStatusCode.BadRequest, shop.Status);
        Assert.Contains("2 to 30 characters", shop.Text, StringComparison.Ordinal);
        Assert.Contains("三代人养蜂。", shop.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        await applicant.DescribeAsync();
        var place = await visitor.SubmitAsync(await visitor.GetAsync("/sell/apply/place"), new { Input__RegionCode = "33", Input__Village = "大岭脚村" });
        Assert.Equal(HttpStatusCode.BadRequest, place.Status);
        Assert.Equal("大岭脚村", ValueOf(place, "Input.Village"));
        await applicant.PlaceAsync();
        await applicant.LicenceAsync();
        var payout = await visitor.SubmitAsync(await visitor.GetAsync("/sell/apply/payout"), new { Input__Kind = "Bank", Input__Holder = "叶老三", Input__Number = "12-34" });
        Assert.Equal(HttpStatusCode.BadRequest, payout.Status);
        Assert.Contains("12 to 25 digits", payout.Text, StringComparison.Ordinal);
        Assert.Equal("12-34", ValueOf(payout, "Input.Number"));
    }

    [Fact]
    public async Task A_photo_that_arrived_is_not_asked_for_again()
    {
        var applicant = await Applicant.NewAsync(App);
        await applicant.DescribeAsync();
        await applicant.PlaceAsync();
        var refused = await applicant.LicenceAsync(until: new(2020, 1, 1));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("This paper has run out", refused.Text, StringComparison.Ordinal);
        Assert.Equal("SC11644200000389", ValueOf(refused, "Input.Number"));
        Assert.Equal(["dried", "sugar"], refused.Page.QuerySelectorAll("[name='Input.Covers'][checked]").Select(box => box.GetAttribute("value")));
        var forged = await applicant.Visitor.UploadAsync(refused, new { Input__ExpiresOn = "2030-01-01", Input__Ticket = "forged" });
        Assert.Contains("Take a photo of the paper", forged.Text, StringComparison.Ordinal);
        var kept = await applicant.Visitor.UploadAsync(refused, new { Input__ExpiresOn = "2030-01-01" });
        Assert.Equal("/sell/apply/payout", kept.Location);
        Assert.NotNull((await applicant.ShopAsync()).WaitingLicence!.DocumentCode);
    }

    [Fact]
    public async Task What_is_no_picture_is_refused()
    {
        var applicant = await Applicant.NewAsync(App);
        await applicant.DescribeAsync();
        var page = await applicant.Visitor.GetAsync("/sell/apply/licence");
        var answer = await applicant.Visitor.UploadAsync(page, new { Input__Kind = "Workshop", Input__Number = "浙小作坊 17", Input__Covers = "dried" }, "Input.Document", "not a picture"u8.ToArray());
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Null((await applicant.ShopAsync()).WaitingLicence);
    }

    [Fact]
    public async Task A_failed_check_digit_warns_and_never_blocks()
    {
        var applicant = await Applicant.NewAsync(App);
        await applicant.DescribeAsync();
        await applicant.PlaceAsync();
        var answer = await applicant.LicenceAsync("SC12345678901234");
        Assert.Equal("/sell/apply/payout", answer.Location);
        Assert.Contains("The last digit of SC12345678901234 does not fit", (await applicant.Visitor.FollowAsync(answer)).Text, StringComparison.Ordinal);
        await applicant.PayoutAsync();
        await applicant.SubmitAsync();
        Assert.Equal(ShopState.Submitted, await applicant.StateAsync());
        var (reviewer, _, _) = await App.SignedInAsync("en", "reviewer");
        Assert.Contains("check digit does not fit", (await reviewer.GetAsync($"/admin/shops/{await applicant.CodeAsync()}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_number_is_sealed_and_shown_only_at_its_end()
    {
        var applicant = await Applicant.NewAsync(App);
        await applicant.ApplyAsync();
        var account = (await applicant.ShopAsync()).Payout!;
        Assert.DoesNotContain("6222021234567890", account.SealedNumber, StringComparison.Ordinal);
        Assert.Equal("****7890", account.Masked);
        var target = (await App.RunAsync<IPayoutTargets, IReadOnlyDictionary<long, PayoutTarget>>(targets => targets.FindManyAsync([account.ShopId], default)))[account.ShopId];
        Assert.Equal(new("bank", "叶老三", "6222021234567890"), target);
    }

    [Fact]
    public async Task A_request_is_answered_from_its_notice_and_the_shop_is_approved()
    {
        var applicant = await (await Applicant.NewAsync(App)).ApplyAsync();
        var (code, visitor) = (await applicant.CodeAsync(), applicant.Visitor);
        Assert.Equal("/sell", (await visitor.GetAsync("/sell/apply/licence")).Location);
        var (reviewer, _, _) = await App.SignedInAsync("en", "reviewer");
        Assert.Contains(code, (await reviewer.GetAsync("/admin")).Text, StringComparison.Ordinal);
        var asked = await reviewer.DecideAsync(code, "Ask", "The photo is blurred", "document");
        Assert.True(asked.Location == $"/admin/shops/{code}", asked.Text);
        Assert.Equal(ShopState.ChangesRequested, await applicant.StateAsync());

        var notice = await App.ReadAsync(db => db.Set<Notice>().OrderBy(notice => notice.Id).LastAsync(notice => notice.AccountId == applicant.Account));
        var step = await visitor.GetAsync(notice.Path);
        Assert.StartsWith("/sell/apply/licence", notice.Path, StringComparison.Ordinal);
        Assert.Contains("The photo is blurred", step.Text, StringComparison.Ordinal);
        Assert.Equal("/sell/apply/licence", (await visitor.GetAsync("/sell/apply/check")).Location);
        var before = (await applicant.ShopAsync()).WaitingLicence!.DocumentCode;
        var saved = await visitor.UploadAsync(step, new { }, "Input.Document", Applicant.Picture);
        Assert.Equal("/sell/apply/check", saved.Location);
        Assert.NotEqual(before, (await applicant.ShopAsync()).WaitingLicence!.DocumentCode);
        Assert.Equal("/sell", (await applicant.SubmitAsync()).Location);

        await reviewer.DecideAsync(code, "Approve");
        var shop = await applicant.ShopAsync();
        Assert.Equal(ShopState.Approved, shop.State);
        Assert.All(shop.Requests, request => Assert.False(request.IsOpen));
        Assert.Equal([ShopState.Submitted, ShopState.ChangesRequested, ShopState.Submitted, ShopState.Approved], shop.Moves.OrderBy(move => move.Id).Select(move => move.To));
        Assert.Equal(LicenceState.Accepted, Assert.Single(shop.Licences).State);
        Assert.Equal("/sell/today", (await visitor.GetAsync("/sell")).Location);
    }

    private static string? ValueOf(Answer answer, string field) => answer.Page.QuerySelector($"[name='{field}']")!.GetAttribute("value");
}
