using System.Text;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using Storefront.Data;
using Storefront.Modules.Catalog.Demo;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Media.Contracts;
using Storefront.Modules.Media.Demo;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Modules.Videos.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules;

public sealed class DemoTests
{
    private const int MostBytes = 7 * 1024;

    [Fact]
    public async Task The_demo_market_is_whole_and_made_once()
    {
        await using var app = await StoreApp.StartAsync(change: null, "Demo:Enabled=true");
        Assert.True(await app.ReadAsync(db => db.Shops.CountAsync(shop => shop.State == ShopState.Approved)) >= 6);
        Assert.Equal(
            [ShopState.Submitted, ShopState.ChangesRequested, ShopState.Rejected],
            await app.ReadAsync(db => db.Shops.Where(shop => shop.State != ShopState.Approved).OrderBy(shop => shop.Id).Select(shop => shop.State).ToListAsync()));

        var goods = await app.ReadAsync(db => db.Products.Where(product => product.Shown == Showing.OnShow).ToListAsync());
        Assert.True(goods.Count >= 40);
        Assert.Equal(Categories(), goods.Select(product => product.Category).Distinct().Order());
        Assert.All(goods, product => Assert.NotEmpty(product.Photos));
        var visitor = app.NewVisitor();
        foreach (var code in goods.SelectMany(product => product.Photos)) Assert.Equal(200, (int)(await visitor.GetAsync(IPhotos.Url(code, 320))).Status);

        Assert.True(await app.ReadAsync(db => db.Videos.Select(video => video.Platform).Distinct().CountAsync()) >= 5);
        Assert.Equal(Enum.GetValues<OrderState>(), await app.ReadAsync(db => db.Orders.Select(order => order.State).Distinct().OrderBy(state => state).ToListAsync()));

        Assert.Equal([JournalKind.Capture, JournalKind.Cancellation, JournalKind.Release, JournalKind.Refund], await app.ReadAsync(db => db.Journals.Select(journal => journal.Kind).Distinct().OrderBy(kind => kind).ToListAsync()));

        Assert.True(await app.ReadAsync(db => db.Orders.AnyAsync(order => order.ParcelCount == 2)));
        Assert.True(await app.ReadAsync(db => db.Orders.SelectMany(order => order.Lines).AnyAsync(line => line.WeighedGrams < line.NetGrams * line.Quantity)));

        var before = await SizeAsync(app);
        await app.PrepareAgainAsync();
        Assert.Equal(before, await SizeAsync(app));
    }

    [Fact]
    public void Every_picture_is_a_small_sheet_of_its_own()
    {
        var sheets = DemoGood.All.SelectMany((good, index) => good.Pictures.Select(motif => Drawings.Draw(motif, index))).ToList();
        Assert.Equal(sheets.Count, sheets.Distinct(StringComparer.Ordinal).Count());
        Assert.All(sheets.Concat(Drawings.Names.SelectMany(name => Enumerable.Range(0, 20).Select(seed => Drawings.Draw(name, seed)))), sheet =>
        {
            Assert.InRange(Encoding.UTF8.GetByteCount(sheet), 500, MostBytes);
            var drawn = XDocument.Parse(sheet).Root!;
            Assert.Equal("0 0 400 500", drawn.Attribute("viewBox")!.Value);
            Assert.All(drawn.Descendants().Attributes("href"), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        });
    }

    private static IEnumerable<string> Categories() => Storefront.Modules.Catalog.Contracts.Categories.Keys.Order();

    private static Task<(int, int, int, int)> SizeAsync(StoreApp app) => app.ReadAsync(async db =>
        (await db.Shops.CountAsync(), await db.Products.CountAsync(), await db.Orders.CountAsync(), await db.Set<DemoMark>().CountAsync()));
}
