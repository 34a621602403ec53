using System.Globalization;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Storefront.Tests.Support;
using IPage = Microsoft.Playwright.IPage;

namespace Storefront.Browser.Steps;

/// <summary>
/// Somebody with a phone (or a desktop) in one language. Every page looked at is kept as a picture under artifacts/journeys
/// and must be without an axe violation, wider than nothing, and free of requests to anybody else.
/// </summary>
internal sealed class Person : IAsyncDisposable
{
    private const int PatienceMs = 60_000;
    private readonly IBrowserContext _context;
    private readonly bool _scripts;
    private readonly string _album;
    private readonly List<string> _complaints = [];
    private readonly HashSet<string> _known = [];
    private int _step;

    static Person() => Assertions.SetDefaultExpectTimeout(PatienceMs);

    private Person(IBrowserContext context, bool scripts, IPage page, string language, string album)
    {
        _context = context;
        _scripts = scripts;
        Page = page;
        Language = language;
        _album = Directory.CreateDirectory(Path.Combine(Repo.Root, "artifacts/journeys", album)).FullName;
    }

    public IPage Page { get; }

    public string Language { get; }

    /// <summary>The wire to the browser that made this phone slow. What it says of the signal counts beside the browser's own switch, so both must say the same.</summary>
    public ICDPSession? Wire { get; set; }

    /// <summary>How often the finger touched the screen other than to type.</summary>
    public int Taps { get; private set; }

    /// <summary>A vendor to whom the shop may lead: being there is no complaint.</summary>
    public void Trust(Uri vendor) => _known.Add(vendor.Authority);

    public static Task<Person> WithDarkDesktopAsync(Uri shop, string language, string album) => WithPhoneAsync(shop, language, album, desktop: true, scheme: ColorScheme.Dark);

    /// <param name="album">Folder of the pictures, such as "sale/en/buyer".</param>
    /// <param name="scripts">False for a browser that runs none; axe cannot look there.</param>
    /// <param name="agent">What the browser says of itself, where it is not this Chromium.</param>
    public static async Task<Person> WithPhoneAsync(
        Uri shop, string language, string album, bool desktop = false, ColorScheme scheme = ColorScheme.Light, bool scripts = true, string? agent = null)
    {
        var browser = await Chromium.Browser;
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = shop.ToString(),
            Locale = language,
            ColorScheme = scheme,
            ViewportSize = desktop ? new() { Width = 1280, Height = 900 } : new() { Width = 360, Height = 740 },
            IsMobile = !desktop,
            HasTouch = !desktop,
            DeviceScaleFactor = desktop ? 1 : 2,
            ReducedMotion = ReducedMotion.Reduce,
            JavaScriptEnabled = scripts,
            UserAgent = agent,
        });
        return Watch(context, scripts, await context.NewPageAsync(), shop, language, album);
    }

    /// <summary>The same phone before and after it was switched off: what its browser keeps lies in the folder.</summary>
    public static async Task<Person> WithKeptPhoneAsync(Uri shop, string language, string album, string folder)
    {
        var context = await Chromium.OpenAsync(folder, new()
        {
            BaseURL = shop.ToString(),
            Locale = language,
            ViewportSize = new() { Width = 360, Height = 740 },
            IsMobile = true,
            HasTouch = true,
            ReducedMotion = ReducedMotion.Reduce,
        });
        return Watch(context, scripts: true, context.Pages[0], shop, language, album);
    }

    private static Person Watch(IBrowserContext context, bool scripts, IPage page, Uri shop, string language, string album)
    {
        context.SetDefaultTimeout(PatienceMs);
        var person = new Person(context, scripts, page, language, album);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") person._complaints.Add(message.Text);
        };
        page.PageError += (_, error) => person._complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } url && url.Authority != shop.Authority && !person._known.Contains(url.Authority)) person._complaints.Add("Request to a stranger: " + request.Url);
        };
        return person;
    }

    /// <summary>The text of a key in this person's language.</summary>
    public string Say(string key, params object[] arguments) => new Storefront.Shared.Texts().In(Language, key, arguments);

    public async Task GoAsync(string path) => await Page.GotoAsync(path);

    public ILocator Button(string key, params object[] arguments) => Page.GetByRole(AriaRole.Button, new() { Name = Say(key, arguments), Exact = true });

    public ILocator Link(string key) => Page.GetByRole(AriaRole.Link, new() { Name = Say(key), Exact = true });

    public ILocator Field(string key) => Page.GetByLabel(Say(key)).First;

    public Task TapAsync(string key, params object[] arguments) => TapAsync(Button(key, arguments).First);

    public async Task TapAsync(ILocator target)
    {
        Taps++;
        await target.ClickAsync();
    }

    public async Task TypeAsync(string key, string text) => await Field(key).FillAsync(text);

    public Task TypeDayAsync(string key, DateOnly day) => TypeAsync(key, day.ToString("O", CultureInfo.InvariantCulture));

    /// <summary>Two taps: one opens the list, one takes.</summary>
    public async Task ChooseAsync(ILocator select, string value)
    {
        Taps += 2;
        await select.SelectOptionAsync(value);
    }

    /// <summary>One tap opens the camera's album, one more for each photo.</summary>
    public async Task AddPhotosAsync(ILocator input, params byte[][] photos)
    {
        Taps += 1 + photos.Length;
        await input.SetInputFilesAsync(photos.Select((photo, at) => new FilePayload { Name = $"IMG_{at}.jpg", MimeType = "image/jpeg", Buffer = photo }));
    }

    public async Task SeeAsync(string text) => await Assertions.Expect(Page.Locator("main")).ToContainTextAsync(text, new() { Timeout = PatienceMs });

    public Task SayingAsync(string key, params object[] arguments) => SeeAsync(Say(key, arguments));

    /// <summary>Looks at the page as it would come out of a printer.</summary>
    public async Task PrintAsync(string name)
    {
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await PictureAsync(name);
        await Page.EmulateMediaAsync(new() { Media = Media.Screen });
    }

    /// <summary>Looks at the page: keeps a picture, asks axe, and fails for anything the browser complained about.</summary>
    public async Task LookAsync(string name, params string[] expectedComplaints)
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await PictureAsync(name);
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{name}: the page is {wide} px wider than the screen ({Page.Url}).");
        if (_scripts) await AskAxeAsync(name);
        var complaints = _complaints.Where(complaint => !expectedComplaints.Any(expected => complaint.Contains(expected, StringComparison.Ordinal))).ToList();
        Assert.True(complaints.Count == 0, $"{name} ({Page.Url}): " + string.Join("\n", complaints));
        _complaints.Clear();
    }

    /// <summary>Waits for an address, not for one navigation: a page that renews itself may break a navigation off, and only the last one counts.</summary>
    public async Task ExpectAsync(string path)
    {
        try
        {
            await Assertions.Expect(Page).ToHaveURLAsync(new Regex(Regex.Escape(path).Replace("\\*", "[^/?]+", StringComparison.Ordinal)), new() { Timeout = PatienceMs });
            await Page.WaitForLoadStateAsync();
        }
        catch (Exception)
        {
            await PictureAsync("lost");
            throw;
        }
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private async Task PictureAsync(string name) => await Page.ScreenshotAsync(new() { Path = Path.Combine(_album, $"{++_step:00}-{name}.png"), FullPage = true });

    private async Task AskAxeAsync(string name)
    {
        var axe = await Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(axe.Violations.Length == 0, $"{name} ({Page.Url}): " + string.Join("\n", axe.Violations.Select(Tell)));
    }

    private static string Tell(AxeResultItem item) => $"{item.Id}: {item.Help}\n" + string.Join("\n", item.Nodes.Take(3).Select(node => "   " + node.Html));
}
