using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Xunit.Abstractions;

namespace Storefront.Browser.Journeys;

/// <summary>How soon a listing can be begun on a cheap phone with one bar of signal. The figures are said, never judged: machines differ, and only a release build compresses its files.</summary>
[Collection(DemoMarket.Name)]
public sealed class UsableTests(DemoMarket market, ITestOutputHelper say)
{
    private const string Watch = """
        window.times = {};
        const look = () => {
          if (!times.taken && document.querySelector(".photo-add.ready")) times.taken = performance.now();
          if (!times.kept && /MB/.test(document.querySelector(".connection")?.textContent)) times.kept = performance.now();
        };
        new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
        new PerformanceObserver(list => { times.seen ??= list.getEntries()[0].startTime; }).observe({ type: "paint", buffered: true });
        """;

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_listing_is_begun_on_one_bar_of_signal(string language)
    {
        await using var wire = new ThinWire(market.App.Address);
        await using var elsewhere = await Person.WithPhoneAsync(market.App.Address, language, $"usable/{language}/elsewhere");
        await elsewhere.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await using var seller = await Person.WithPhoneAsync(wire.Address, language, $"usable/{language}/seller");
        await seller.Page.Context.AddCookiesAsync((await elsewhere.Page.Context.CookiesAsync()).Select(Carried));
        await seller.Page.AddInitScriptAsync(Watch);
        await BeginAsync(seller, wire, "first visit");
        await seller.GoAsync("/sell/today");
        await seller.KeepsAsync();
        await BeginAsync(seller, wire, "later visit");
        await seller.LookAsync("begun");
    }

    /// <summary>Types into the first field and waits until the phone has kept it.</summary>
    private async Task BeginAsync(Person seller, ThinWire wire, string visit)
    {
        await seller.Page.GotoAsync("about:blank");
        var wireTap = await seller.Page.Context.NewCDPSessionAsync(seller.Page);
        await wireTap.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = Signal.TimesSlower });
        var before = wire.Down;
        await seller.Page.GotoAsync("/sell/products/new", new() { WaitUntil = WaitUntilState.Commit });
        await seller.Page.Locator("#Input_Name").PressSequentiallyAsync("蜜");
        await Assertions.Expect(seller.Page.Locator(".connection")).ToContainTextAsync("MB");
        var times = await seller.Page.EvaluateAsync<Times>("times");
        say.WriteLine($"{visit}: seen after {times.Seen:N0} ms, what is typed is taken after {times.Taken:N0} ms, first letter kept at {times.Kept:N0} ms; {wire.Down - before:N0} bytes came down");
        await wireTap.DetachAsync();
    }

    private sealed class Times
    {
        public double Seen { get; set; }

        public double Taken { get; set; }

        public double Kept { get; set; }
    }

    private static Cookie Carried(BrowserContextCookiesResult cookie) => new() { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path, HttpOnly = cookie.HttpOnly, Secure = cookie.Secure, SameSite = cookie.SameSite };
}
