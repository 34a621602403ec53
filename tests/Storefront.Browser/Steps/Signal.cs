using Microsoft.Playwright;

namespace Storefront.Browser.Steps;

/// <summary>The signal of a phone, and what its browser keeps without one.</summary>
internal static class Signal
{
    /// <summary>What a browser says of every file it could not fetch.</summary>
    public const string None = "net::ERR_INTERNET_DISCONNECTED";

    public const int TimesSlower = 4;

    private const int BitsPerSecond = 400_000, DelayMs = 300;

    public static Task LoseSignalAsync(this Person person) => SwitchAsync(person, hasSignal: false);

    public static Task GetSignalAsync(this Person person) => SwitchAsync(person, hasSignal: true);

    /// <summary>A cheap phone with one bar of signal.</summary>
    public static async Task SlowDownAsync(this Person person, bool hasSignal = true)
    {
        person.Wire = await person.Page.Context.NewCDPSessionAsync(person.Page);
        await person.Wire.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = TimesSlower });
        await person.Wire.SendAsync("Network.enable");
        await person.Wire.SendAsync("Network.emulateNetworkConditions", OneBar(hasSignal));
    }

    private static async Task SwitchAsync(Person person, bool hasSignal)
    {
        if (person.Wire is { } wire) await wire.SendAsync("Network.emulateNetworkConditions", OneBar(hasSignal));
        await person.Page.Context.SetOfflineAsync(!hasSignal);
        // The last word counts, and the browser's switch knows of no slowness.
        if (person.Wire is { } again) await again.SendAsync("Network.emulateNetworkConditions", OneBar(hasSignal));
    }

    private static Dictionary<string, object> OneBar(bool hasSignal) => new()
    {
        ["offline"] = !hasSignal,
        ["latency"] = DelayMs,
        ["downloadThroughput"] = BitsPerSecond / 8,
        ["uploadThroughput"] = BitsPerSecond / 8,
    };

    /// <summary>Waits until the phone keeps these pages and the empty form, which it fetches by itself after the first of the seller's pages.</summary>
    public static Task KeepsAsync(this Person person, params string[] paths) => person.Page.EvaluateAsync("""
        paths => new Promise(done => {
          const look = async () => {
            const pages = await caches.open("seller-pages");
            const found = await Promise.all(["/sell/products/new", "/sell/phone", ...paths].map(path => pages.match(path)));
            if (navigator.serviceWorker.controller && found.every(page => page)) done();
            else setTimeout(look, 100);
          };
          look();
        })
        """, paths);

    /// <summary>Waits until none of these pages is kept any more.</summary>
    public static Task KeepsNoMoreAsync(this Person person, params string[] paths) => person.Page.EvaluateAsync("""
        paths => new Promise(done => {
          const look = async () => {
            const found = await Promise.all(paths.map(path => caches.match(path, { cacheName: "seller-pages" })));
            if (found.every(page => !page)) done();
            else setTimeout(look, 100);
          };
          look();
        })
        """, paths);

    /// <summary>What the photos waiting on this phone will cost to send.</summary>
    public static Task<int[]> PhotoBytesAsync(this Person person) => person.Page.EvaluateAsync<int[]>(
        "async () => (await Promise.all((await phone.items()).map(item => phone.photosOf(item.id)))).flat().map(photo => photo.blob.size)");

    public static Task SeeOnStripAsync(this Person person, string key, params object[] arguments) =>
        Assertions.Expect(person.Page.Locator(".connection")).ToContainTextAsync(person.Say(key, arguments), new() { Timeout = 120_000 });

    /// <summary>A picture of twelve megapixels, full of detail and noise, as cameras write them.</summary>
    public static async Task<byte[]> TakePhotoAsync(this Person person, int seed) => Convert.FromBase64String(await person.Page.EvaluateAsync<string>("""
        async seed => {
          const [width, height] = [4000, 3000];
          const canvas = new OffscreenCanvas(width, height), pen = canvas.getContext("2d");
          const chance = () => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff;
          pen.fillStyle = `hsl(${seed * 70}, 50%, 55%)`;
          pen.fillRect(0, 0, width, height);
          for (let at = 0; at < 4000; at++) {
            pen.fillStyle = `hsla(${chance() * 360}, 60%, ${20 + chance() * 60}%, .6)`;
            pen.beginPath();
            pen.ellipse(chance() * width, chance() * height, 5 + chance() * 90, 5 + chance() * 60, chance() * 3, 0, 7);
            pen.fill();
          }
          const grain = new OffscreenCanvas(500, 500), dust = grain.getContext("2d"), specks = dust.createImageData(500, 500);
          for (let at = 0; at < specks.data.length; at += 4) specks.data.set([chance() * 255, chance() * 255, chance() * 255, 24], at);
          dust.putImageData(specks, 0, 0);
          for (let x = 0; x < width; x += 500) for (let y = 0; y < height; y += 500) pen.drawImage(grain, x, y);
          const file = await canvas.convertToBlob({ type: "image/jpeg", quality: .92 });
          return new Promise(done => {
            const reader = new FileReader();
            reader.onload = () => done(reader.result.split(",")[1]);
            reader.readAsDataURL(file);
          });
        }
        """, seed));

    /// <summary>Everything a listing needs but its photos.</summary>
    public static async Task FillInListingAsync(this Person seller, string name, DateOnly today)
    {
        await seller.Page.Locator("#Input_Name").FillAsync(name);
        await seller.Page.Locator("details:has(#Input_Category) > summary").ClickAsync();
        await seller.Page.Locator("#Input_Category").SelectOptionAsync("honey");
        await seller.Page.Locator("#Input_Sizes_0__Label").FillAsync("500 g");
        await seller.Page.Locator("#Input_Sizes_0__Grams").FillAsync("500");
        await seller.Page.Locator("#Input_Sizes_0__Price").FillAsync("58");
        await seller.Page.Locator("#Input_Sizes_0__Quantity").FillAsync("6");
        await seller.TypeDayAsync("catalog.form.harvested", today.AddDays(-3));
        await seller.TypeDayAsync("catalog.form.best_before", today.AddDays(700));
    }
}
