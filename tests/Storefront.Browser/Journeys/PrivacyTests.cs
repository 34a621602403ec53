using Storefront.Browser.Steps;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>My account on a narrow phone: everything about it, my data as a file, and being forgotten.</summary>
[Collection(DemoMarket.Name)]
public sealed class PrivacyTests(DemoMarket market)
{
    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_person_leaves(string language)
    {
        await using var person = await Person.WithPhoneAsync(market.App.Address, language, $"privacy/{language}");
        var (_, phone) = await market.App.NewPersonAsync();
        await person.SignInAsync(market.App, phone, People.Password);
        foreach (var page in new[] { "", "/phone", "/email", "/password" })
        {
            await person.GoAsync("/me/account" + page);
            await person.LookAsync("account" + page.Replace('/', '-'));
        }
        await person.GoAsync("/me/account");
        var file = await person.Page.RunAndWaitForDownloadAsync(() => person.TapAsync("accounts.export.do"));
        Assert.EndsWith(".json", file.SuggestedFilename, StringComparison.Ordinal);

        await person.GoAsync("/me/account/erase");
        await person.TapAsync("accounts.code.send");
        await person.SayingAsync("accounts.proof.sent", Phone.Masked(phone));
        await person.LookAsync("erase");
        await person.Page.Locator("#Proof_Code").FillAsync(await market.App.CodeSentToAsync(phone));
        await person.TapAsync("accounts.erase.do");
        await person.SayingAsync("accounts.erase.unsure");
        await person.LookAsync("unsure", "400");
        await person.Page.Locator("#Input_Sure").CheckAsync();
        await person.TapAsync("accounts.erase.do");
        await person.SayingAsync("accounts.erase.done");
        await person.LookAsync("gone");
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task An_admin_closes_an_account(string language)
    {
        await using var admin = await Person.WithPhoneAsync(market.App.Address, language, $"privacy/{language}/admin");
        var (_, own) = await market.App.NewPersonAsync(Policies.AdminRole);
        var (_, phone) = await market.App.NewPersonAsync();
        await admin.SignInAsync(market.App, own, People.Password);
        await admin.GoAsync("/admin/accounts");
        await admin.LookAsync("find");
        await admin.TypeAsync("moderation.accounts.login", phone);
        await admin.TapAsync("moderation.accounts.find");
        await admin.SayingAsync("moderation.accounts.open");
        await admin.LookAsync("open");
        await admin.TypeAsync("moderation.accounts.reason", "spam");
        await admin.TapAsync("moderation.accounts.close");
        await admin.SayingAsync("moderation.accounts.closed");
        await admin.LookAsync("closed");
    }

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_seller_reads_what_comes_first(string language)
    {
        await using var seller = await Person.WithPhoneAsync(market.App.Address, language, $"privacy/{language}/seller");
        await seller.SignInAsync(market.App, DemoMarket.Beekeeper, DemoMarket.Password);
        await seller.GoAsync("/me/account/erase");
        await seller.SayingAsync("accounts.erase.first");
        await seller.LookAsync("first");
    }
}
