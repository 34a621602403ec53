using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Modules.Notifications;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;
using Storefront.Tests.Seams.Channels;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>
/// A seller lets the phone be told, and a new order appears on it. In a market of its own, with a push service and a mail server on loopback. A plain Chromium
/// has no push service to ask for an address, so the address is played; what arrives there is opened with the browser's keys and handed to the real service worker.
/// </summary>
public sealed partial class ToldTests : IAsyncLifetime
{
    private FarPush _push = null!;
    private FarMailServer _mail = null!;
    private StoreApp _app = null!;

    public async Task InitializeAsync()
    {
        (_push, _mail) = (await FarPush.StartAsync(), FarMailServer.Start());
        _app = await StoreApp.StartAsync(_push.Wire, [.. _mail.Settings, "Demo:Enabled=true"]);
        _push.Shop = _app.Services;
        _app.Clock.WaitForHour(10);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _push.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_new_order_appears_on_the_sellers_phone(string language)
    {
        await _app.WriteAsync(db => db.Set<Storefront.Modules.Accounts.Model.Account>().ExecuteUpdateAsync(set => set.SetProperty(account => account.Language, language)));
        await using var seller = await Person.WithPhoneAsync(_app.Address, language, $"told/{language}/seller");
        await seller.Page.Context.GrantPermissionsAsync(["notifications"], new() { Origin = _app.Address.GetLeftPart(UriPartial.Authority) });
        using var browser = _push.NewBrowser();
        await seller.Page.AddInitScriptAsync(AddressOf(browser));
        await seller.SignInAsync(_app, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/sell/me");
        await seller.TapAsync(seller.Link("told.settings.title"));
        await seller.ExpectAsync("/me/notices/settings");
        await Assertions.Expect(seller.Button("told.push.ask")).ToBeVisibleAsync();
        await seller.LookAsync("settings");
        await seller.TapAsync("told.push.ask");
        await Assertions.Expect(seller.Page.Locator("[data-mark] .badge")).ToBeVisibleAsync();
        await Assertions.Expect(seller.Button("told.push.ask")).ToBeHiddenAsync();
        await seller.LookAsync("told-here");
        await ChooseAsync(seller);

        var number = await BuyAsync(language);
        await TellAsync();
        var pushed = Assert.Single(_push.Handed, sent => sent.To == browser.Endpoint).Text;
        Assert.Empty(_push.Mistakes);
        await DeliverAsync(seller, pushed);
        var shown = await ShownAsync(seller);
        Assert.Equal(seller.Say("told.topic.NewOrder"), shown.GetProperty("title").GetString());
        Assert.Equal(seller.Say("told.say.NewOrder", number), shown.GetProperty("body").GetString());
        Assert.Equal($"/sell/orders/{number}", shown.GetProperty("url").GetString());

        await TapNoticeAsync(seller, pushed, $"/sell/orders/{number}");
        await SwitchOffAsync(language);
        await RemoveAsync(seller);
    }

    [Journey]
    [InlineData("en")]
    public async Task A_phone_that_gets_another_address_says_so_itself(string language)
    {
        await using var seller = await Person.WithPhoneAsync(_app.Address, language, $"told/{language}/moved");
        await seller.Page.Context.GrantPermissionsAsync(["notifications"], new() { Origin = _app.Address.GetLeftPart(UriPartial.Authority) });
        using var browser = _push.NewBrowser();
        using var next = _push.NewBrowser();
        await seller.Page.AddInitScriptAsync(AddressOf(browser));
        await seller.SignInAsync(_app, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/me/notices/settings");
        await seller.TapAsync("told.push.ask");
        await Assertions.Expect(seller.Page.Locator("[data-mark] .badge")).ToBeVisibleAsync();
        // Not told what it was before, as some browsers do: then what the page kept counts.
        await InWorkerAsync(seller, $$"""
            (async () => {
              const key = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0)).buffer;
              const event = new ExtendableEvent("pushsubscriptionchange");
              event.newSubscription = { endpoint: "{{next.Endpoint}}", getKey: name => key(name === "p256dh" ? "{{next.Keys.P256dh}}" : "{{next.Keys.Auth}}") };
              let done;
              event.waitUntil = work => { done = work; };
              dispatchEvent(event);
              await done;
            })()
            """);
        Assert.Equal([next.Endpoint], await _app.ReadAsync(db => db.Set<PushDevice>().Select(device => device.Endpoint).ToListAsync()));
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task An_admin_sees_what_did_not_arrive(string language)
    {
        var (id, phone) = await _app.NewPersonAsync(Policies.AdminRole);
        await _app.WriteAsync(db =>
        {
            var now = _app.Clock.GetUtcNow().UtcDateTime;
            db.Notices.Add(new() { AccountId = id, TextKey = "site.problem.id", Arguments = """["1"]""", Path = "/", At = now, IsUntold = true, Topic = Storefront.Modules.Notifications.Contracts.Topic.ShopDecision });
            return Task.CompletedTask;
        });
        _mail.Mood = Mood.Refuses;
        await TellAsync();
        await using var admin = await Person.WithPhoneAsync(_app.Address, language, $"told/{language}/admin");
        await admin.SignInAsync(_app, phone, People.Password);
        await admin.GoAsync("/admin/told");
        await admin.SeeAsync("SMTP 550");
        await admin.LookAsync("undelivered");
        await admin.TapAsync("told.admin.again");
        await admin.SayingAsync("told.admin.none");
        await admin.LookAsync("again");
    }

    private static async Task ChooseAsync(Person seller)
    {
        await seller.Page.Locator("input[value='OrderCancelled.Email']").UncheckAsync();
        await seller.ChooseAsync(seller.Field("told.quiet.from"), "7");
        await seller.TapAsync("told.save");
        await seller.SayingAsync("told.quiet.same");
        await Assertions.Expect(seller.Page.Locator("input[value='OrderCancelled.Email']")).Not.ToBeCheckedAsync();
        await seller.LookAsync("refused", "400");
        await seller.ChooseAsync(seller.Field("told.quiet.from"), "23");
        await seller.TapAsync("told.save");
        await seller.SayingAsync("told.saved");
        await seller.LookAsync("saved");
    }

    private async Task<string> BuyAsync(string language)
    {
        await using var buyer = await Person.WithPhoneAsync(_app.Address, language, $"told/{language}/buyer");
        await buyer.GoAsync("/");
        await buyer.FindAsync(DemoMarket.Honey);
        await buyer.PutInCartAsync();
        await buyer.FillInCheckoutAsync();
        await buyer.PayAsync();
        return Number().Match(await buyer.Page.Locator("h1").InnerTextAsync()).Value;
    }

    private async Task TellAsync()
    {
        await _app.DeliverAsync();
        await _app.RunAsync<TellPeople, bool>(async people =>
        {
            await people.RunAsync(CancellationToken.None);
            return true;
        });
    }

    /// <summary>As the browser's own push client would.</summary>
    private async Task DeliverAsync(Person seller, string message)
    {
        var devtools = await seller.Page.Context.NewCDPSessionAsync(seller.Page);
        var known = new TaskCompletionSource<string>();
        devtools.Event("ServiceWorker.workerRegistrationUpdated").OnEvent += (_, told) =>
        {
            foreach (var registration in told!.Value.GetProperty("registrations").EnumerateArray()) known.TrySetResult(registration.GetProperty("registrationId").GetString()!);
        };
        await devtools.SendAsync("ServiceWorker.enable");
        await devtools.SendAsync("ServiceWorker.deliverPushMessage", new() { ["origin"] = _app.Address.GetLeftPart(UriPartial.Authority), ["registrationId"] = await known.Task, ["data"] = message });
    }

    /// <summary>The page looks again and again itself: Playwright's own way of waiting needs the eval that the shop forbids.</summary>
    private static Task<JsonElement> ShownAsync(Person seller) => seller.Page.EvaluateAsync<JsonElement>("""
        async () => {
          const registration = await navigator.serviceWorker.ready;
          for (let look = 0; look < 600; look++) {
            const [shown] = await registration.getNotifications();
            if (shown) return { title: shown.title, body: shown.body, url: shown.data.url };
            await new Promise(done => setTimeout(done, 100));
          }
          throw new Error("no notification");
        }
        """);

    /// <summary>It opens the order; where the order is open already, that window comes forward.</summary>
    private async Task TapNoticeAsync(Person seller, string message, string order)
    {
        Assert.Equal($"open {order}", await TapAsync(seller));
        await seller.GoAsync(order);
        await DeliverAsync(seller, message);
        await ShownAsync(seller);
        Assert.Equal($"focus {order}", await TapAsync(seller));
        await seller.GoAsync("/me/notices/settings");
    }

    /// <summary>Only a real tap may open a window or bring one forward, and none comes from outside: what the worker asks for is written down instead.</summary>
    private async Task<string?> TapAsync(Person seller) => (await InWorkerAsync(seller, """
        (async () => {
          const asked = [];
          WindowClient.prototype.focus = async function () { asked.push("focus " + new URL(this.url).pathname); };
          clients.openWindow = async url => { asked.push("open " + new URL(url).pathname); };
          const [notification] = await registration.getNotifications();
          const event = new NotificationEvent("notificationclick", { notification });
          let done;
          event.waitUntil = work => { done = work; };
          dispatchEvent(event);
          await done;
          return asked.join();
        })()
        """)).GetProperty("value").GetString();

    /// <summary>Evaluates in the person's service worker, which no page can.</summary>
    private static async Task<JsonElement> InWorkerAsync(Person person, string script)
    {
        var page = await person.Page.Context.NewCDPSessionAsync(person.Page);
        var here = (await page.SendAsync("Target.getTargetInfo"))!.Value.GetProperty("targetInfo").GetProperty("browserContextId").GetString();
        var browser = await person.Page.Context.Browser!.NewBrowserCDPSessionAsync();
        var targets = (await browser.SendAsync("Target.getTargets"))!.Value.GetProperty("targetInfos").EnumerateArray();
        var worker = targets.First(target => target.GetProperty("type").GetString() == "service_worker" && target.GetProperty("browserContextId").GetString() == here).GetProperty("targetId").GetString()!;
        var session = (await browser.SendAsync("Target.attachToTarget", new() { ["targetId"] = worker, ["flatten"] = false }))!.Value.GetProperty("sessionId").GetString()!;
        var heard = new TaskCompletionSource<JsonElement>();
        browser.Event("Target.receivedMessageFromTarget").OnEvent += (_, told) =>
        {
            var answer = JsonDocument.Parse(told!.Value.GetProperty("message").GetString()!).RootElement;
            if (answer.TryGetProperty("id", out JsonElement _)) heard.TrySetResult(answer);
        };
        var message = JsonSerializer.Serialize(new { id = 1, method = "Runtime.evaluate", @params = new { expression = script, awaitPromise = true, returnByValue = true } });
        await browser.SendAsync("Target.sendMessageToTarget", new() { ["sessionId"] = session, ["message"] = message });
        var result = (await heard.Task).GetProperty("result");
        Assert.False(result.TryGetProperty("exceptionDetails", out JsonElement failure), $"{failure}");
        await browser.DetachAsync();
        return result.GetProperty("result");
    }

    /// <summary>Whoever has the mail open need not be signed in.</summary>
    private async Task SwitchOffAsync(string language)
    {
        var mail = _mail.Mails.First(mail => mail.Headers.ContainsKey("List-Unsubscribe"));
        await using var reader = await Person.WithPhoneAsync(_app.Address, language, $"told/{language}/reader");
        await reader.GoAsync(new Uri(mail.Headers["List-Unsubscribe"].Trim('<', '>')).AbsolutePath);
        await reader.LookAsync("switch-off");
        await reader.TapAsync("told.off.do");
        await reader.SayingAsync("told.off.done", reader.Say("told.by.Email"), reader.Say("told.topic.NewOrder"));
        await reader.LookAsync("off");
        await reader.TapAsync("told.off.undo");
        await reader.SayingAsync("told.off.ask", reader.Say("told.by.Email"), reader.Say("told.topic.NewOrder"));
    }

    private static async Task RemoveAsync(Person seller)
    {
        await seller.GoAsync("/me/notices/settings");
        await seller.TapAsync(seller.Page.Locator("[data-mark] button"));
        await Assertions.Expect(seller.Page.Locator("[data-mark]")).ToHaveCountAsync(0);
        await Assertions.Expect(seller.Button("told.push.ask")).ToBeVisibleAsync();
    }

    private static string AddressOf(TestBrowser browser) => $$"""
        {
          const key = text => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), letter => letter.charCodeAt(0)).buffer;
          const made = { endpoint: "{{browser.Endpoint}}", getKey: name => key(name === "p256dh" ? "{{browser.Keys.P256dh}}" : "{{browser.Keys.Auth}}"), unsubscribe: async () => true };
          PushManager.prototype.subscribe = async options => {
            if (!options.userVisibleOnly || options.applicationServerKey.length !== 65) throw new Error("no key");
            localStorage.pushed = "yes";
            return made;
          };
          PushManager.prototype.getSubscription = async () => localStorage.pushed ? made : null;
        }
        """;

    [GeneratedRegex("[0-9A-Z-]{8,}")]
    private static partial Regex Number();
}
