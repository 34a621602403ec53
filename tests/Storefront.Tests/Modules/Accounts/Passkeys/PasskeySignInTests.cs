using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Accounts.Passkeys;

/// <summary>In by fingerprint or face, with nothing typed; and every way in which an answer can be wrong.</summary>
public sealed class PasskeySignInTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private const string Private = "/me/sessions";
    private const string Refused = "This fingerprint or face sign-in was not accepted: it was removed here, or it took too long. Try again, or use a code.";

    [Fact]
    public async Task It_opens_a_session_like_any_other()
    {
        var (owner, id, _) = await shop.App.SignedInAsync();
        using var key = await shop.App.AddPasskeyAsync(owner);
        var visitor = shop.App.NewVisitor("en");
        Assert.NotNull((await visitor.GetAsync("/sign-in")).Page.QuerySelector("form[data-passkey][hidden]"));
        var begun = await visitor.BeginAsync("/sign-in?ReturnUrl=/me/orders");
        var asked = JsonNode.Parse(begun.Text)!;
        Assert.Equal("required", (string)asked["userVerification"]!);
        Assert.True(asked["allowCredentials"] is null or JsonArray { Count: 0 });
        var cookie = begun.Raw.Headers.GetValues("Set-Cookie").Single(set => set.StartsWith("passkey=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        Assert.Equal("/me/orders", (await visitor.FinishAsync("/sign-in?ReturnUrl=/me/orders", key.Answer(begun.Text))).Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(Private)).Status);
        Assert.EndsWith(".1", visitor.Cookies.GetAllCookies()["ui"]!.Value, StringComparison.Ordinal);
        Assert.Equal(2, await shop.App.ReadAsync(db => db.Sessions.CountAsync(session => session.AccountId == id)));

        var thief = shop.App.NewVisitor();
        thief.Cookies.Add(shop.App.Address, new Cookie("session", visitor.Cookies.GetAllCookies()["session"]!.Value, "/"));
        Assert.Equal(HttpStatusCode.OK, (await thief.GetAsync(Private)).Status);
        await owner.SubmitAsync(await owner.GetAsync(Private), null, "form[action*=Others]");
        Assert.Equal(HttpStatusCode.Redirect, (await thief.GetAsync(Private)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Private)).Status);
    }

    [Fact]
    public async Task It_is_both_factors_for_an_admin()
    {
        var (owner, _, _) = await shop.App.SignedInAsync("en", Policies.AdminRole);
        using var key = await shop.App.AddPasskeyAsync(owner);
        var visitor = shop.App.NewVisitor("en");
        Assert.Equal("/admin", (await visitor.SignInAsync(key, path: "/sign-in?ReturnUrl=/admin")).Location);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync("/admin")).Status);
        (await shop.App.NewVisitor("en").SignInAsync(key, new(Verified: false))).Refusal();
    }

    [Fact]
    public async Task Every_wrong_answer_gets_the_same_page()
    {
        var (owner, _, _) = await shop.App.SignedInAsync();
        var (other, otherId, _) = await shop.App.SignedInAsync();
        using var key = await shop.App.AddPasskeyAsync(owner);
        using var others = await shop.App.AddPasskeyAsync(other);
        using var unknown = new SoftKey(shop.App.Origin());
        var cases = new (string What, SoftKey Key, Forgery? Forged)[]
        {
            ("a sister's origin", key, new(Origin: "https://evil.example")), ("in a stranger's frame", key, new(CrossOrigin: true)), ("another domain", key, new(Domain: "evil.example")),
            ("another challenge", key, new(Challenge: "AAAAAAAAAAAAAAAAAAAAAA")), ("no challenge", key, new(Challenge: "")), ("the other ceremony", key, new(Type: "webauthn.create")),
            ("another's handle", key, new(Handle: $"{otherId}")), ("nobody's handle", key, new(Handle: "999999999")), ("a handle of letters", key, new(Handle: "abc")), ("no handle", key, new(Handle: "")),
            ("no verification", key, new(Verified: false)), ("nobody present", key, new(Present: false)), ("another key's signature", key, new(OtherKey: true)), ("an unknown key", unknown, new(Handle: $"{otherId}")),
        };
        foreach (var (what, used, forged) in cases)
        {
            var visitor = shop.App.NewVisitor("en");
            var answer = await visitor.SignInAsync(used, forged);
            Assert.True(answer.Status == HttpStatusCode.BadRequest, what);
            Assert.Equal(Refused, answer.Refusal());
            Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Private)).Status);
        }
        Assert.Equal("/me", (await shop.App.NewVisitor().SignInAsync(key)).Location);
    }

    [Fact]
    public async Task Without_a_challenge_or_too_late_it_answers_on_the_same_page()
    {
        await using var app = await StoreApp.StartAsync();
        var (owner, _, _) = await app.SignedInAsync();
        using var key = await app.AddPasskeyAsync(owner);
        var visitor = app.NewVisitor("en");
        foreach (var rubbish in new[] { null, "", "x", "{}", "null", "[]", new string('x', 20_000), "{\"id\":\"AA\",\"type\":\"public-key\",\"clientExtensionResults\":{},\"response\":{}}" })
        {
            Assert.Equal(Refused, (await visitor.FinishAsync("/sign-in", rubbish)).Refusal());
            await visitor.BeginAsync("/sign-in");
            Assert.Equal(Refused, (await visitor.FinishAsync("/sign-in", rubbish)).Refusal());
        }
        var begun = (await visitor.BeginAsync("/sign-in")).Text;
        app.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(Refused, (await visitor.FinishAsync("/sign-in", key.Answer(begun))).Refusal());

        begun = (await owner.BeginAsync(PasskeySteps.Add, new { Proof__Password = People.Password })).Text;
        visitor.Cookies.Add(app.Address, new Cookie("passkey", owner.Cookies.GetAllCookies()["passkey"]!.Value, "/"));
        Assert.Equal(Refused, (await visitor.FinishAsync("/sign-in", key.Answer(begun.Replace("\"rp\"", "\"rpId\":\"127.0.0.1\",\"rp\"", StringComparison.Ordinal)))).Refusal());
        var afterwards = await visitor.SubmitAsync(await visitor.FinishAsync("/sign-in", "{}"), new { Input__Phone = People.NewPhone() });
        Assert.Equal("/sign-in/code", afterwards.Location);
        Assert.StartsWith("这次指纹或面容登录没有通过", (await app.NewVisitor().FinishAsync("/sign-in", "{}")).Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_challenge_is_answered_once_even_by_a_key_that_does_not_count()
    {
        var (owner, _, _) = await shop.App.SignedInAsync();
        using var key = await shop.App.AddPasskeyAsync(owner);
        var visitor = shop.App.NewVisitor();
        var answer = key.Answer((await visitor.BeginAsync("/sign-in")).Text);
        var cookie = visitor.Cookies.GetAllCookies()["passkey"]!.Value;
        Assert.Equal("/me", (await visitor.FinishAsync("/sign-in", answer)).Location);
        Assert.Null(visitor.Cookies.GetAllCookies()["passkey"]);

        var twice = answer.Replace("\"response\":{", "\"response\":{\"ClientDataJSON\":\"AAAA\",", StringComparison.Ordinal);
        foreach (var replayed in new[] { answer, twice })
        {
            var thief = shop.App.NewVisitor("en");
            await thief.GetAsync("/sign-in");
            thief.Cookies.Add(shop.App.Address, new Cookie("passkey", cookie, "/"));
            Assert.Equal(Refused, (await thief.FinishAsync("/sign-in", replayed)).Refusal());
        }
        Assert.NotEmpty(await shop.App.ReadAsync(db => db.SpentChallenges.ToListAsync()));
    }

    [Fact]
    public async Task A_counter_only_goes_up()
    {
        var (owner, _, _) = await shop.App.SignedInAsync();
        using var key = await shop.App.AddPasskeyAsync(owner);
        foreach (var (count, good) in new[] { (5u, true), (5u, false), (4u, false), (0u, false), (6u, true) })
        {
            var answer = await shop.App.NewVisitor().SignInAsync(key, new(Count: count));
            Assert.True(good == (answer.Location == "/me"), $"{count}");
        }
        key.Count = 7;
        var both = new[] { shop.App.NewVisitor(), shop.App.NewVisitor() };
        var answers = await Task.WhenAll(both.Select(visitor => visitor.SignInAsync(key)));
        Assert.Single(answers, answer => answer.Location == "/me");
    }

    [Fact]
    public async Task A_closed_account_stays_closed()
    {
        var (owner, id, _) = await shop.App.SignedInAsync();
        using var key = await shop.App.AddPasskeyAsync(owner);
        await shop.App.WriteAsync(async db => (await db.Accounts.SingleAsync(account => account.Id == id)).DisabledAt = DateTime.UnixEpoch);
        var visitor = shop.App.NewVisitor("en");
        Assert.StartsWith("This account was closed", (await visitor.SignInAsync(key)).Refusal(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.GetAsync(Private)).Status);
    }

    /// <summary>A page of evil.shop.example may ask for keys of shop.example and forge everything but the host.</summary>
    [Fact]
    public async Task A_sisters_page_cannot_send_its_own_origin_along()
    {
        var (owner, _, _) = await shop.App.SignedInAsync();
        using var key = await shop.App.AddPasskeyAsync(owner);
        var visitor = shop.App.NewVisitor("en");
        const string Sister = "https://evil.shop.example";
        var begun = (await visitor.BeginAsync("/sign-in")).Text;
        var page = await visitor.GetAsync("/sign-in");
        var fields = Visitor.FieldsOf(page, new { credential = key.Answer(begun, new(Origin: Sister)) }, "form[data-passkey]");
        using var http = new HttpClient(new SocketsHttpHandler { CookieContainer = visitor.Cookies, AllowAutoRedirect = false }) { BaseAddress = shop.App.Address };
        http.DefaultRequestHeaders.Add("Origin", Sister);
        http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        using var content = new FormUrlEncodedContent(fields);
        Assert.Equal(HttpStatusCode.BadRequest, (await http.PostAsync(new Uri("/sign-in?handler=Passkey", UriKind.Relative), content)).StatusCode);
    }

    [Theory]
    [InlineData("/sign-in?handler=Begin")]
    [InlineData("/sign-in?handler=Passkey")]
    public async Task Other_sites_and_posts_without_token_are_turned_away(string path)
    {
        var visitor = shop.App.NewVisitor();
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.PostAsync(path, [])).Status);
        using var http = new HttpClient { BaseAddress = shop.App.Address };
        http.DefaultRequestHeaders.Add("Origin", "https://evil.example");
        using var content = new FormUrlEncodedContent([]);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsync(new Uri(path, UriKind.Relative), content)).StatusCode);
    }

    [Fact]
    public async Task Tries_are_counted_with_all_other_sign_ins()
    {
        await using var app = await StoreApp.StartAsync(change: null, "Accounts:TriesPerMinute=4");
        var visitor = app.NewVisitor();
        await visitor.BeginAsync("/sign-in");
        await visitor.FinishAsync("/sign-in", "{}");
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in"), new { Input__Phone = "1" });
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.FinishAsync("/sign-in", "{}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.FinishAsync("/sign-in", "{}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await visitor.BeginAsync("/sign-in")).Status);
    }

    [Theory]
    [InlineData("https://market.example")]
    [InlineData("market.example:443")]
    [InlineData("market.example/shop")]
    [InlineData("192.168.0.7")]
    [InlineData("market")]
    [InlineData("mar ket.example")]
    public async Task A_domain_that_is_none_stops_the_start(string domain)
    {
        var wrong = await Assert.ThrowsAsync<ConfigurationException>(() => StoreApp.StartAsync(change: null, "Accounts:Passkeys:Domain=" + domain));
        Assert.StartsWith($"Accounts:Passkeys:Domain is '{domain}', and passkeys need a plain domain", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_is_what_keys_are_made_for()
    {
        await using var app = await StoreApp.StartAsync(change: null, "Accounts:Passkeys:Domain=Market.Example");
        var asked = JsonNode.Parse((await app.NewVisitor().BeginAsync("/sign-in")).Text)!;
        Assert.Equal("market.example", (string)asked["rpId"]!);
    }
}
