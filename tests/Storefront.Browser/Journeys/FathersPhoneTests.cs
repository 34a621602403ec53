using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>Journey 7: large text, four large buttons, a number to ring, an order that is read aloud and copied. Nothing smaller than 22 px, nothing beside the screen at 200 %.</summary>
public sealed class FathersPhoneTests
{
    private const int Smallest = 22;

    /// <summary>What is said and copied is kept: nobody hears this Chromium.</summary>
    private const string Listening = """
        speechSynthesis.speak = voice => { window.spoken = voice.text; window.spokenIn = voice.lang; };
        navigator.clipboard.writeText = async text => { window.copied = text; };
        """;

    private const string SmallTexts = """
        least => {
          const small = [];
          const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const text = walk.currentNode.data.trim(), holder = walk.currentNode.parentElement;
            if (!text || holder.closest("script, option, .unseen, .skip, [hidden]") || !holder.getBoundingClientRect().width) continue;
            const size = parseFloat(getComputedStyle(holder).fontSize);
            if (size < least) small.push(size + " px: " + text);
          }
          return small;
        }
        """;

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task Father_manages(string language)
    {
        await using var app = await StoreApp.StartAsync(change: null, "Demo:Enabled=true", "Sellers:HelpPhone=0578-8061234");
        await using var father = await Person.WithPhoneAsync(app.Address, language, $"father/{language}");
        await father.Page.AddInitScriptAsync(Listening);
        await father.SignInAsync(app, DemoMarket.Beekeeper, DemoMarket.Password);
        await father.GoAsync("/sell/me");
        await father.TapAsync(father.Link("bigtext.title"));
        await father.LookAsync("text-size");
        await father.TapAsync("bigtext.turn_on");
        await father.ExpectAsync("/sell/today");
        await Assertions.Expect(father.Page.Locator(".four a")).ToHaveCountAsync(4);
        await LookAtAsync(father, "home");

        await father.TapAsync(father.Page.Locator(".four a").First);
        await father.ExpectAsync("/sell/orders");
        await LookAtAsync(father, "new-orders");
        await father.TapAsync(father.Page.Locator("main .list-item").First);
        await father.ExpectAsync("/sell/orders/*");
        await LookAtAsync(father, "order");
        await ListenAsync(father);

        foreach (var (path, name) in new[] { ("/sell/orders?state=Shipped", "sent"), ("/sell/money", "money"), ("/sell/help", "help"), ("/sell/orders/packing", "packing") })
        {
            await father.GoAsync("/sell/today");
            if (name != "packing") await father.TapAsync(father.Page.Locator($".four a[href='{path}']"));
            else await father.GoAsync(path);
            await father.ExpectAsync(path);
            await LookAtAsync(father, name);
        }
        await father.GoAsync("/sell/help");
        await Assertions.Expect(father.Page.Locator("main a[href='tel:05788061234']")).ToBeVisibleAsync();
    }

    private static async Task ListenAsync(Person father)
    {
        var words = await father.Page.Locator("#words").InputValueAsync();
        await father.TapAsync("parcels.words.speak");
        var spoken = await father.Page.EvaluateAsync<string>("window.spoken");
        Assert.Equal(Plain(words), Plain(spoken));
        Assert.Equal(father.Language, await father.Page.EvaluateAsync<string>("window.spokenIn"));
        await father.TapAsync("parcels.words.quiet");
        await father.TapAsync("parcels.words.copy");
        await father.SayingAsync("parcels.words.copied");
        Assert.Equal(words, await father.Page.EvaluateAsync<string>("window.copied"));
        static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);
    }

    /// <summary>Besides what every page is asked: the letters' size, the stronger contrast, and the page at twice its size.</summary>
    private static async Task LookAtAsync(Person father, string name)
    {
        await father.LookAsync(name);
        var small = await father.Page.EvaluateAsync<string[]>(SmallTexts, Smallest);
        Assert.True(small.Length == 0, $"{name}: {string.Join("; ", small)}");
        var faint = await father.Page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "rule", Values = ["color-contrast-enhanced"] } });
        Assert.True(faint.Violations.Length == 0, $"{name}: " + string.Join("\n", faint.Violations.SelectMany(item => item.Nodes).Select(node => node.Html)));
        await father.Page.SetViewportSizeAsync(180, 370);
        var wide = await father.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        await father.Page.SetViewportSizeAsync(360, 740);
        Assert.True(wide <= 0, $"{name}: at 200 % the page is {wide} px wider than the screen.");
    }
}
