using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Media.Model;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Shipping.Contracts;
using Storefront.Shared;
using Storefront.Tests.Modules.Accounts.Passkeys;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Modules.Payments;
using Storefront.Tests.Modules.Sellers;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>Being forgotten: nothing in the database says afterwards who it was, and nothing that others need is gone.</summary>
public sealed class EraseTests(Stalls market) : IClassFixture<Stalls>
{
    private const string Path = "/me/account/erase";

    [Fact]
    public async Task Nothing_in_the_database_says_who_it_was()
    {
        var me = await Someone.SignUpAsync(market.App);
        var seller = await market.OpenShopAsync();
        var kept = await LiveAsync(me, seller);
        var picture = await market.App.ReadAsync(db => db.PayerProofs.Where(proof => proof.Note == me.Note).Select(proof => proof.Picture).SingleAsync());
        var member = await market.App.ReadAsync(db => db.ShopMembers.CountAsync(one => one.AccountId == me.Id));
        var papers = await market.App.ReadAsync(db => db.Set<Document>().Where(paper => paper.AccountId == me.Id).ToListAsync());
        Assert.Equal((2, 2), (member, papers.Count));
        var before = await market.App.FindAsync(me.Texts);
        Assert.Equal(PersonalColumns.Named, before.Select(found => found.Split(':')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
        var book = await BookAsync();

        var done = await EraseAsync(me);
        Assert.Equal("/me?erased=true", done.Location);
        Assert.Contains("your data is gone", (await me.Visitor.FollowAsync(done)).Text, StringComparison.Ordinal);
        await market.App.SettleAsync();

        Assert.Empty(await market.App.FindAsync(me.Texts));
        Assert.Equal(book, await BookAsync());
        foreach (var paper in papers.Select(paper => paper.Code).Append(picture)) Assert.False(File.Exists(System.IO.Path.Combine(market.App.Services.GetRequiredService<DataFolder>().Path, "media/documents", paper[..2], paper)));
        Assert.False(await market.App.ReadAsync(db => db.Set<Document>().AnyAsync(paper => paper.AccountId == me.Id || paper.Code == picture)));
        var after = await market.App.ReadAsync(db => db.Orders.AsNoTracking().Include(order => order.Lines).SingleAsync(order => order.Number == kept.Number));
        Assert.Equal((kept.Total, kept.State, Address.Nameless), (after.Total, after.State, after.Address.Name));
        Assert.Equal(kept.Lines.Select(line => line.Sum), after.Lines.Select(line => line.Sum));
        Assert.Equal(HttpStatusCode.OK, (await seller.Owner.GetAsync($"/sell/orders/{kept.Number}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await market.App.NewVisitor().GetAsync($"/orders/{kept.Code}")).Status);
        await AssertOutAsync(me);
    }

    [Fact]
    public async Task The_file_tells_all_of_it()
    {
        var me = await Someone.SignUpAsync(market.App);
        var order = await LiveAsync(me, await market.OpenShopAsync());
        var file = (await me.Visitor.SubmitAsync(await me.Visitor.GetAsync("/me/account"), form: "form[action$=export]")).Text;
        foreach (var text in me.Texts.Append(order.Number).Append(order.Total.ToString()).Append("冬蜜").Append("refunded").Append("holder").Append(me.Note)) Assert.Contains(text, file, StringComparison.Ordinal);
        foreach (var secret in new[] { order.Code, order.CheckoutCode }) Assert.DoesNotContain(secret, file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_on_its_way_keeps_its_buyer()
    {
        var me = await Someone.SignUpAsync(market.App);
        var (_, shop) = await market.OpenShopAsync();
        var variant = await market.OfferAsync(shop, 9);
        await Stalls.AddAsync(me.Visitor, variant);
        var (attempt, checkout) = await market.PlaceAsync(me.Visitor);
        Assert.Contains("/me/orders", await FirstAsync(me.Visitor));
        await market.PayAsync(attempt);
        Assert.Contains("/me/orders", await FirstAsync(me.Visitor));
        await me.Visitor.SubmitAsync(await me.Visitor.GetAsync($"/orders/{Assert.Single(await market.OrdersAsync(checkout)).Code}"), form: "form[action*=Cancel]");
        await market.App.DeliverAsync();
        Assert.Contains("refund is on its way", (await me.Visitor.GetAsync(Path)).Text, StringComparison.Ordinal);
        await market.RefundedAsync(checkout);
        Assert.Empty(await FirstAsync(me.Visitor));
    }

    [Fact]
    public async Task A_form_kept_from_before_is_refused_as_well()
    {
        var me = await Someone.SignUpAsync(market.App);
        var page = await me.Visitor.GetAsync(Path);
        await Stalls.AddAsync(me.Visitor, await market.OfferAsync(9));
        await market.PlaceAsync(me.Visitor);
        var refused = await me.Visitor.SubmitAsync(page, new { Input__Sure = "true", Proof__Password = Someone.Password });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("cancel it, or wait", refused.Text, StringComparison.Ordinal);
        Assert.Null((await AccountAsync(me)).ErasedAt);
    }

    [Fact]
    public async Task The_only_owner_of_a_shop_stays_until_it_is_closed_empty_and_paid_out()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var order = await market.SoldAsync(market.App.NewVisitor(), await market.OfferAsync(shop, 9));
        await market.App.DeliverAsync();
        Assert.Equal(["/sell/me", "/sell/money", "/sell/orders"], await FirstAsync(owner));
        await market.App.WriteAsync(async db =>
        {
            var sold = await db.Orders.SingleAsync(one => one.Id == order.Id);
            sold.Cancel(new(Mover.Timer), order.MovedAt, reason: null);
            (await db.Shops.SingleAsync(one => one.Id == shop.Id)).Close(new(1, order.MovedAt), "end of the season");
        });
        Assert.Equal(["/sell/money"], await FirstAsync(owner));
        await market.App.WriteAsync(db => Task.FromResult(db.Add(new Journal { Key = Code.NewSecret(), Kind = JournalKind.Cancellation, At = order.MovedAt, Reason = "test", ShopId = shop.Id }
            .With((LedgerAccount.SellerPayable, new Money(1)), (LedgerAccount.GatewayClearing, new Money(-1))))));
        Assert.Equal(["/sell/money"], await FirstAsync(owner));
        var owed = -await market.App.ReadAsync(db => db.LedgerEntries.Where(entry => entry.Account == LedgerAccount.SellerPayable && entry.ShopId == shop.Id).SumAsync(entry => entry.Amount.Fen));
        await market.App.WriteAsync(db => Task.FromResult(db.Add(new Journal { Key = Code.NewSecret(), Kind = JournalKind.Cancellation, At = order.MovedAt, Reason = "test", ShopId = shop.Id }
            .With((LedgerAccount.SellerPayable, new Money(owed)), (LedgerAccount.GatewayClearing, new Money(-owed))))));
        Assert.Empty(await FirstAsync(owner));

        Assert.NotNull((await owner.SubmitAsync(await owner.GetAsync(Path), new { Input__Sure = "true", Proof__Password = People.Password })).Location);
        var left = await market.App.ReadAsync(db => db.Shops.AsNoTracking().Include(one => one.Members).SingleAsync(one => one.Id == shop.Id));
        Assert.Equal((shop.Name, ShopState.Closed, "", 0), (left.Name, left.State, left.Story, left.Members.Count));
    }

    [Fact]
    public async Task Whoever_shares_a_shop_may_leave_it()
    {
        var (owner, shop) = await market.OpenShopAsync();
        var (_, second) = await market.App.NewPersonAsync();
        var other = await market.App.ReadAsync(db => db.Accounts.Where(account => account.PhoneNumber == second).Select(account => account.Id).SingleAsync());
        await market.App.WriteAsync(async db => (await db.Shops.Include(one => one.Members).SingleAsync(one => one.Id == shop.Id)).Members.Add(new(other, MemberRole.Owner, new(other, DateTime.UnixEpoch))));
        Assert.Empty(await FirstAsync(owner));
        await owner.SubmitAsync(await owner.GetAsync(Path), new { Input__Sure = "true", Proof__Password = People.Password });
        Assert.Equal([other], await market.App.RunAsync<IShops, IReadOnlyList<long>>(shops => shops.MembersAsync(shop.Id, default)));
        Assert.Equal(shop.Story, (await market.App.RunAsync<IShops, ShopCard?>(shops => shops.FindAsync(shop.Code, default)))!.Story);
    }

    [Fact]
    public async Task It_asks_twice_and_keeps_what_was_ticked()
    {
        var me = await Someone.SignUpAsync(market.App);
        foreach (var (sure, password, why) in new[] { ("false", Someone.Password, "Tick this"), ("true", "not it at all", "The password is wrong"), ("true", "", "Enter your password or a code") })
        {
            var refused = await me.Visitor.SubmitAsync(await me.Visitor.GetAsync(Path), new { Input__Sure = sure, Proof__Password = password });
            Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
            Assert.Contains(why, refused.Text, StringComparison.Ordinal);
            Assert.Equal(sure == "true", refused.Page.QuerySelector("[type=checkbox]")!.HasAttribute("checked"));
        }
        Assert.Equal(me.Name, (await AccountAsync(me)).Name);
    }

    [Fact]
    public async Task The_last_admin_stays()
    {
        await using var app = await StoreApp.StartAsync();
        var (admin, _, _) = await app.SignedInAsync("en", Policies.AdminRole);
        Assert.Contains("/admin", await FirstAsync(admin));
        await app.NewPersonAsync(Policies.AdminRole);
        Assert.Empty(await FirstAsync(admin));
    }

    [Fact]
    public async Task An_erased_account_is_never_opened_again()
    {
        var me = await Someone.SignUpAsync(market.App);
        await EraseAsync(me);
        var code = (await AccountAsync(me)).UserName;
        var (admin, _, _) = await market.App.SignedInAsync("en", Policies.AdminRole);
        var page = await admin.GetAsync("/admin/accounts/" + code);
        Assert.Contains("Erased by its person", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("main form"));
    }

    /// <summary>Bought and received, bought and given back, an address, a cart, an application, work in another's shop. Returns the order received.</summary>
    private async Task<Order> LiveAsync(Someone me, (Visitor Owner, Shop Shop) seller)
    {
        var variant = await market.OfferAsync(seller.Shop, 9);
        var kept = await BuyAsync(me, variant);
        await seller.Owner.SubmitAsync(await seller.Owner.GetAsync($"/sell/orders/{kept.Number}"), new { Parcel__Carrier = "yuantong", Parcel__Waybill = "YT1234567890123" }, "form[action*=Ship]");
        await me.Visitor.SubmitAsync(await me.Visitor.GetAsync($"/orders/{kept.Code}"), form: "form[action*=Received]");
        var back = await BuyAsync(me, variant);
        await seller.Owner.SubmitAsync(await seller.Owner.GetAsync($"/sell/orders/{back.Number}"), new { Why__Reason = $"{me.Name} rang and asked" }, "form[action*=Cancel]");
        await market.RefundedAsync(back.CheckoutCode);
        await Stalls.AddAsync(me.Visitor, variant);
        await ApplyAsync(me);
        await me.Visitor.AcceptAsync(await market.InviteAsync(seller.Owner, seller.Shop, me.Phone, agree: false));
        await market.AskAsync(me.Visitor, seller.Shop);
        await me.Visitor.SubmitAsync(await me.Visitor.GetAsync("/me/fees/account"), new { Input__Kind = "Bank", Input__Holder = me.Name, Input__Number = "6222021234567890" });
        await market.App.ShowTransferAsync(kept.CheckoutCode, me.Note);
        (await market.App.AddPasskeyAsync(me.Visitor, Someone.Password)).Dispose();
        var passkey = (await me.Visitor.GetAsync(PasskeySteps.List)).Page.QuerySelector("main li a")!.GetAttribute("href")!;
        await me.Visitor.SubmitAsync(await me.Visitor.GetAsync(passkey), new { Input__Name = $"Phone of {me.Name}" });
        await market.App.SettleAsync();
        return Assert.Single(await market.OrdersAsync(kept.CheckoutCode));
    }

    private async Task<Order> BuyAsync(Someone me, string variant)
    {
        await Stalls.AddAsync(me.Visitor, variant);
        var fields = Visitor.FieldsOf(await Stalls.FillInAsync(me.Visitor), new { Input__Name = me.Name, Input__Phone = me.Phone, Input__Street = me.Street, Input__Note = $"ring {me.Name}", Input__Remember = "true" }, "main form");
        var placed = await me.Visitor.PostAsync("/checkout", fields);
        Assert.True(placed.Location?.StartsWith("/pay/", StringComparison.Ordinal) == true, placed.Text);
        var attempt = placed.Location!["/pay/".Length..];
        await market.PayAsync(attempt);
        return await market.App.ReadAsync(db => db.Orders.AsNoTracking().Include(order => order.Lines).Where(order => order.BuyerId == me.Id).OrderByDescending(order => order.Id).FirstAsync());
    }

    /// <summary>An application with two papers, of which the first was replaced, and a reviewer's question.</summary>
    private async Task ApplyAsync(Someone me)
    {
        var applicant = new Applicant(market.App, me.Visitor, me.Id, me.Phone);
        await applicant.DescribeAsync();
        await applicant.PlaceAsync();
        await applicant.LicenceAsync();
        await applicant.LicenceAsync();
        await applicant.PayoutAsync();
        await market.App.WriteAsync(async db =>
        {
            var now = market.App.Clock.GetUtcNow().UtcDateTime;
            var shop = await db.Shops.Include(shop => shop.Payout).Include(shop => shop.Licences).SingleAsync(shop => shop.Members.Any(member => member.AccountId == me.Id && member.Role == MemberRole.Owner));
            shop.Describe(me.Name, $"The story of {me.Name}", photoCode: null);
            shop.Settle("331124", "浙江 松阳", me.Street);
            shop.Payout!.Rename(me.Name);
            var paper = shop.Licences[0];
            paper.Correct(new(paper.Kind, paper.Number, me.Name, paper.DocumentCode, paper.ExpiresOn, [.. paper.Categories]), now);
            shop.Submit(new(me.Id, now));
            shop.AskForChange(new(1, now), "story", $"Who is {me.Name}?");
        });
    }

    private static async Task<IReadOnlyList<string>> FirstAsync(Visitor visitor)
    {
        var page = await visitor.GetAsync(Path);
        var links = page.Page.QuerySelectorAll("main .notice.bad a").Select(link => link.GetAttribute("href")!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(links.Count == 0, page.Page.QuerySelector("main form") is not null);
        return links;
    }

    private static async Task<Answer> EraseAsync(Someone me) => await me.Visitor.SubmitAsync(await me.Visitor.GetAsync(Path), new { Input__Sure = "true", Proof__Password = Someone.Password });

    private Task<Account> AccountAsync(Someone me) => market.App.ReadAsync(db => db.Accounts.AsNoTracking().SingleAsync(account => account.Id == me.Id));

    private Task<string> BookAsync() => market.App.ReadAsync(async db => string.Join('\n', await db.LedgerEntries.AsNoTracking().OrderBy(entry => entry.Id)
        .Select(entry => entry.JournalId + " " + entry.Account + " " + entry.ShopId + " " + entry.OrderCode + " " + entry.Amount.Fen).ToListAsync()));

    private async Task AssertOutAsync(Someone me)
    {
        Assert.Contains("/sign-in", (await me.Visitor.GetAsync("/me/account")).Location, StringComparison.Ordinal);
        var visitor = market.App.NewVisitor("en");
        var refused = await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/password"), new { Input__Login = me.Email, Input__Password = Someone.Password });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.False(await market.App.ReadAsync(db => db.Sessions.AnyAsync(session => session.AccountId == me.Id)));
    }
}
