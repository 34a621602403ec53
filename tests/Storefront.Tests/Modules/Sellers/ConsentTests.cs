using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Moderation.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Sellers;

public sealed class ConsentTests(Stalls market) : IClassFixture<Stalls>
{
    [Fact]
    public async Task Without_the_growers_consent_a_helper_does_not_sell_and_with_it_the_very_words_are_kept()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (helper, id, phone) = await market.App.SignedInAsync("zh-CN");
        Assert.Equal("/me/helping", (await helper.AcceptAsync(await market.InviteAsync(owner, shop, phone, agree: false))).Location);
        Assert.Equal("/sell", (await helper.GetAsync("/sell/orders")).Location);
        Assert.DoesNotContain(id, await MembersAsync(shop));

        var code = await market.AskAsync(helper, shop);
        var here = await helper.HelpingPathAsync(shop);
        Assert.Equal(here + "?sent=true", (await helper.SubmitAsync(await helper.GetAsync(here), form: "form[action*=Send]")).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await helper.SubmitAsync(await helper.GetAsync(here), form: "form[action*=Send]")).Status);
        var grower = (await market.App.ReadAsync(db => db.Accounts.Where(account => db.Set<ShopMember>().Any(member => member.ShopId == shop.Id && member.Role == MemberRole.Owner && member.AccountId == account.Id)).SingleAsync())).PhoneNumber!;
        var link = await market.LinkSentToAsync(grower);
        Assert.Equal("/me/consents/" + code, link);
        Assert.Equal(HttpStatusCode.NotFound, (await helper.GetAsync(link)).Status);

        var page = await owner.GetAsync(link);
        var words = page.Page.QuerySelector(".words p")!.TextContent;
        Assert.Contains("7.5% of the goods", words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.SubmitAsync(page, new { answer = "Agree", read = words + " And my house." })).Status);
        Assert.Equal("/sell", (await helper.GetAsync("/sell/orders")).Location);
        Assert.Equal(link, (await owner.SubmitAsync(page, new { answer = "Agree" })).Location);
        var kept = await market.App.ReadAsync(db => db.HelperConsents.AsNoTracking().SingleAsync(one => one.Code == code));
        Assert.Equal((words, "en", FeeKind.Percent, 750), (kept.Wording, kept.Language, kept.FeeKind, kept.FeeValue));
        Assert.Equal((ConsentWay.Phone, id), (kept.Way!.Value, kept.HelperId!.Value));
        Assert.Equal(HttpStatusCode.OK, (await helper.GetAsync("/sell/orders")).Status);

        await owner.SubmitAsync(await owner.GetAsync(link), new { answer = "Withdraw" });
        Assert.Equal("/sell", (await helper.GetAsync("/sell/orders")).Location);
        Assert.DoesNotContain(id, await MembersAsync(shop));
    }

    [Fact]
    public async Task A_signed_sheet_counts_when_a_reviewer_has_seen_it()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (helper, _, phone) = await market.App.SignedInAsync("en");
        await helper.AcceptAsync(await market.InviteAsync(owner, shop, phone, agree: false));
        var code = await market.AskAsync(helper, shop, "PerLine", "1.5");
        var here = await helper.HelpingPathAsync(shop);
        var page = await helper.GetAsync(here);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in Visitor.FieldsOf(page, null, "form[action*=Sheet]")) form.Add(new StringContent(value), name);
        form.Add(new ByteArrayContent(Applicant.Picture), "sheet", "sheet.png");
        Assert.Equal(here, (await helper.SendAsync(Visitor.ActionOf(page, "form[action*=Sheet]"), form)).Location);
        Assert.Equal("/sell", (await helper.GetAsync("/sell/orders")).Location);

        var (reviewer, _, _) = await market.App.SignedInAsync("en", "reviewer");
        var desk = await reviewer.GetAsync("/admin/consents");
        var look = desk.Page.QuerySelectorAll("a[href^='/admin/documents/']").Select(link => link.GetAttribute("href")!).Single(link => link.Contains(shop.Code, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.OK, (await reviewer.GetAsync(look)).Status);
        foreach (var nosy in new[] { helper, owner }) Assert.True((await nosy.GetAsync(look)).IsForbidden());
        Assert.True(await market.App.ReadAsync(db => db.Set<AuditEntry>().AnyAsync(entry => entry.Act == "document-seen" && entry.Subject == $"shop/{shop.Code}")));
        Assert.Equal("/admin/consents", (await reviewer.SubmitAsync(desk, new { code, accept = "true" })).Location);
        var kept = await market.App.ReadAsync(db => db.HelperConsents.AsNoTracking().SingleAsync(one => one.Code == code));
        Assert.Equal((ConsentState.Given, ConsentWay.Paper, 150), (kept.State, kept.Way!.Value, kept.FeeValue));
        Assert.Equal(HttpStatusCode.OK, (await helper.GetAsync("/sell/orders")).Status);
        Assert.Contains("signed on paper", (await owner.GetAsync("/me/consents/" + code)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_one_helper_of_a_shop_is_paid()
    {
        var stall = await market.OpenShopAsync();
        await market.HelperAsync(stall);
        var page = await stall.Owner.SubmitAsync(await stall.Owner.GetAsync("/sell/members/invite"), new { Input__Phone = People.NewPhone(), Input__Role = "Helper", Input__Fee = "PerLine", Input__Amount = "1" });
        var refused = await stall.Owner.SubmitAsync(page);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("already pays another helper", refused.Text, StringComparison.Ordinal);
        await market.InviteAsync(stall.Owner, stall.Shop, People.NewPhone(), fee: "None", amount: "");
    }

    private Task<IReadOnlyList<long>> MembersAsync(Shop shop) => market.App.RunAsync<IShops, IReadOnlyList<long>>(shops => shops.MembersAsync(shop.Id, default));
}
