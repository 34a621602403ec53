using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;
using Storefront.Shared;
using Storefront.Tests.Support;

namespace Storefront.Tests.Modules.Notifications;

/// <summary>The link in a message that ends messages like it, for whoever holds it and nobody else.</summary>
public sealed partial class SwitchOffTests(ToldShop shop) : IClassFixture<ToldShop>
{
    [Fact]
    public async Task The_link_in_a_mail_switches_one_thing_off_without_signing_in_and_on_again()
    {
        var (_, id, phone, browser) = await shop.WithPhoneAsync();
        var link = await LinkAsync(id, phone);
        var stranger = shop.App.NewVisitor("en");
        var asked = await stranger.GetAsync(link);
        Assert.Contains("Switch off e-mails about “New order”?", asked.Text, StringComparison.Ordinal);
        await stranger.GetAsync(link);
        await TellOnceMoreAsync(id);
        Assert.Equal(2, shop.MailsTo(phone).Count);

        var done = await stranger.FollowAsync(await stranger.SubmitAsync(asked));
        Assert.Contains("You get no more e-mails about “New order”.", done.Text, StringComparison.Ordinal);
        await TellOnceMoreAsync(id);
        await shop.HappensAsync(id, Topic.OrderCancelled, "9");
        await shop.TellAsync();
        Assert.Equal("Order 9 is cancelled, do not send it", shop.MailsTo(phone)[2].Headers["Subject"]);
        Assert.Equal(4, shop.Push.ReadBy(browser).Count);

        Assert.Contains("Switch off e-mails", (await stranger.FollowAsync(await stranger.SubmitAsync(done))).Text, StringComparison.Ordinal);
        await TellOnceMoreAsync(id);
        Assert.Equal(4, shop.MailsTo(phone).Count);
    }

    [Fact]
    public async Task A_mail_program_does_it_with_one_post_from_anywhere()
    {
        var (_, id, phone, _) = await shop.WithPhoneAsync();
        var link = await LinkAsync(id, phone);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = shop.App.Address };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("List-Unsubscribe", "One-Click")]);
        using var answer = await http.PostAsync(new Uri(link, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        using var again = await http.PostAsync(new Uri(link, UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        await TellOnceMoreAsync(id);
        Assert.Single(shop.MailsTo(phone));
        Assert.Equal([Way.Email], await shop.App.ReadAsync(db => db.TellingChoices.Where(choice => choice.AccountId == id && choice.Wish == false).Select(choice => choice.Way).ToListAsync()));
    }

    [Fact]
    public async Task A_forged_secret_opens_nothing()
    {
        var forged = "/u/" + Code.NewSecret();
        var stranger = shop.App.NewVisitor("en");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(forged)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync(forged, [KeyValuePair.Create("List-Unsubscribe", "One-Click")])).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync("/u/" + Code.NewPublic())).Status);
    }

    [Fact]
    public async Task No_link_switches_a_recall_off()
    {
        var (_, id, _, _) = await shop.WithPhoneAsync();
        await shop.HappensAsync(id, Topic.Recall, "honey");
        await shop.TellAsync();
        var code = await shop.App.ReadAsync(db => db.TellingChoices.Where(choice => choice.AccountId == id && choice.Way == Way.Email).Select(choice => choice.Code).SingleAsync());
        var stranger = shop.App.NewVisitor("en");
        var page = await stranger.GetAsync("/u/" + code);
        Assert.Contains("cannot be switched off", page.Text, StringComparison.Ordinal);
        Assert.Null(page.Page.QuerySelector("main form"));
        await stranger.PostAsync("/u/" + code, []);
        Assert.True(await shop.App.ReadAsync(db => db.TellingChoices.AnyAsync(choice => choice.Code == code && choice.Wish == null)));
    }

    private async Task<string> LinkAsync(long id, string phone)
    {
        shop.WaitForHour(10);
        await TellOnceMoreAsync(id);
        var mail = Assert.Single(shop.MailsTo(phone));
        var link = Link().Match(mail.Headers["List-Unsubscribe"]).Groups["path"].Value;
        Assert.Contains("https://farm.example" + link, mail.Text, StringComparison.Ordinal);
        return link;
    }

    private async Task TellOnceMoreAsync(long id)
    {
        await shop.HappensAsync(id, Topic.NewOrder, "7");
        await shop.TellAsync();
    }

    [GeneratedRegex("^<https://farm.example(?<path>/u/[0-9a-z]{26})>$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
