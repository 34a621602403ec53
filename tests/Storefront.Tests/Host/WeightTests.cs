using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Host;

/// <summary>What a buyer on a slow phone must fetch for a first view: HTML, styles and scripts fit one initial TCP window.</summary>
public sealed partial class WeightTests : IAsyncLifetime
{
    private const int Window = 14 * 1024;
    private const int Listing = 30 * 1024;
    private StoreApp _app = null!;

    public async Task InitializeAsync() => _app = await StoreApp.StartAsync(change: null, "Demo:Enabled=true");

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task First_views_fit_one_window()
    {
        var visitor = _app.NewVisitor();
        var product = await _app.ReadAsync(db => db.Products.Where(product => product.Shown == Showing.OnShow).Select(product => product.Code).FirstAsync());
        var batch = await _app.ReadAsync(db => db.Batches.Where(batch => batch.Product.Code == product).Select(batch => batch.Code).FirstAsync());
        var item = await visitor.GetAsync("/p/" + product);
        await visitor.SubmitAsync(item, values: null, "form[action='/cart/add']");
        foreach (var path in new[] { "/", "/goods", "/p/" + product, "/b/" + batch, "/cart", "/checkout" })
        {
            var page = await visitor.GetAsync(path);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            var parts = page.Page.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
            var weight = Compressed(page.Text);
            foreach (var part in parts) weight += Compressed((await visitor.GetAsync(part)).Text);
            Assert.True(weight <= Window, $"{path} weighs {weight} bytes compressed, the window is {Window}");
            Assert.All(page.Page.QuerySelectorAll("main img"), image => Assert.True(image.HasAttribute("width") && image.HasAttribute("height"), $"{path}: {image.OuterHtml} has no size"));
        }
    }

    /// <summary>With all that its scripts import, and without the photos.</summary>
    [Fact]
    public async Task The_listing_form_is_light()
    {
        var seller = _app.NewVisitor();
        await _app.SignInAsync(seller, "13800000003", Storefront.Modules.Accounts.Demo.People.Password);
        var form = await seller.GetAsync("/sell/products/new?text=" + Uri.EscapeDataString("冬蜜 3斤装 99元 包邮 https://v.douyin.com/iRNBho6u/"));
        Assert.Equal(HttpStatusCode.OK, form.Status);
        var parts = form.Page.QuerySelectorAll("link[rel=stylesheet], script[src]").Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!).ToList();
        var (weight, seen) = (Compressed(form.Text) + Compressed((await seller.GetAsync("/icons.svg")).Text), new HashSet<string>(StringComparer.Ordinal));
        while (parts.Count > 0)
        {
            var part = parts[0];
            parts.RemoveAt(0);
            if (!seen.Add(part)) continue;
            var text = (await seller.GetAsync(part)).Text;
            weight += Compressed(text);
            parts.AddRange(Import().Matches(text).Select(import => new Uri(new(_app.Address, part), import.Groups["path"].Value).AbsolutePath));
        }
        Assert.True(weight is > 5_000 and <= Listing, $"The listing form weighs {weight} bytes compressed in {seen.Count + 2} parts, the budget is {Listing}");
    }

    [Fact]
    public async Task A_public_page_is_the_same_for_everyone_and_not_sent_twice()
    {
        var (buyer, guest) = (_app.NewVisitor(), _app.NewVisitor());
        await _app.SignInAsync(buyer, "13800000008", Storefront.Modules.Accounts.Demo.People.Password);
        var (theirs, his) = (await guest.GetAsync("/goods"), await buyer.GetAsync("/goods"));
        Assert.Equal(theirs.Text, his.Text);
        Assert.Equal(theirs.Raw.Headers.ETag, his.Raw.Headers.ETag);
        using var http = new HttpClient { BaseAddress = _app.Address };
        http.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        http.DefaultRequestHeaders.IfNoneMatch.Add(theirs.Raw.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await http.GetAsync(new Uri("/goods", UriKind.Relative))).StatusCode);
    }

    [GeneratedRegex("""(?:from|import)\s*\(?["'](?<path>[.]/[^"']+)["']""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Import();

    private static int Compressed(string text)
    {
        using var buffer = new MemoryStream();
        using (var brotli = new BrotliStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return (int)buffer.Length;
    }
}
