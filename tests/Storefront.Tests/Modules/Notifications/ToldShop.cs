using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Modules.Notifications;
using Storefront.Modules.Notifications.Channels;
using Storefront.Modules.Notifications.Contracts;
using Storefront.Modules.Notifications.Model;
using Storefront.Tests.Seams.Channels;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Notifications;

/// <summary>A shop with a push service and a mail server on the other end of the line; SMS are kept by Development's channel. It opens at ten in the morning.</summary>
public sealed class ToldShop : IAsyncLifetime
{
    public const string Settings = "/me/notices/settings";

    public StoreApp App { get; private set; } = null!;

    internal FarPush Push { get; private set; } = null!;

    internal FarMailServer Mail { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        (Push, Mail) = (await FarPush.StartAsync(), FarMailServer.Start());
        App = await StoreApp.StartAsync(Push.Wire, [.. Mail.Settings, "Site:Address=https://farm.example"]);
        Push.Shop = App.Services;
        WaitForHour(10);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await Push.DisposeAsync();
        await Mail.DisposeAsync();
    }

    public void WaitForHour(int hour) => App.Clock.WaitForHour(hour);

    public Task<bool> HappensAsync(long account, Topic topic, params string[] arguments) => App.RunAsync<IServiceProvider, bool>(async services =>
    {
        services.GetRequiredService<INotices>().Stage(account, "site.problem.id", arguments, "/cart", topic);
        await services.GetRequiredService<Storefront.Data.StoreDb>().SaveChangesAsync();
        return true;
    });

    public Task<bool> TellAsync() => App.RunAsync<TellPeople, bool>(async people =>
    {
        await people.RunAsync(CancellationToken.None);
        return true;
    });

    /// <summary>Signs in on a phone that says yes to messages.</summary>
    internal async Task<(Visitor Visitor, long Id, string Phone, TestBrowser Browser)> WithPhoneAsync(string language = "en")
    {
        var (visitor, id, phone) = await App.SignedInAsync(language);
        await App.WriteAsync(db => db.Set<Storefront.Modules.Accounts.Model.Account>().Where(account => account.Id == id).ExecuteUpdateAsync(set => set.SetProperty(account => account.Language, language)));
        var browser = Push.NewBrowser();
        Assert.Equal(Settings, (await SubscribeAsync(visitor, browser.Endpoint, browser.Keys)).Location);
        return (visitor, id, phone, browser);
    }

    internal static async Task<Support.Answer> SubscribeAsync(Visitor visitor, string endpoint, PushKeys keys) => await visitor.SubmitAsync(
        await visitor.GetAsync(Settings), new { Browser__Endpoint = endpoint, Browser__P256dh = keys.P256dh, Browser__Auth = keys.Auth }, "form[action*='handler=Device']");

    /// <summary>Mails to a person, in the order in which they came.</summary>
    internal IReadOnlyList<Mail> MailsTo(string phone) => [.. Mail.Mails.Where(mail => mail.To == People.MailboxOf(phone))];

    internal Task<List<Telling>> TellingsOfAsync(long account) => App.ReadAsync(db => db.Tellings.AsNoTracking().Where(telling => telling.AccountId == account).OrderBy(telling => telling.Id).ToListAsync());
}
