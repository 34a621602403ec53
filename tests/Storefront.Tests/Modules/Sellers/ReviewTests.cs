using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Moderation.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Sellers;

public sealed class ReviewTests(StoreFixture fixture) : IClassFixture<StoreFixture>
{
    private StoreApp App => fixture.App;

    [Theory]
    [InlineData("/admin")]
    [InlineData("/admin/shops")]
    [InlineData("/admin/shops/nothing000")]
    [InlineData("/admin/documents/nothing000/nothing")]
    public async Task Only_admins_come_in(string path)
    {
        Assert.Contains("/sign-in", (await App.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
        var (buyer, _, _) = await App.SignedInAsync();
        Assert.True((await buyer.GetAsync(path)).IsForbidden());
    }

    [Fact]
    public async Task A_moderator_reads_and_does_not_decide()
    {
        var applicant = await (await Applicant.NewAsync(App)).ApplyAsync();
        var (code, document) = (await applicant.CodeAsync(), (await applicant.ShopAsync()).Licences[0].DocumentCode);
        var (moderator, _, _) = await App.SignedInAsync("en", "moderator");
        var page = await moderator.GetAsync($"/admin/shops/{code}");
        Assert.Null(page.Page.QuerySelector("main form[method=post]"));
        Assert.DoesNotContain(document!, page.Text, StringComparison.Ordinal);
        Assert.True((await moderator.GetAsync($"/admin/documents/{code}/{document}")).IsForbidden());
        var (reviewer, _, _) = await App.SignedInAsync("en", "reviewer");
        var fields = Visitor.FieldsOf(await reviewer.GetAsync($"/admin/shops/{code}"), new { Input__Act = "Approve" }, "main form[method=post]");
        await moderator.PostAsync($"/admin/shops/{code}", fields);
        Assert.Equal(ShopState.Submitted, await applicant.StateAsync());
    }

    [Fact]
    public async Task Each_look_at_a_paper_is_logged_and_nobody_else_sees_it()
    {
        var applicant = await (await Applicant.NewAsync(App)).ApplyAsync();
        var other = await (await Applicant.NewAsync(App)).ApplyAsync();
        var (code, document) = (await applicant.CodeAsync(), (await applicant.ShopAsync()).Licences[0].DocumentCode);
        var path = $"/admin/documents/{code}/{document}";
        Assert.Contains("/sign-in", (await App.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
        Assert.True((await other.Visitor.GetAsync(path)).IsForbidden());
        Assert.True((await applicant.Visitor.GetAsync(path)).IsForbidden());

        var (reviewer, id, _) = await App.SignedInAsync("en", "reviewer");
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync($"/admin/documents/{await other.CodeAsync()}/{document}")).Status);
        Assert.Empty(await LooksAsync(code));
        for (var look = 1; look <= 2; look++)
        {
            var answer = await reviewer.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, answer.Status);
            Assert.Equal("no-store", answer.Raw.Headers.CacheControl!.ToString());
            Assert.Equal("nosniff", answer.Raw.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("sandbox", answer.Raw.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.StartsWith("image/", answer.Raw.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
            Assert.Equal(Enumerable.Repeat<long?>(id, look), await LooksAsync(code));
        }
    }

    [Fact]
    public async Task Words_are_asked_for_and_kept()
    {
        var applicant = await (await Applicant.NewAsync(App)).ApplyAsync();
        var (reviewer, _, _) = await App.SignedInAsync("en", "reviewer");
        var code = await applicant.CodeAsync();
        var silent = await reviewer.DecideAsync(code, "Reject");
        Assert.Equal(HttpStatusCode.BadRequest, silent.Status);
        Assert.Contains("Say why", silent.Text, StringComparison.Ordinal);
        var fieldless = await reviewer.DecideAsync(code, "Ask", "Please take it again");
        Assert.Equal(HttpStatusCode.BadRequest, fieldless.Status);
        Assert.Contains("Please take it again", fieldless.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await reviewer.GetAsync("/admin/shops/nothing000")).Status);
        Assert.Equal($"/admin/shops/{code}", (await reviewer.DecideAsync(code, "Reject", "Not a farm")).Location);
        var start = await applicant.Visitor.GetAsync("/sell");
        Assert.Contains("Not a farm", start.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await applicant.Visitor.GetAsync("/sell/apply/shop")).Status);
    }

    [Fact]
    public async Task Of_two_reviewers_the_second_is_told_politely()
    {
        var applicant = await (await Applicant.NewAsync(App)).ApplyAsync();
        var code = await applicant.CodeAsync();
        var (first, _, _) = await App.SignedInAsync("en", "reviewer");
        var (second, _, _) = await App.SignedInAsync("en", "reviewer");
        var (firstPage, secondPage) = (await first.GetAsync($"/admin/shops/{code}"), await second.GetAsync($"/admin/shops/{code}"));
        var answers = await Task.WhenAll(
            first.SubmitAsync(firstPage, new { Input__Act = "Approve" }),
            second.SubmitAsync(secondPage, new { Input__Act = "Reject", Input__Words = "No" }));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Found);
        var late = Assert.Single(answers, answer => answer.Status == HttpStatusCode.BadRequest);
        Assert.Contains("Somebody else has just decided", late.Text, StringComparison.Ordinal);
        Assert.Single((await applicant.ShopAsync()).Moves, move => move.From == ShopState.Submitted);
    }

    [Fact]
    public async Task Nobody_decides_on_what_has_changed_since()
    {
        var applicant = await (await Applicant.NewAsync(App)).ApplyAsync();
        var code = await applicant.CodeAsync();
        var (reviewer, _, _) = await App.SignedInAsync("en", "reviewer");
        var stale = await reviewer.GetAsync($"/admin/shops/{code}");
        await reviewer.DecideAsync(code, "Ask", "Which village?", "village");
        await applicant.PlaceAsync();
        await applicant.SubmitAsync();
        Assert.Equal(HttpStatusCode.BadRequest, (await reviewer.SubmitAsync(stale, new { Input__Act = "Approve" })).Status);
        Assert.Equal(ShopState.Submitted, await applicant.StateAsync());
    }

    [Fact]
    public async Task Nobody_decides_on_their_own_shop()
    {
        var (reviewer, id, phone) = await App.SignedInAsync("en", "reviewer");
        var own = await new Applicant(App, reviewer, id, phone).ApplyAsync();
        var answer = await reviewer.DecideAsync(await own.CodeAsync(), "Approve");
        Assert.Contains("This is your own shop", answer.Text, StringComparison.Ordinal);
        Assert.Equal(ShopState.Submitted, await own.StateAsync());
    }

    [Fact]
    public async Task Shops_are_found_by_state_and_beginning()
    {
        var applicant = await (await Applicant.NewAsync(App)).ApplyAsync();
        var (reviewer, _, _) = await App.SignedInAsync("en", "reviewer");
        Assert.Contains(applicant.Name, (await reviewer.GetAsync($"/admin/shops?state=Submitted&q={Uri.EscapeDataString(applicant.Name)}")).Text, StringComparison.Ordinal);
        Assert.NotNull((await reviewer.GetAsync("/admin/shops?state=Submitted&q=100%25")).Page.QuerySelector(".empty"));
        Assert.DoesNotContain($"{applicant.Name}</strong>", (await reviewer.GetAsync($"/admin/shops?state=Closed&q={Uri.EscapeDataString(applicant.Name)}")).Text, StringComparison.Ordinal);
    }

    private Task<List<long?>> LooksAsync(string shop) => App.ReadAsync(db =>
        db.Set<AuditEntry>().Where(entry => entry.Act == "document-seen" && entry.Subject == $"shop/{shop}").Select(entry => entry.ActorId).ToListAsync());
}
