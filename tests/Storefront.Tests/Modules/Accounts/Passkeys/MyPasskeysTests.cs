using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Accounts.Passkeys;

/// <summary>Adding, naming and removing passkeys: nothing without the person, and nobody else's.</summary>
public sealed class MyPasskeysTests(StoreFixture shop) : IClassFixture<StoreFixture>
{
    private const string Browser = "Mozilla/5.0 (Linux; Android 14; V2031A) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/125.0 Mobile Safari/537.36";

    [Theory]
    [InlineData(PasskeySteps.List)]
    [InlineData(PasskeySteps.Add)]
    [InlineData(PasskeySteps.List + "/0000000000000000")]
    public async Task A_guest_is_sent_to_sign_in(string path) => Assert.Contains("/sign-in?ReturnUrl=", (await shop.App.NewVisitor().GetAsync(path)).Location, StringComparison.Ordinal);

    [Fact]
    public async Task The_device_is_asked_after_the_person_is_proven()
    {
        var (visitor, id, phone) = await shop.App.SignedInAsync("en");
        Assert.Equal("Enter your password or a code", (await visitor.BeginAsync(PasskeySteps.Add)).Refusal());
        Assert.StartsWith("The password is wrong", (await visitor.BeginAsync(PasskeySteps.Add, new { Proof__Password = "not it at all" })).Refusal(), StringComparison.Ordinal);

        var begun = await visitor.BeginAsync(PasskeySteps.Add, new { Proof__Password = People.Password });
        Assert.Equal("application/json", begun.Raw.Content.Headers.ContentType!.MediaType);
        var asked = JsonNode.Parse(begun.Text)!;
        Assert.Equal(("127.0.0.1", "required", "required"), ((string)asked["rp"]!["id"]!, (string)asked["authenticatorSelection"]!["userVerification"]!, (string)asked["authenticatorSelection"]!["residentKey"]!));
        Assert.DoesNotContain(phone, begun.Text, StringComparison.Ordinal);
        using var key = new SoftKey(shop.App.Origin());
        Assert.Equal(PasskeySteps.List, (await visitor.FinishAsync(PasskeySteps.Add, key.Make(begun.Text))).Location);
        Assert.Single(await OfAsync(id));
        Assert.Contains("现在可以用指纹或面容登录你的账号", (await shop.App.SentToAsync(phone))[0], StringComparison.Ordinal);
        Assert.Contains("password, fingerprint or face", (await visitor.GetAsync("/me/account")).Text, StringComparison.Ordinal);

        var again = JsonNode.Parse((await visitor.BeginAsync(PasskeySteps.Add, new { Proof__Password = People.Password })).Text)!;
        Assert.Single(again["excludeCredentials"]!.AsArray());
    }

    [Fact]
    public async Task A_code_proves_as_well_and_once()
    {
        var (visitor, phone) = (shop.App.NewVisitor("en"), People.NewPhone());
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in"), new { Input__Phone = phone });
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/code"), new { Input__Code = await shop.App.CodeSentToAsync(phone) });
        await SendAsync(visitor, PasskeySteps.Add);
        var code = await shop.App.CodeSentToAsync(phone);
        using var key = new SoftKey(shop.App.Origin());
        var begun = await visitor.BeginAsync(PasskeySteps.Add, new { Proof__Code = code });
        var made = key.Make(begun.Text);
        var cookie = visitor.Cookies.GetAllCookies()["passkey"]!.Value;
        Assert.Equal(PasskeySteps.List, (await visitor.FinishAsync(PasskeySteps.Add, made)).Location);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.BeginAsync(PasskeySteps.Add, new { Proof__Code = code })).Status);

        using var second = new SoftKey(shop.App.Origin());
        visitor.Cookies.Add(shop.App.Address, new Cookie("passkey", cookie, "/"));
        Assert.Equal("This took too long or did not fit. Please start again.", (await visitor.FinishAsync(PasskeySteps.Add, second.Make(begun.Text))).Refusal());
    }

    [Fact]
    public async Task It_is_listed_renamed_and_removed()
    {
        var (_, phone) = await shop.App.NewPersonAsync();
        var (visitor, other) = (shop.App.NewVisitor("en", Browser), shop.App.NewVisitor("en"));
        await shop.App.SignInAsync(visitor, phone);
        await shop.App.SignInAsync(other, phone);
        Assert.Contains("No device yet", (await visitor.GetAsync(PasskeySteps.List)).Text, StringComparison.Ordinal);
        using var key = await shop.App.AddPasskeyAsync(visitor);
        var list = await visitor.GetAsync(PasskeySteps.List);
        Assert.Contains("Chrome · Android", list.Text, StringComparison.Ordinal);
        Assert.Contains("not used yet", list.Text, StringComparison.Ordinal);
        var path = list.Page.QuerySelector("main li a")!.GetAttribute("href")!;

        foreach (var (name, why) in new[] { (" ", "Enter a name"), (new string('n', 61), "Too long: use at most 60 characters") })
        {
            var bad = await visitor.SubmitAsync(await visitor.GetAsync(path), new { Input__Name = name });
            Assert.Equal(why, bad.Refusal());
            Assert.Equal(name, bad.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        }
        Assert.Equal(PasskeySteps.List, (await visitor.SubmitAsync(await visitor.GetAsync(path), new { Input__Name = "爸爸的手机" })).Location);
        await shop.App.NewVisitor().SignInAsync(key);
        list = await visitor.GetAsync(PasskeySteps.List);
        Assert.Contains("爸爸的手机", list.Text, StringComparison.Ordinal);
        Assert.Contains("last used", list.Text, StringComparison.Ordinal);

        const string Remove = "form[action*=Remove]";
        var sent = await SendAsync(visitor, path);
        Assert.Equal(PasskeySteps.List, (await visitor.SubmitAsync(sent, new { Input__Name = "爸爸的手机" })).Location);
        var kept = await visitor.SubmitAsync(await visitor.GetAsync(path), new { Proof__Password = "not it at all" }, Remove);
        Assert.StartsWith("The password is wrong", kept.Refusal(), StringComparison.Ordinal);
        Assert.Equal("爸爸的手机", kept.Page.QuerySelector("[name='Input.Name']")!.GetAttribute("value"));
        Assert.Equal(HttpStatusCode.OK, (await other.GetAsync(PasskeySteps.List)).Status);
        Assert.Equal(PasskeySteps.List, (await visitor.SubmitAsync(await visitor.GetAsync(path), new { Proof__Password = People.Password }, Remove)).Location);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await other.GetAsync(PasskeySteps.List)).Status);
        Assert.Equal(HttpStatusCode.OK, (await visitor.GetAsync(PasskeySteps.List)).Status);
        Assert.Contains("爸爸的手机 不能再用指纹", (await shop.App.SentToAsync(phone))[0], StringComparison.Ordinal);
        (await shop.App.NewVisitor("en").SignInAsync(key)).Refusal();
    }

    [Fact]
    public async Task Others_passkeys_are_not_there()
    {
        var (owner, id, _) = await shop.App.SignedInAsync();
        var (stranger, _, _) = await shop.App.SignedInAsync();
        using var key = await shop.App.AddPasskeyAsync(owner);
        using var own = await shop.App.AddPasskeyAsync(stranger);
        var path = (await owner.GetAsync(PasskeySteps.List)).Page.QuerySelector("main li a")!.GetAttribute("href")!;
        var ownPath = (await stranger.GetAsync(PasskeySteps.List)).Page.QuerySelector("main li a")!.GetAttribute("href")!;
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(path)).Status);
        var fields = Visitor.FieldsOf(await stranger.GetAsync(ownPath), new { Input__Name = "mine", Proof__Password = People.Password }, "main form");
        foreach (var handler in new[] { "", "?handler=Remove", "?handler=Send" }) Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(path + handler, fields)).Status);
        Assert.Single(await OfAsync(id));
    }

    [Fact]
    public async Task A_challenge_serves_only_the_account_that_was_proven()
    {
        var (victim, thief) = (await shop.App.SignedInAsync(), await shop.App.SignedInAsync("en"));
        using var key = new SoftKey(shop.App.Origin());
        var begun = await thief.Visitor.BeginAsync(PasskeySteps.Add, new { Proof__Password = People.Password });
        victim.Visitor.Cookies.Add(shop.App.Address, new Cookie("passkey", thief.Visitor.Cookies.GetAllCookies()["passkey"]!.Value, "/"));
        (await victim.Visitor.FinishAsync(PasskeySteps.Add, key.Make(begun.Text))).Refusal();
        Assert.Empty(await OfAsync(victim.Id));
    }

    [Fact]
    public async Task One_key_belongs_to_one_account_and_an_account_has_ten()
    {
        var (first, second) = (await shop.App.SignedInAsync(), await shop.App.SignedInAsync("en"));
        using var key = await shop.App.AddPasskeyAsync(first.Visitor);
        (await second.Visitor.FinishAsync(PasskeySteps.Add, key.Make((await second.Visitor.BeginAsync(PasskeySteps.Add, new { Proof__Password = People.Password })).Text))).Refusal();
        Assert.Empty(await OfAsync(second.Id));

        using var late = new SoftKey(shop.App.Origin());
        for (var count = 0; count < PasskeySets.Most - 1; count++) (await shop.App.AddPasskeyAsync(second.Visitor)).Dispose();
        var begun = (await second.Visitor.BeginAsync(PasskeySteps.Add, new { Proof__Password = People.Password })).Text;
        var cookie = second.Visitor.Cookies.GetAllCookies()["passkey"]!.Value;
        (await shop.App.AddPasskeyAsync(second.Visitor)).Dispose();
        const string Full = "10 devices are on the list: remove one first.";
        Assert.Equal(Full, (await second.Visitor.BeginAsync(PasskeySteps.Add, new { Proof__Password = People.Password })).Refusal());
        second.Visitor.Cookies.Add(shop.App.Address, new Cookie("passkey", cookie, "/"));
        Assert.Equal(Full, (await second.Visitor.FinishAsync(PasskeySteps.Add, late.Make(begun))).Refusal());
        Assert.Equal(PasskeySets.Most, (await OfAsync(second.Id)).Count);
        var list = await second.Visitor.GetAsync(PasskeySteps.List);
        Assert.Equal(PasskeySets.Most, list.Page.QuerySelectorAll("main li").Length);
        Assert.Null(list.Page.QuerySelector($"main a[href='{PasskeySteps.Add}']"));
    }

    [Fact]
    public async Task A_device_that_did_not_know_its_person_is_not_added()
    {
        var (visitor, id, _) = await shop.App.SignedInAsync("en");
        foreach (var forged in new[] { new Forgery(Verified: false), new(Present: false), new(Domain: "evil.example"), new(Origin: "https://evil.example"), new(Challenge: "AAAA"), new(Type: "webauthn.get") })
        {
            using var key = new SoftKey(shop.App.Origin());
            (await visitor.FinishAsync(PasskeySteps.Add, key.Make((await visitor.BeginAsync(PasskeySteps.Add, new { Proof__Password = People.Password })).Text, forged))).Refusal();
        }
        Assert.Empty(await OfAsync(id));
    }

    [Fact]
    public async Task The_file_tells_of_them_and_the_offer_is_made_to_who_came_by_code()
    {
        var (visitor, phone) = (shop.App.NewVisitor("en"), People.NewPhone());
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in"), new { Input__Phone = phone });
        await visitor.SubmitAsync(await visitor.GetAsync("/sign-in/code"), new { Input__Code = await shop.App.CodeSentToAsync(phone) });
        Assert.NotNull((await visitor.GetAsync("/me")).Page.QuerySelector("[data-passkey-offer][hidden] a[href='/me/passkeys/add']"));
        var (byPassword, _, _) = await shop.App.SignedInAsync("en");
        Assert.Null((await byPassword.GetAsync("/me")).Page.QuerySelector("[data-passkey-offer]"));

        using var key = await shop.App.AddPasskeyAsync(byPassword);
        var file = (await byPassword.SubmitAsync(await byPassword.GetAsync("/me/account"), form: "form[action$=export]")).Text;
        Assert.Equal("?", (string)JsonNode.Parse(file)!["account"]!["fingerprint or face"]![0]!["name"]!);
    }

    private static async Task<Answer> SendAsync(Visitor visitor, string path) =>
        await visitor.PostAsync(path + "?handler=Send", Visitor.FieldsOf(await visitor.GetAsync(path), values: null, "main form:last-of-type"));

    private Task<List<long>> OfAsync(long account) => shop.App.ReadAsync(db => db.Passkeys.Where(passkey => passkey.UserId == account).Select(passkey => passkey.UserId).ToListAsync());
}
