using System.Net;
using Storefront.Data;
using Storefront.Modules.Notifications;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Notifications;

/// <summary>Notices on the Me page, and the page that shows what Development would have sent.</summary>
public sealed class NoticesTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private const string Path = "/me/notices";
    private const string Key = "site.problem.id";

    [Fact]
    public async Task A_guest_is_sent_to_sign_in() => Assert.Equal(HttpStatusCode.Redirect, (await shop.App.NewVisitor().GetAsync(Path)).Status);

    [Fact]
    public async Task Nobody_sees_anothers_notices()
    {
        var (reader, id, _) = await shop.App.SignedInAsync("en");
        var (other, _, _) = await shop.App.SignedInAsync("en");
        await TellAsync(id, "7788", "/cart");
        Assert.Contains("Problem number 7788", (await reader.GetAsync(Path)).Text, StringComparison.Ordinal);
        var theirs = await other.GetAsync(Path);
        Assert.DoesNotContain("7788", theirs.Text, StringComparison.Ordinal);
        Assert.NotNull(theirs.Page.QuerySelector(".empty"));
    }

    [Fact]
    public async Task A_notice_is_read_in_the_readers_language_as_text_and_opens_its_path()
    {
        var (reader, id, _) = await shop.App.SignedInAsync("zh-CN");
        await TellAsync(id, "<b>x</b>", "/cart");
        var page = await reader.GetAsync(Path);
        var link = page.Page.QuerySelector("main li a")!;
        Assert.Equal("/cart", link.GetAttribute("href"));
        Assert.Contains("问题编号 <b>x</b>", link.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_ones_are_counted_on_the_Me_page_until_they_are_marked_as_read()
    {
        var (reader, id, _) = await shop.App.SignedInAsync("en");
        var (_, otherId, _) = await shop.App.SignedInAsync();
        await TellAsync(otherId, "1", "/");
        await TellAsync(id, "2", "/");
        await TellAsync(id, "3", "/");
        Assert.Equal("2", (await reader.GetAsync("/me")).Page.QuerySelector("main .badge")!.TextContent);
        Assert.Equal(Path, (await reader.SubmitAsync(await reader.GetAsync(Path))).Location);
        Assert.Null((await reader.GetAsync("/me")).Page.QuerySelector("main .badge"));
        Assert.Null((await reader.GetAsync(Path)).Page.QuerySelector("main .badge"));
        Assert.Equal(1, await shop.App.RunAsync<INotices, int>(notices => notices.CountUnseenAsync(otherId, default)));
    }

    [Fact]
    public async Task Many_come_in_pages_newest_first()
    {
        var (reader, id, _) = await shop.App.SignedInAsync("en");
        for (var each = 1; each <= 21; each++) await TellAsync(id, $"n{each}", "/");
        var first = await reader.GetAsync(Path);
        Assert.Equal(20, first.Page.QuerySelectorAll("main li a").Length);
        Assert.Contains("n21", first.Page.QuerySelector("main li a")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("n1", Assert.Single((await reader.GetAsync(Path + "?page=2")).Page.QuerySelectorAll("main .list-item a")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Development_shows_what_it_would_have_sent()
    {
        var sent = await shop.App.RunAsync<IMessages, bool>(messages => messages.SendAsync(CodeTarget.Phone, "13911112222", "Hello <there>", default));
        Assert.True(sent);
        var page = await shop.App.NewVisitor().GetAsync("/dev/messages");
        Assert.Contains("Hello <there>", page.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("main there"));
    }

    private Task<bool> TellAsync(long id, string argument, string path) => shop.App.RunAsync<StoreDb, bool>(async db =>
    {
        new NoticesDesk(db, shop.App.Clock).Stage(id, Key, [argument], path);
        await db.SaveChangesAsync();
        return true;
    });
}
