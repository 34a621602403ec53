using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Modules.Catalog.Model;
using Storefront.Modules.Media.Model;
using Storefront.Tests.Modules.Media;
using Xunit.Abstractions;

namespace Storefront.Browser.Journeys;

/// <summary>Without a signal: what is written is kept on the phone, and sent once when the signal is back.</summary>
[Collection(DemoMarket.Name)]
public sealed class OfflineTests(DemoMarket market, ITestOutputHelper say) : IDisposable
{
    private const string OtherSeller = "13800000004";
    private const int MostBytes = 900_000, Patience = 240_000;

    private readonly string _folder = Directory.CreateTempSubdirectory("storefront-phone-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Journey]
    [InlineData("zh-CN", true)]
    [InlineData("en", false)]
    public async Task A_listing_with_three_photos_outlives_the_browser(string language, bool isSlow)
    {
        var name = $"没信号的蜜 {language}";
        await using (var seller = await OpenAsync(language, "written"))
        {
            await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
            byte[][] photos = [await seller.TakePhotoAsync(1), await seller.TakePhotoAsync(2), await seller.TakePhotoAsync(3)];
            await seller.GoAsync("/sell/today");
            await seller.KeepsAsync();
            await seller.GoAsync("/sell/orders");
            await seller.KeepsAsync("/sell/orders");
            if (isSlow) await seller.SlowDownAsync();
            await WriteAsync(seller, name, photos);
        }
        await using (var seller = await OpenAsync(language, "sent"))
        {
            await seller.LoseSignalAsync();
            await seller.GoAsync("/sell/phone");
            await seller.SeeAsync(name);
            if (isSlow) await seller.SlowDownAsync(hasSignal: false);
            await seller.GetSignalAsync();
            await seller.SayingAsync("offline.state.sent");
            await seller.LookAsync("sent", Signal.None);
        }
        var product = await market.App.ReadAsync(db => db.Products.AsNoTracking().SingleAsync(product => product.Name == name));
        Assert.Equal((ProductState.Published, 3), (product.State, product.Photos.Count));
        Assert.Equal(3, await market.App.ReadAsync(db => db.Photos.CountAsync(photo => product.Photos.Contains(photo.Code))));
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_sign_in_that_ended_loses_nothing_and_nobody_else_sends_it(string language)
    {
        var name = $"退出后的蜜 {language}";
        await using var seller = await OpenAsync(language, "signed-out");
        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell/today");
        await seller.KeepsAsync();
        await seller.GoAsync("/sell/orders");
        await seller.KeepsAsync("/sell/orders");
        await seller.LoseSignalAsync();
        await seller.GoAsync("/sell/products/new");
        await seller.FillInListingAsync(name, market.Today);
        await seller.TapAsync("catalog.sell.publish");
        await seller.ExpectAsync("/sell/phone");
        await seller.SeeOnStripAsync("offline.waiting", 1, "0.00");
        await seller.Page.Context.ClearCookiesAsync();
        await seller.GetSignalAsync();
        await seller.SeeOnStripAsync("offline.signin");
        await seller.LookAsync("sign-in-to-send", Signal.None);

        await seller.SignInAsync(market.App, OtherSeller, DemoMarket.Password);
        await seller.GoAsync("/sell/phone");
        await seller.SayingAsync("offline.others", 1);
        await seller.KeepsNoMoreAsync("/sell/orders");
        await seller.KeepsAsync();
        Assert.False(await IsListedAsync(name));
        await seller.GoAsync("/me");
        await seller.TapAsync("accounts.signout");
        await seller.KeepsNoMoreAsync("/sell/phone", "/sell/products/new");

        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell/phone");
        await seller.SayingAsync("offline.state.sent");
        Assert.True(await IsListedAsync(name));
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task What_is_refused_says_why_and_opens_again(string language)
    {
        var name = $"少了价钱的蜜 {language}";
        await using var seller = await OpenAsync(language, "refused");
        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell/today");
        await seller.KeepsAsync();
        await seller.LoseSignalAsync();
        await seller.GoAsync("/sell/products/new");
        await seller.FillInListingAsync(name, market.Today);
        await seller.Page.Locator("#Input_Sizes_0__Price").FillAsync("");
        await seller.TapAsync("catalog.sell.publish");
        await seller.ExpectAsync("/sell/phone");
        await seller.GetSignalAsync();
        await seller.SayingAsync("offline.state.failed");
        await seller.SayingAsync("catalog.form.price_wrong");
        await seller.LookAsync("refused", Signal.None, "400");
        await seller.TapAsync("offline.open");
        await seller.ExpectAsync("/sell/products/new?draft=");
        await seller.SayingAsync("catalog.form.price_wrong");
        await Assertions.Expect(seller.Page.Locator("#Input_Name")).ToHaveValueAsync(name, new() { Timeout = Patience });
        await seller.LookAsync("opened-again");
        await seller.Page.Locator("#Input_Sizes_0__Price").FillAsync("58");
        await seller.TapAsync("catalog.sell.publish");
        await seller.SayingAsync("catalog.form.done_published");
        Assert.True(await IsListedAsync(name));
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_picture_shared_from_another_app_is_in_the_listing(string language)
    {
        await using var seller = await OpenAsync(language, "shared");
        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell/today");
        await seller.KeepsAsync();
        await seller.Page.EvaluateAsync("""
            picture => {
              const bytes = Uint8Array.from(atob(picture), sign => sign.charCodeAt(0));
              const form = Object.assign(document.createElement("form"), { method: "post", action: "/sell/share", enctype: "multipart/form-data" });
              const field = (name, type, value) => form.append(Object.assign(document.createElement("input"), { name, type, value }));
              field("text", "text", "今年的冬蜜");
              field("photos", "file", "");
              const files = new DataTransfer();
              files.items.add(new File([bytes], "comb.jpg", { type: "image/jpeg" }));
              form.elements.photos.files = files.files;
              document.body.append(form);
              form.submit();
            }
            """, Convert.ToBase64String(SamplePictures.Jpeg()));
        await seller.ExpectAsync("/sell/share?text=");
        await seller.GoAsync("/sell/products/new?" + new Uri(seller.Page.Url).Query.TrimStart('?'));
        await Assertions.Expect(seller.Page.Locator(".photo-tiles input[name='Input.Photos']")).ToHaveCountAsync(1, new() { Timeout = Patience });
        await seller.TapAsync(seller.Page.Locator(".photo-tiles .open"));
        await seller.LookAsync("photo", "404");
        await seller.TapAsync(seller.Page.Locator(".photo-desk [data-does=drop]"));
        await seller.SayingAsync("offline.photo.dropped");
        await seller.TapAsync("offline.photo.undo");
        await Assertions.Expect(seller.Page.Locator(".photo-tiles > li")).ToHaveCountAsync(1);
    }

    private Task<Person> OpenAsync(string language, string album) => Person.WithKeptPhoneAsync(market.App.Address, language, $"offline/{language}/{album}", _folder);

    private Task<bool> IsListedAsync(string name) => market.App.ReadAsync(db => db.Products.AnyAsync(product => product.Name == name));

    private async Task WriteAsync(Person seller, string name, byte[][] photos)
    {
        await seller.LoseSignalAsync();
        await seller.GoAsync("/sell/orders");
        await Assertions.Expect(seller.Page.Locator("html")).ToHaveAttributeAsync("data-kept", new System.Text.RegularExpressions.Regex("Z$"), new() { Timeout = Patience });
        await seller.LookAsync("orders", Signal.None);
        await seller.GoAsync("/sell/products/new");
        await seller.FillInListingAsync(name, market.Today);
        await seller.AddPhotosAsync(seller.Page.Locator(".photo-add input"), photos);
        await Assertions.Expect(seller.Page.Locator(".photo-tiles .kept")).ToHaveCountAsync(photos.Length, new() { Timeout = Patience });
        await seller.LookAsync("form", Signal.None);
        var bytes = await seller.PhotoBytesAsync();
        say.WriteLine($"{photos.Length} photos of 12 megapixels, {photos.Sum(photo => photo.Length):N0} bytes from the camera: {bytes.Sum():N0} bytes to send");
        Assert.InRange(bytes.Sum(), 1, MostBytes);
        await seller.TapAsync("catalog.sell.publish");
        await seller.ExpectAsync("/sell/phone");
        await seller.SayingAsync("offline.state.waiting");
        await seller.LookAsync("queued", Signal.None);
    }
}
