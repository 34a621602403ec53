using FsCheck;
using FsCheck.Fluent;
using Microsoft.EntityFrameworkCore;
using Storefront.Modules.Accounts;
using Storefront.Modules.Accounts.Model;
using Storefront.Modules.Ledger.Model;
using Storefront.Modules.Orders;
using Storefront.Modules.Orders.Model;
using Storefront.Modules.Payments.Model;
using Storefront.Modules.Sellers.Model;
using Storefront.Shared;
using Storefront.Tests.Modules.Orders;
using Storefront.Tests.Support;
using Signature = Storefront.Modules.Orders.Model.Signature;
using Visitor = Storefront.Tests.Support.Visitor;

namespace Storefront.Tests.Modules.Accounts;

/// <summary>
/// Invariant 12: whatever was bought, paid, sent, cancelled and given back, erasing buyers in between changes no sum and no balance, is refused exactly
/// while something of theirs is unfinished, and leaves nothing that names them.
/// </summary>
public sealed class EraseProperties(Stalls market) : IClassFixture<Stalls>
{
    private const int Buyers = 2;
    private List<Someone> _people = [];
    private (Shop Shop, string Variant)[] _stalls = [];

    private enum Act { Buy, Pay, Cancel, Refund, Ship, Receive, Erase }

    /// <summary>What leads on comes more often.</summary>
    private static Act[] Acts => [.. Enum.GetValues<Act>(), Act.Buy, Act.Buy, Act.Pay, Act.Pay, Act.Pay, Act.Ship, Act.Receive];

    private static Gen<List<(Act Act, int Who, int Pick)>> Histories =>
        (from act in Gen.Elements(Acts) from who in Gen.Choose(0, Buyers - 1) from pick in Gen.Choose(0, 3) select (act, who, pick)).NonEmptyListOf().Resize(24).Select(steps => steps.ToList());

    [Fact]
    public void Books_outlive_names() => Prop.ForAll(Histories.ToArbitrary(), history => RunAsync(history).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(8));

    private async Task RunAsync(IReadOnlyList<(Act Act, int Who, int Pick)> history)
    {
        if (_stalls.Length == 0) _stalls = [await OpenAsync(), await OpenAsync()];
        _people = [];
        for (var buyer = 0; buyer < Buyers; buyer++) _people.Add(await Someone.SignUpAsync(market.App));
        foreach (var (act, who, pick) in history) await DoAsync(act, _people[who], pick);
        foreach (var person in _people) await EraseAsync(person);
    }

    private async Task<(Shop Shop, string Variant)> OpenAsync()
    {
        var (_, shop) = await market.OpenShopAsync();
        return (shop, await market.OfferAsync(shop, 1_000));
    }

    private async Task DoAsync(Act act, Someone who, int pick)
    {
        var mine = await market.App.ReadAsync(db => db.Orders.AsNoTracking().Where(order => order.BuyerId == who.Id).OrderBy(order => order.Id).ToListAsync());
        if (act == Act.Erase) await EraseAsync(who);
        else if (act == Act.Buy) await BuyAsync(who, _stalls[pick % _stalls.Length].Variant);
        else if (mine.Count > 0) await MoveAsync(act, who, mine[pick % mine.Count]);
        await market.App.DeliverAsync();
    }

    private async Task BuyAsync(Someone who, string variant)
    {
        if (await IsErasedAsync(who)) return;
        await Stalls.AddAsync(who.Visitor, variant);
        var fields = Visitor.FieldsOf(await Stalls.FillInAsync(who.Visitor), new { Input__Name = who.Name, Input__Phone = who.Phone, Input__Street = who.Street, Input__Note = who.Name }, "main form");
        Assert.NotNull((await who.Visitor.PostAsync("/checkout", fields)).Location);
    }

    private async Task MoveAsync(Act act, Someone who, Order order)
    {
        var by = new Signature(Mover.Buyer, who.Id);
        switch (act)
        {
            case Act.Pay when order.State == OrderState.AwaitingPayment:
                await market.PayAsync(await market.App.ReadAsync(db => db.PaymentAttempts.Where(attempt => attempt.Payment.Code == order.CheckoutCode).Select(attempt => attempt.Code).FirstAsync()));
                break;
            case Act.Cancel: await market.App.RunAsync<CancelOrder, bool>(cancel => cancel.RunAsync(one => one.Id == order.Id, by, who.Name, default)); break;
            case Act.Refund: await market.RefundedAsync(order.CheckoutCode); break;
            case Act.Ship: await market.App.RunAsync<ShipOrder, ShipOrder.Outcome>(ship => ship.RunAsync(one => one.Id == order.Id, "yuantong", "YT1234567890123", new(Mover.Seller, 1), default)); break;
            case Act.Receive: await market.App.RunAsync<ConfirmReceipt, bool>(confirm => confirm.RunAsync(order.Code, who.Id, default)); break;
        }
    }

    private async Task EraseAsync(Someone who)
    {
        for (var round = 0; round < 3; round++) await market.App.DeliverAsync();
        var (unfinished, before) = (await IsUnfinishedAsync(who), await BooksAsync());
        if (await IsErasedAsync(who)) return;
        var first = await market.App.RunAsync<EraseAccount, IReadOnlyList<Hindrance>?>(erase => erase.RunAsync(who.Id, default));
        await market.App.DeliverAsync();
        Assert.NotNull(first);
        Assert.Equal(unfinished, first.Count > 0);
        Assert.Equal(before, await BooksAsync());
        Assert.Equal(unfinished, (await market.App.FindAsync(who.Texts)).Count > 0);
        Assert.All(await market.App.ReadAsync(db => db.LedgerEntries.GroupBy(entry => entry.JournalId).Select(journal => journal.Sum(entry => entry.Amount.Fen)).ToListAsync()), sum => Assert.Equal(0, sum));
    }

    private Task<bool> IsErasedAsync(Someone who) => market.App.ReadAsync(db => db.Accounts.AnyAsync(account => account.Id == who.Id && account.ErasedAt != null));

    private Task<bool> IsUnfinishedAsync(Someone who) => market.App.ReadAsync(async db =>
    {
        var mine = db.Orders.Where(order => order.BuyerId == who.Id);
        var refunds = db.Refunds.Where(refund => refund.State != RefundState.Succeeded);
        return await mine.AnyAsync(order => order.State != OrderState.Completed && order.State != OrderState.Cancelled) || await mine.AnyAsync(order => refunds.Any(refund => refund.Payment.Code == order.CheckoutCode));
    });

    /// <summary>Every shop's balance and every order's, line's, payment's and refund's sum, in one text.</summary>
    private Task<string> BooksAsync() => market.App.ReadAsync(async db =>
    {
        var balances = await db.LedgerEntries.GroupBy(entry => new { entry.Account, entry.ShopId }).Select(group => new { group.Key.Account, group.Key.ShopId, Sum = group.Sum(entry => entry.Amount.Fen) }).ToListAsync();
        var orders = await db.Orders.AsNoTracking().Include(order => order.Lines).OrderBy(order => order.Id).ToListAsync();
        var payments = await db.Payments.AsNoTracking().OrderBy(payment => payment.Id).ToListAsync();
        return string.Join('\n', balances.Select(balance => $"{balance.Account} {balance.ShopId} {balance.Sum}").Order(StringComparer.Ordinal)
            .Concat(orders.Select(order => $"{order.Number} {order.BuyerId} {order.State} {order.Goods} {order.Freight} {string.Join('+', order.Lines.OrderBy(line => line.Id).Select(line => line.Sum))}"))
            .Concat(payments.Select(payment => $"{payment.Code} {payment.State} {payment.Amount} {payment.Refunded}")));
    });
}
