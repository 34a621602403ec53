using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Storefront.Data;
using Storefront.Data.Events;
using Storefront.Modules.Ledger;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders.Contracts;
using Storefront.Modules.Sellers;
using Storefront.Modules.Sellers.Contracts;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Support;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Ledger;

/// <summary>A shop whose orders are played: a code, a seller and some lines. Everything behind the events is real.</summary>
public sealed class Books : IAsyncLifetime
{
    private readonly PlayedOrders _orders = new();
    private readonly ConcurrentDictionary<long, string> _phones = [];
    private int _next;

    internal StoreApp App { get; private set; } = null!;

    /// <summary>More settings as "Key=Value".</summary>
    internal IReadOnlyList<string> Settings { get; init; } = [];

    public async Task InitializeAsync() => App = await StoreApp.StartAsync(services => services.AddSingleton<IOrders>(_orders), ["Ledger:MinimumPayout=1000", .. Settings]);

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>An approved shop with an account for payouts, and its owner, signed in.</summary>
    internal async Task<(Visitor Owner, Shop Shop)> OpenShopAsync(string? name = null, bool hasAccount = true)
    {
        var (owner, id, phone) = await App.SignedInAsync("en");
        var by = new Signature(id, App.Clock.GetUtcNow().UtcDateTime);
        var shop = Shop.Open(name ?? $"老叶蜂场{Interlocked.Increment(ref _next)}", "山里养蜂三十年。", by);
        shop.Settle("331124102", "浙江 松阳", "大岭脚");
        if (hasAccount) await App.RunAsync<PayoutDesk, bool>(desk => { shop.PayTo(PayoutKind.Bank, "=叶老三", "6222021234567890", desk.Seal); return Task.FromResult(true); });
        shop.Submit(by);
        shop.Approve(by);
        await App.WriteAsync(db => Task.FromResult(db.Add(shop)));
        _phones[shop.Id] = phone;
        return (owner, shop);
    }

    /// <summary>So much time has passed that its owner has to sign in again.</summary>
    internal Task EnterAgainAsync(Visitor owner, Shop shop) => App.SignInAsync(owner, _phones[shop.Id]);

    internal async Task<Visitor> FinanceAsync() => (await App.SignedInAsync("en", Policies.FinanceRole)).Visitor;

    /// <summary>A paid order, heard by the book. Every line has its goods and its part of the freight, in fen.</summary>
    internal async Task<OrderPaid> SellAsync(long shop, params (long Goods, long Freight, string Category)[] lines)
    {
        var number = Interlocked.Increment(ref _next);
        OrderLineCard[] cards = [.. lines.Select((line, index) => new OrderLineCard(number * 10L + index, line.Category, $"冬蜜 {number}.{index}", new(line.Goods), new(line.Freight)))];
        var paid = new OrderPaid($"order{number}", $"N{number}", $"checkout{number}", shop, "sandbox", new(lines.Sum(line => line.Goods)), new(lines.Sum(line => line.Freight)), App.Clock.GetUtcNow().UtcDateTime);
        _orders.Lines[paid.OrderCode] = cards;
        await SayAsync(paid);
        return paid;
    }

    internal Task<IReadOnlyList<OrderLineCard>> LinesAsync(OrderPaid order) => _orders.LinesAsync(order.OrderCode, default);

    /// <summary>From now on a helper with an account for fees sells for the shop, for so many basis points.</summary>
    internal async Task<(Visitor Helper, long Id)> ThankAsync(Shop shop, int basisPoints)
    {
        var (helper, id, _) = await App.SignedInAsync("en");
        var account = new FeeAccount { AccountId = id };
        await App.RunAsync<PayoutDesk, bool>(desk => { account.Set(PayoutKind.Alipay, "帮手小陈", "13900001111", desk.Seal); return Task.FromResult(true); });
        await App.WriteAsync(db => Task.FromResult(db.Add(account)));
        await ThankAsync(shop, basisPoints, id);
        return (helper, id);
    }

    /// <summary>The same for another shop of the same helper.</summary>
    internal Task ThankAsync(Shop shop, int basisPoints, long helper) => App.WriteAsync(db =>
    {
        var (by, words) = (new Signature(helper, App.Clock.GetUtcNow().UtcDateTime), new ReadWords("en", "1", "I agree."));
        var consent = new HelperConsent(shop.Id, helper, FeeKind.Percent, basisPoints, words, by);
        consent.Give(words, by);
        return Task.FromResult(db.Add(consent));
    });

    internal Task CompleteAsync(OrderPaid order) => SayAsync(new OrderCompleted(order.OrderCode, order.Number, order.ShopId));

    /// <summary>Completed, and the time to complain is over.</summary>
    internal async Task ReleaseAsync(params OrderPaid[] orders)
    {
        foreach (var order in orders) await CompleteAsync(order);
        App.Clock.Advance(TimeSpan.FromDays(7));
        await RunReleaseAsync();
    }

    internal Task RunReleaseAsync() => App.RunAsync<ReleaseMoney, bool>(async release => { await release.RunAsync(default); return true; });

    internal Task<Money?> RefundAsync(OrderPaid order, string key, params BookRefund.Part[] parts) => App.RunAsync<IServiceProvider, Money?>(services =>
        services.GetRequiredService<StoreDb>().WriteAsync(
            token => services.GetRequiredService<BookRefund>().RunAsync(new(order.OrderCode, key, JournalKind.Refund, "sent back", parts), token), default));

    internal async Task SayAsync(params IEvent[] events)
    {
        await App.RunAsync<IServiceProvider, int>(services =>
        {
            foreach (var happened in events) services.GetRequiredService<Outbox>().Stage(happened);
            return services.GetRequiredService<StoreDb>().SaveChangesAsync();
        });
        await App.DeliverAsync();
    }

    internal Task<Balances.OfShop> BalanceAsync(long shop) => App.RunAsync<Balances, Balances.OfShop>(balances => balances.OfShopAsync(shop, default));

    /// <summary>Proposes a batch and books it. The lines as they stand then, by shop.</summary>
    internal async Task<Dictionary<long, PayoutLine>> PayOutAsync(bool toAccounts = false)
    {
        var proposed = await App.RunAsync<ProposePayouts, ProposePayouts.Result>(propose => propose.RunAsync(default));
        if (proposed.Code is not { } code) return [];
        await App.RunAsync<OrderPayouts, OrderPayouts.Outcome>(order => order.RunAsync(code, drop: false, default, toAccounts));
        return await App.ReadAsync(db => db.PayoutLines.AsNoTracking().Where(line => line.Batch.Code == code && line.ShopId != 0).ToDictionaryAsync(line => line.ShopId));
    }

    internal Task<Dictionary<LedgerAccount, long>> SumsAsync(string order) => App.ReadAsync(db => db.LedgerEntries
        .Where(entry => entry.OrderCode == order).GroupBy(entry => entry.Account).ToDictionaryAsync(group => group.Key, group => group.Sum(entry => entry.Amount.Fen)));

    private sealed class PlayedOrders : IOrders
    {
        public ConcurrentDictionary<string, IReadOnlyList<OrderLineCard>> Lines { get; } = new(StringComparer.Ordinal);

        public string Stage(NewOrder order) => throw new NotSupportedException();

        public Task<IReadOnlyList<OrderLineCard>> LinesAsync(string code, CancellationToken cancel) => Task.FromResult(Lines.GetValueOrDefault(code, []));
    }
}
