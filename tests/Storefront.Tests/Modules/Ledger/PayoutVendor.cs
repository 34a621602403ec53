using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Payments;
using Storefront.Modules.Payments.Contracts;
using Storefront.Modules.Payments.Gateways;
using Storefront.Modules.Payments.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Seams.Payments;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Ledger;

/// <summary>Books whose market can pay shops to accounts of their own, beside the vendor that keeps them.</summary>
internal sealed class PayoutVendor(StripeConnectFarSide far, Books books) : IAsyncDisposable
{
    private readonly HttpClient _wire = new();

    public StripeConnectFarSide Far => far;

    public Books Books => books;

    public StoreApp App => books.App;

    public static async Task<PayoutVendor> OpenAsync()
    {
        var far = new StripeConnectFarSide(new());
        await far.StartAsync();
        var books = new Books { Settings = ["Payments:CallSeconds=2", "Logging:LogLevel:Default=None", .. far.Settings.Select(setting => $"{setting.Key}={setting.Value}")] };
        await books.InitializeAsync();
        far.Clock = books.App.Clock;
        return new(far, books);
    }

    /// <summary>A shop with money to be paid out; its account at the vendor stands as it is told to.</summary>
    public async Task<(Visitor Owner, Shop Shop)> ShopAsync(long goods, bool isReady = true)
    {
        var (owner, shop) = await books.OpenShopAsync();
        if (isReady) await ReadyAsync(shop);
        await books.ReleaseAsync(await books.SellAsync(shop.Id, (goods, 0, "honey")));
        return (owner, shop);
    }

    public async Task ReadyAsync(Shop shop)
    {
        var site = new Uri("https://market.example");
        Assert.NotNull(await App.RunAsync<IPayees, Uri?>(payees => payees.BeginAsync(shop.Id, site, site, default)));
        far.Ready((await PayeeAsync(shop)).Code);
        Assert.Equal(PayeeState.Ready, (await App.RunAsync<IPayees, PayeeCard?>(payees => payees.AskAsync(shop.Id, default)))!.State);
    }

    public Task<Payee> PayeeAsync(Shop shop) => App.ReadAsync(db => db.Payees.AsNoTracking().SingleAsync(payee => payee.ShopId == shop.Id));

    public Task<Remittance> RemittanceAsync(string code) => App.ReadAsync(db => db.Remittances.AsNoTracking().Include(one => one.Payee).SingleAsync(one => one.Code == code));

    public Task<PayoutLine> LineAsync(string code) => App.ReadAsync(db => db.PayoutLines.AsNoTracking().SingleAsync(line => line.Code == code));

    public Task<List<string>> JournalsAsync(string code) =>
        App.ReadAsync(db => db.Journals.Where(journal => journal.Key.Contains(code)).OrderBy(journal => journal.Id).Select(journal => journal.Key.Replace(code, "")).ToListAsync());

    /// <summary>Every timer of payouts, once.</summary>
    public async Task TickAsync(TimeSpan ahead)
    {
        App.Clock.Advance(ahead);
        await WorkAsync<JudgeKeptNotices>();
        await WorkAsync<SendRemittances>();
        await WorkAsync<AskPayees>();
        await App.DeliverAsync();
    }

    public Task WorkAsync<TWork>()
        where TWork : ITimedWork => App.RunAsync<TWork, bool>(async work =>
        {
            await work.RunAsync(default);
            return true;
        });

    public async Task<int> PostAsync(Notice notice)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(App.Address, "/pay/notices/stripe")) { Content = new ByteArrayContent(notice.Body.ToArray()) };
        foreach (var (name, value) in notice.Headers) request.Headers.Add(name, value);
        using var answer = await _wire.SendAsync(request);
        return (int)answer.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        _wire.Dispose();
        await books.DisposeAsync();
        await far.DisposeAsync();
        Assert.Empty(far.Complaints);
    }
}
