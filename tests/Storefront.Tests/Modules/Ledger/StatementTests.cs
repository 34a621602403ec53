using System.Net;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Ledger;

public sealed class StatementTests(Books books) : IClassFixture<Books>
{
    [Fact]
    public async Task A_seller_reads_what_adds_up_line_by_line()
    {
        var (owner, shop) = await books.OpenShopAsync();
        var (first, second) = (await books.SellAsync(shop.Id, (10_000, 1_200, "honey")), await books.SellAsync(shop.Id, (20_000, 0, "tea"), (100, 0, "tea")));
        var foreign = await books.SellAsync(77_000, (5_000, 0, "honey"));
        await books.ReleaseAsync(first);
        await books.RefundAsync(second, "some", new BookRefund.Part((await books.LinesAsync(second))[0].Line, new(4_000), Money.Zero));
        var page = await owner.GetAsync("/sell/money");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["¥107.00", "¥152.95", "¥0.00"], page.Page.QuerySelectorAll(".figures b").Select(figure => figure.TextContent));
        var refund = page.Page.QuerySelectorAll("article").Single(card => card.TextContent.Contains("Refund", StringComparison.Ordinal));
        Assert.Equal(["-¥40.00", "¥2.00", "-¥38.00"], refund.QuerySelectorAll("dd").Select(sum => sum.TextContent));
        Assert.DoesNotContain("Helper", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign.Number, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_month_is_chosen_and_its_sheet_has_its_sums()
    {
        var (owner, shop) = await books.OpenShopAsync();
        var before = await books.SellAsync(shop.Id, (10_000, 500, "honey"));
        var old = FirstOfThisMonth();
        books.App.Clock.Advance(TimeSpan.FromDays(31));
        await books.EnterAgainAsync(owner, shop);
        var after = await books.SellAsync(shop.Id, (2_000, 100, "honey"));
        foreach (var (month, seen, unseen) in new[] { (old, before, after), (FirstOfThisMonth(), after, before) })
        {
            foreach (var path in new[] { "/sell/money", "/sell/money/print", "/sell/money/csv" })
            {
                var answer = await owner.GetAsync($"{path}?month={month:yyyy-MM-dd}");
                Assert.Contains(seen.Number, answer.Text, StringComparison.Ordinal);
                Assert.DoesNotContain(unseen.Number, answer.Text, StringComparison.Ordinal);
            }
        }
        var sheet = await owner.GetAsync("/sell/money/print");
        Assert.Equal(["¥120.00", "¥6.00", "-¥6.00", "¥0.00", "¥120.00", "¥0.00"], sheet.Page.QuerySelectorAll("tfoot td").Select(cell => cell.TextContent));
        Assert.Equal(HttpStatusCode.OK, (await owner.GetAsync("/sell/money?month=nonsense")).Status);
    }

    [Fact]
    public async Task The_file_opens_in_a_spreadsheet_and_runs_nothing()
    {
        var (owner, shop) = await books.OpenShopAsync();
        await books.SellAsync(shop.Id, (10_000, 500, "honey"));
        await books.App.RunAsync<AdjustBalance, bool>(adjust => adjust.RunAsync(new(shop.Code, new(-500), AdjustmentPair.Costs, "=HYPERLINK(\"x\"), with a comma"), default));
        var file = await owner.GetAsync("/sell/money/csv");
        var bytes = await file.Raw.Content.ReadAsByteArrayAsync();
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("text/csv", file.Raw.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\"), with a comma\",0.00,0.00,0.00,0.00,-5.00,0.00\r\n", file.Text, StringComparison.Ordinal);
        Assert.Contains(",100.00,5.00,-5.00,0.00,100.00,0.00\r\n", file.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@x", "'@x")]
    [InlineData(" =x", "' =x")]
    [InlineData("\tx", "'\tx")]
    [InlineData("＝x", "'＝x")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("蜜, 1", "\"蜜, 1\"")]
    [InlineData("蜜", "蜜")]
    public void Cells_are_defused_and_quoted(string text, string cell) =>
        Assert.Equal(cell + ",-1.50\r\n", System.Text.Encoding.UTF8.GetString(new CsvTable().Row(text, new Money(-150)).ToBytes())[1..]);

    [Fact]
    public async Task Money_is_shown_to_sellers_only()
    {
        var (buyer, _, _) = await books.App.SignedInAsync("en");
        foreach (var path in new[] { "/sell/money", "/sell/money/csv", "/sell/money/print" })
        {
            Assert.Contains("/sign-in", (await books.App.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);
            Assert.NotEqual(HttpStatusCode.OK, (await buyer.GetAsync(path)).Status);
        }
    }

    private DateOnly FirstOfThisMonth()
    {
        var today = LocalTime.Today(books.App.Clock);
        return new(today.Year, today.Month, 1);
    }
}
