using System.Text.RegularExpressions;
using Storefront.Browser.Steps;
using Storefront.Modules.Orders.Model;
using Storefront.Tests.Support;

namespace Storefront.Browser.Journeys;

/// <summary>
/// Two growers let one helper in by her phone number, she packs the orders of both from one inbox, and a grower reads his statement by a private link.
/// In a market of its own: it counts the orders that wait.
/// </summary>
public sealed partial class HelperTests(DemoMarket market) : IClassFixture<DemoMarket>
{
    private static readonly Dictionary<string, (string Helper, (string Owner, string Shop, string Product) A, (string Owner, string Shop, string Product) B)> Cast = new(StringComparer.Ordinal)
    {
        ["zh-CN"] = ("13700001001", ("13800000012", "塔山老油坊", "茶籽洗手皂"), ("13800000013", "峡江橙子地", "橙皮丁")),
        ["en"] = ("13700001002", ("13800000014", "红果子枸杞园", "灰枣"), ("13800000016", "渭北柿子王家", "石磨面粉")),
    };

    [Journey]
    [InlineData("zh-CN")]
    [InlineData("en")]
    public async Task A_helper_of_two_shops_has_one_inbox(string language)
    {
        var (phone, a, b) = Cast[language];
        await using var helper = await Person.WithPhoneAsync(market.App.Address, language, $"helper/{language}/helper");
        await InviteAsync(language, a.Owner, phone, looks: true);
        await EnterAsync(helper, phone);
        await helper.LookAsync("invitation");
        await helper.TapAsync("family.join.yes");
        await helper.ExpectAsync("/sell/today");
        await InviteAsync(language, b.Owner, phone, looks: false);
        await helper.GoAsync(await LinkAsync(phone));
        await helper.TapAsync("family.join.yes");
        await helper.ExpectAsync("/sell/today");

        foreach (var (_, _, product) in new[] { a, b }) await BuyAsync(language, product);
        await helper.GoAsync("/sell/orders");
        foreach (var (_, shop, product) in new[] { a, b })
        {
            await helper.SeeAsync(shop);
            await helper.SeeAsync(product);
        }
        await helper.LookAsync("inbox");
        foreach (var (_, shop, product) in new[] { a, b })
        {
            await helper.GoAsync("/sell/orders");
            await helper.TapAsync(helper.Page.Locator("a.list-item", new() { HasText = product }).First);
            await helper.SeeAsync(shop);
            await helper.TapAsync("orders.pack");
            await helper.SayingAsync($"orders.state.{OrderState.Packed}");
        }
        await helper.GoAsync("/sell/today");
        await helper.TapAsync(helper.Page.Locator(".chooser summary"));
        await helper.LookAsync("chooser");
        await helper.TapAsync(helper.Page.Locator(".chooser a", new() { HasText = a.Shop }));
        await helper.ExpectAsync("/sell/today");
        await ReadAsync(helper, language, a.Shop);
    }

    private async Task InviteAsync(string language, string owner, string phone, bool looks)
    {
        await using var grower = await Person.WithPhoneAsync(market.App.Address, language, $"helper/{language}/owner-{owner}");
        await grower.SignInAsync(market.App, owner, DemoMarket.Password);
        await grower.GoAsync("/sell/members");
        if (looks) await grower.LookAsync("members");
        await grower.TapAsync(grower.Link("family.invite"));
        await grower.ExpectAsync("/sell/members/invite");
        await grower.TypeAsync("family.phone", phone);
        await grower.TapAsync(grower.Page.Locator("label", new() { HasText = grower.Say("family.invite.Helper") }));
        await grower.TapAsync(grower.Page.Locator("label", new() { HasText = grower.Say("family.fee.kind.Percent") }));
        await grower.TypeAsync("family.fee.amount", "5");
        if (looks) await grower.LookAsync("invite");
        await grower.TapAsync("family.invite.go");
        await grower.SayingAsync("family.consent.kept");
        if (looks) await grower.LookAsync("words");
        await grower.TapAsync("family.invite.agree");
        await grower.SayingAsync("family.invite.sent");
        if (looks) await grower.LookAsync("sent");
    }

    /// <summary>From the message to the invitation, over signing up with that very number.</summary>
    private async Task EnterAsync(Person helper, string phone)
    {
        await helper.GoAsync(await LinkAsync(phone));
        await helper.LookAsync("link");
        await helper.TapAsync(helper.Link("family.join.in"));
        await helper.ExpectAsync("/sign-in");
        await helper.TypeAsync("accounts.phone", phone);
        await helper.TapAsync("accounts.code.send");
        await helper.ExpectAsync("/sign-in/code");
        await helper.Page.Locator("#Input_Code").FillAsync(await market.App.CodeSentToAsync(phone));
        await helper.TapAsync("accounts.code.submit");
        await helper.ExpectAsync("/join/");
    }

    private async Task BuyAsync(string language, string product)
    {
        await using var buyer = await Person.WithPhoneAsync(market.App.Address, language, $"helper/{language}/buyer");
        await buyer.GoAsync("/");
        await buyer.FindAsync(product);
        await buyer.PutInCartAsync();
        await buyer.FillInCheckoutAsync();
        await buyer.PayAsync();
        await market.App.DeliverAsync();
    }

    private async Task ReadAsync(Person helper, string language, string shop)
    {
        await helper.GoAsync("/sell/link");
        await helper.LookAsync("link-before");
        await helper.TapAsync("family.link.make");
        var address = await helper.Page.Locator("#link").InputValueAsync();
        await helper.LookAsync("link-once");
        await using var grower = await Person.WithPhoneAsync(market.App.Address, language, $"helper/{language}/grower");
        await grower.GoAsync(new Uri(address).AbsolutePath);
        await grower.SeeAsync(shop);
        await grower.SayingAsync("ledger.helper");
        await grower.LookAsync("statement");
    }

    private async Task<string> LinkAsync(string phone) => (await market.App.SentToAsync(phone)).Select(text => Join().Match(text)).First(link => link.Success).Value;

    [GeneratedRegex("/join/[0-9a-z]{26}")]
    private static partial Regex Join();
}
