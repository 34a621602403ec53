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
    private readonly IBrowserContext _context;
    private readonly string _album;
    private readonly List<string> _complaints = [];
    private int _step;

    private Person(IBrowserContext context, IPage page, string language, string album)
    {
        _context = context;
        Page = page;
        Language = language;
        _album = Directory.CreateDirectory(Path.Combine(Repo.Root, "artifacts/journeys", album)).FullName;
    }

    public IPage Page { get; }

    public string Language { get; }

    /// <param name="album">Folder of the pictures, such as "sale/en/buyer".</param>
    public static async Task<Person> WithPhoneAsync(Uri shop, string language, string album, bool desktop = false, ColorScheme scheme = ColorScheme.Light)
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
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        var person = new Person(context, page, language, album);
        page.Console += (_, message) =>
        {
            if (message.Type == "error") person._complaints.Add(message.Text);
        };
        page.PageError += (_, error) => person._complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } url && url.Authority != shop.Authority) person._complaints.Add("Request to a stranger: " + request.Url);
        };
        return person;
    }

    /// <summary>The text of a key in this person's language.</summary>
    public string Say(string key, params object[] arguments) => new Storefront.Shared.Texts().In(Language, key, arguments);

    public async Task GoAsync(string path) => await Page.GotoAsync(path);

    public ILocator Button(string key, params object[] arguments) => Page.GetByRole(AriaRole.Button, new() { Name = Say(key, arguments), Exact = true });

    public ILocator Link(string key) => Page.GetByRole(AriaRole.Link, new() { Name = Say(key), Exact = true });

    public ILocator Field(string key) => Page.GetByLabel(Say(key)).First;

    public async Task TapAsync(string key, params object[] arguments) => await Button(key, arguments).First.ClickAsync();

    public async Task TypeAsync(string key, string text) => await Field(key).FillAsync(text);

    /// <summary>Looks at the page: keeps a picture, asks axe, and fails for anything the browser complained about.</summary>
    public async Task LookAsync(string name, params string[] expectedComplaints)
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await Page.ScreenshotAsync(new() { Path = Path.Combine(_album, $"{++_step:00}-{name}.png"), FullPage = true });
        var wide = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(wide <= 0, $"{name}: the page is {wide} px wider than the screen ({Page.Url}).");
        var axe = await Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        Assert.True(axe.Violations.Length == 0, $"{name} ({Page.Url}): " + string.Join("\n", axe.Violations.Select(Tell)));
        var complaints = _complaints.Where(complaint => !expectedComplaints.Any(expected => complaint.Contains(expected, StringComparison.Ordinal))).ToList();
        Assert.True(complaints.Count == 0, $"{name} ({Page.Url}): " + string.Join("\n", complaints));
        _complaints.Clear();
    }

    public async Task ExpectAsync(string path) => await Page.WaitForURLAsync(new Regex(Regex.Escape(path).Replace("\\*", "[^/?]+", StringComparison.Ordinal)));

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private static string Tell(AxeResultItem item) => $"{item.Id}: {item.Help}\n" + string.Join("\n", item.Nodes.Take(3).Select(node => "   " + node.Html));
}
