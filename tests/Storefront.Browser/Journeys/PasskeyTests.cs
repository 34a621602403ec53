using Microsoft.Playwright;
using Storefront.Browser.Steps;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>A farmer who is tired of codes: in by code, offered the finger once, added, out, in by finger, removed, and out for good.</summary>
[Collection(DemoMarket.Name)]
public sealed class PasskeyTests(DemoMarket market)
{
    /// <summary>Such keys belong to a name, and this one means every machine itself.</summary>
    private Uri Shop => new UriBuilder(market.App.Address) { Host = "localhost" }.Uri;

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task In_by_finger(string language)
    {
        await using var person = await Person.WithPhoneAsync(Shop, language, $"passkeys/{language}");
        var finger = await Fingerprint.OfAsync(person);
        var (_, phone) = await market.App.NewPersonAsync();
        await person.GoAsync("/sign-in");
        await person.TypeAsync("accounts.phone", phone);
        await person.LookAsync("sign-in");
        await person.TapAsync("accounts.code.send");
        await person.ExpectAsync("/sign-in/code");
        await person.EnterCodeAsync(market.App, phone);
        await person.SayingAsync("passkeys.offer");
        await person.LookAsync("offer");
        await person.GoAsync("/me");
        await person.LookAsync("offered-once");
        Assert.False(await person.Page.Locator("[data-passkey-offer]").IsVisibleAsync());

        await AddAsync(person, finger);
        await SignOutAsync(person);
        // A browser that offers passkeys among what it fills in: the finger is enough, and nothing is pressed.
        await person.Page.GotoAsync("/sign-in?ReturnUrl=/me/passkeys", new() { WaitUntil = WaitUntilState.Commit });
        await person.SayingAsync("passkeys.used");
        await person.LookAsync("used");
        await SignOutAsync(person);

        // One that does not: the button.
        await person.Page.AddInitScriptAsync("delete PublicKeyCredential.isConditionalMediationAvailable");
        await person.GoAsync("/sign-in?ReturnUrl=/me/passkeys");
        await person.TapAsync("passkeys.signin");
        await person.ExpectAsync("/me/passkeys");
        await RemoveAsync(person);
        await SignOutAsync(person);
        await person.GoAsync("/sign-in");
        await person.TapAsync("passkeys.signin");
        await person.SayingAsync("passkeys.refused");
        await person.LookAsync("refused", "400");
        Assert.Equal(1, await finger.CountKeysAsync());
    }

    private static async Task AddAsync(Person person, Fingerprint finger)
    {
        await person.GoAsync("/me/passkeys");
        await person.LookAsync("none");
        await person.TapAsync(person.Link("passkeys.add"));
        await person.ExpectAsync("/me/passkeys/add");
        await person.LookAsync("add");
        await person.Page.Locator("#Proof_Password").FillAsync("not it at all");
        await person.TapAsync("passkeys.add.do");
        await person.SayingAsync("accounts.proof.wrong_password");
        await person.LookAsync("wrong", "400");
        Assert.Equal(0, await finger.CountKeysAsync());

        await finger.KnowsAsync(false);
        await person.Page.Locator("#Proof_Password").FillAsync(People.Password);
        await person.TapAsync("passkeys.add.do");
        await person.SayingAsync("passkeys.add.failed");
        await person.LookAsync("not-known");
        await finger.KnowsAsync(true);
        await person.TapAsync("passkeys.add.do");
        await person.SayingAsync("passkeys.unused");
        await person.LookAsync("added");
    }

    private static async Task RemoveAsync(Person person)
    {
        await person.TapAsync(person.Page.Locator("main .list a"));
        await person.ExpectAsync("/me/passkeys/*");
        await person.LookAsync("one");
        await person.Page.Locator("#Proof_Password").FillAsync(People.Password);
        await person.TapAsync("passkeys.remove.do");
        await person.SayingAsync("passkeys.empty");
    }

    private static async Task SignOutAsync(Person person)
    {
        await person.GoAsync("/me");
        await person.TapAsync("accounts.signout");
        await person.SayingAsync("accounts.me.invite");
    }
}
