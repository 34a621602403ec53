using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Sellers;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Sellers;

public sealed class InvitationTests(Stalls market) : IClassFixture<Stalls>
{
    [Fact]
    public async Task Only_the_invited_number_gets_in_and_only_once()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (wife, id, phone) = await market.App.SignedInAsync("en");
        var link = await market.InviteAsync(owner, shop, phone, "Family");
        var guest = market.App.NewVisitor("en");
        Assert.Contains($"/sign-in?ReturnUrl={Uri.EscapeDataString(link)}", (await guest.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Null((await guest.GetAsync(link)).Page.QuerySelector("form [name=accept]"));
        var (other, _, _) = await market.App.SignedInAsync("en");
        Assert.Contains("This invitation is for 139****", (await other.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.True((await other.PostAsync(link, [.. Visitor.FieldsOf(await other.GetAsync("/me/profile"), null, "main form[method=post]"), new("accept", "true")])).IsForbidden());

        Assert.Equal("/sell", (await wife.AcceptAsync(link)).Location);
        Assert.Equal(HttpStatusCode.OK, (await wife.GetAsync("/sell/orders")).Status);
        Assert.Contains(id, await MembersAsync(shop));
        Assert.Contains("This invitation is over", (await wife.GetAsync(link)).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await wife.GetAsync("/join/" + new string('0', 26))).Status);
        Assert.DoesNotContain(link.Split('/')[^1], await HashesAsync(), StringComparer.Ordinal);
        var acts = await market.App.ReadAsync(db => db.Set<Storefront.Modules.Moderation.Model.AuditEntry>().Where(entry => entry.Subject == $"shop/{shop.Code}").Select(entry => entry.Act).ToListAsync());
        Assert.Equal(["member-invited", "member-joined"], acts);
    }

    [Fact]
    public async Task An_invitation_ends_by_time_by_the_owner_or_by_a_no()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (friend, _, phone) = await market.App.SignedInAsync("en");
        var late = await market.InviteAsync(owner, shop, phone);
        var page = await friend.GetAsync(late);
        var shown = await owner.GetAsync("/sell/members");
        Assert.Equal("/sell/members", (await owner.SubmitAsync(shown, form: "form[action*=Withdraw]")).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await friend.SubmitAsync(page, new { accept = "true" })).Status);

        var refused = await market.InviteAsync(owner, shop, phone);
        await friend.AcceptAsync(refused, accept: false);
        Assert.Contains("You did not accept", (await friend.GetAsync(refused)).Text, StringComparison.Ordinal);

        var old = await market.InviteAsync(owner, shop, phone);
        page = await friend.GetAsync(old);
        await market.App.WriteAsync(db => db.Invitations.Where(one => one.ShopId == shop.Id).ExecuteUpdateAsync(set => set.SetProperty(one => one.InvitedAt, one => one.InvitedAt.AddDays(-7))));
        Assert.Equal(HttpStatusCode.BadRequest, (await friend.SubmitAsync(page, new { accept = "true" })).Status);
        Assert.Single(await MembersAsync(shop));
    }

    [Fact]
    public async Task The_answer_is_the_same_for_a_number_that_nobody_has_and_nobody_is_pestered()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (_, known) = await market.App.NewPersonAsync();
        foreach (var phone in new[] { known, People.NewPhone() })
        {
            await market.InviteAsync(owner, shop, phone);
            Assert.Single(await market.App.SentToAsync(phone));
        }
        for (var more = 1; more < InviteMember.APhone; more++) await market.InviteAsync(owner, shop, known, "Family");
        var refused = await owner.SubmitAsync(await owner.GetAsync("/sell/members/invite"), new { Input__Phone = known, Input__Role = "Family" });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("Too many invitations today", refused.Text, StringComparison.Ordinal);
        Assert.Equal(InviteMember.APhone, (await market.App.SentToAsync(known)).Count);
    }

    [Fact]
    public async Task What_was_typed_stays_and_the_page_says_what_is_wrong()
    {
        var (owner, _) = await market.OpenShopAsync();
        var wrong = await owner.SubmitAsync(await owner.GetAsync("/sell/members/invite"), new { Input__Phone = "12345", Input__Role = "Helper", Input__Fee = "Percent", Input__Amount = "51" });
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal(("12345", "51"), (wrong.Page.QuerySelector("[name='Input.Phone']")!.GetAttribute("value"), wrong.Page.QuerySelector("[name='Input.Amount']")!.GetAttribute("value")));
        foreach (var why in new[] { "Enter a mobile number", "from 0.01 to 50" }) Assert.Contains(why, wrong.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_helper_who_is_removed_is_out_at_once_and_one_who_leaves_too()
    {
        var stall = await market.OpenShopAsync();
        var (removed, _, _) = await market.HelperAsync(stall);
        var open = await removed.GetAsync("/sell/products/new");
        Assert.Equal(HttpStatusCode.OK, open.Status);
        await ChangeAsync(stall.Owner, stall.Shop, "Remove", MemberRole.Helper);
        Assert.Equal("/sell", (await removed.GetAsync("/sell/orders")).Location);
        Assert.True((await removed.SubmitAsync(open)).IsForbidden());
        Assert.Empty((await removed.GetAsync("/me/helping")).Page.QuerySelectorAll("a[href^='/me/helping/']"));

        var (leaver, _, _) = await market.HelperAsync(stall);
        await leaver.SubmitAsync(await leaver.GetAsync(await leaver.HelpingPathAsync(stall.Shop)), form: "form[action*=Leave]");
        Assert.Equal("/sell", (await leaver.GetAsync("/sell/orders")).Location);
        Assert.False(await market.App.ReadAsync(db => db.HelperConsents.AnyAsync(one => one.ShopId == stall.Shop.Id && one.Until == null)));
    }

    [Fact]
    public async Task The_last_owner_stays_and_nobody_else_changes_roles()
    {
        var (owner, shop) = await market.OpenShopAsync();
        Assert.Contains("A shop needs an owner", (await ChangeAsync(owner, shop, "Remove", MemberRole.Owner)).Text, StringComparison.Ordinal);
        var (son, id, phone) = await market.App.SignedInAsync("en");
        await son.AcceptAsync(await market.InviteAsync(owner, shop, phone, "Family"));
        var fields = Visitor.FieldsOf(await son.GetAsync("/sell/members"), null, "main form[action*=Remove]");
        fields.RemoveAll(field => field.Key == "member");
        fields.Add(new("member", await CodeAsync(shop, MemberRole.Owner)));
        Assert.True((await son.PostAsync("/sell/members?handler=Remove", fields)).IsForbidden());

        await ChangeAsync(owner, shop, "Role", MemberRole.Family, "Owner");
        var after = await market.App.ReadAsync(db => db.ShopMembers.AsNoTracking().SingleAsync(one => one.ShopId == shop.Id && one.AccountId == id));
        Assert.Equal((MemberRole.Owner, true), (after.Role, after.RoleChangedAt is not null));
        Assert.Equal("/me", (await owner.SubmitAsync(await owner.GetAsync("/sell/members"), form: "form[action*=Remove]")).Location);
        Assert.Equal([id], await MembersAsync(shop));
    }

    [Fact]
    public async Task Of_two_who_tap_at_once_one_comes_in_once()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (friend, id, phone) = await market.App.SignedInAsync("en");
        var (helper, family) = (await market.InviteAsync(owner, shop, phone), await market.App.RunAsync<InviteMember, string>(async invite =>
        {
            var key = Storefront.Shared.Code.NewSecret();
            await market.App.WriteAsync(async db => db.Add(new Invitation(shop.Id, phone, MemberRole.Family, key, new((await db.ShopMembers.FirstAsync(one => one.ShopId == shop.Id)).AccountId, market.App.Clock.GetUtcNow().UtcDateTime))));
            return $"/join/{key}";
        }));
        var pages = await Task.WhenAll(new[] { helper, helper, family, family }.Select(link => friend.GetAsync(link)));
        var answers = await Task.WhenAll(pages.Select(page => friend.SubmitAsync(page, new { accept = "true" })));
        Assert.All(answers, answer => Assert.True((int)answer.Status < 500, answer.Text));
        Assert.Equal(2, (await MembersAsync(shop)).Count);
        Assert.Equal(1, await market.App.ReadAsync(db => db.ShopMembers.CountAsync(one => one.ShopId == shop.Id && one.AccountId == id)));
    }

    [Fact]
    public async Task Nobody_writes_an_address_into_our_messages_by_a_name()
    {
        var (owner, shop) = await market.OpenShopAsync();
        await owner.SubmitAsync(await owner.GetAsync("/me/profile"), new { Input__Name = "赢大奖 http://evil.example/x?y=1" });
        var phone = People.NewPhone();
        await market.InviteAsync(owner, shop, phone);
        var message = Assert.Single(await market.App.SentToAsync(phone));
        Assert.Contains("赢大奖", message, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", message, StringComparison.Ordinal);
        Assert.Single(message.Split("://")[1..]);
    }

    [Fact]
    public async Task Who_is_no_owner_any_more_brings_nobody_in()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (other, _, phone) = await market.App.SignedInAsync("en");
        await other.AcceptAsync(await market.InviteAsync(owner, shop, phone, "Family"));
        await ChangeAsync(owner, shop, "Role", MemberRole.Family, "Owner");
        var (accomplice, id, number) = await market.App.SignedInAsync("en");
        var link = await market.InviteAsync(other, shop, number, "Family");
        var page = await accomplice.GetAsync(link);
        var code = await market.App.ReadAsync(db => db.ShopMembers.Where(one => one.ShopId == shop.Id).OrderByDescending(one => one.Id).Select(one => one.Code).FirstAsync());
        await owner.SubmitAsync(await owner.GetAsync($"/sell/members?shop={shop.Code}"), new { member = code }, "form[action*=Remove]");
        Assert.Equal(HttpStatusCode.BadRequest, (await accomplice.SubmitAsync(page, new { accept = "true" })).Status);
        Assert.DoesNotContain(id, await MembersAsync(shop));
    }

    private async Task<Answer> ChangeAsync(Visitor owner, Shop shop, string handler, MemberRole of, string role = "")
    {
        var page = await owner.GetAsync($"/sell/members?shop={shop.Code}");
        return await owner.SubmitAsync(page, new { member = await CodeAsync(shop, of), role }, $"form[action*={handler}]");
    }

    private Task<string> CodeAsync(Shop shop, MemberRole role) => market.App.ReadAsync(db => db.ShopMembers.Where(one => one.ShopId == shop.Id && one.Role == role).Select(one => one.Code).FirstAsync());

    private Task<List<string>> HashesAsync() => market.App.ReadAsync(db => db.Invitations.Select(one => one.KeyHash).ToListAsync());

    private Task<IReadOnlyList<long>> MembersAsync(Shop shop) => market.App.RunAsync<IShops, IReadOnlyList<long>>(shops => shops.MembersAsync(shop.Id, default));
}
