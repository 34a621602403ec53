using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Catalog.Model;
using Storefront.Tests.Support;

namespace Storefront.Tests.Host;

/// <summary>What a buyer on a slow phone must fetch for a first view: HTML, styles and scripts fit one initial TCP window.</summary>
public sealed class WeightTests : IAsyncLifetime
{
    private const int Window = 14 * 1024;
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

    private static int Compressed(string text)
    {
        using var buffer = new MemoryStream();
        using (var brotli = new BrotliStream(buffer, CompressionLevel.SmallestSize, leaveOpen: true)) brotli.Write(System.Text.Encoding.UTF8.GetBytes(text));
        return (int)buffer.Length;
    }
}
